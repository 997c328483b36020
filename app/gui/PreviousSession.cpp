// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/PreviousSession.h"

#include "ui/panels/Banner.h"
#include "ui/text/NumberFormat.h"

namespace rillscope {

void PreviousSession::offer() {
    const auto previous = m_session.previousHistory();
    if (!previous || m_offered.lock() == previous)
        return;
    m_offered = previous;
    m_banner.post({Severity::Notice,
                   tr("Previous session (%1 samples) is kept until the next start.")
                       .arg(NumberFormat().count(previous->size())),
                   // Not the history itself: a message that nobody closes would keep its memory.
                   {{QStringLiteral("saveAsCsv"), tr("Save it as CSV…"),
                     [this, offered = m_offered] { save(offered); }}},
                   QStringLiteral("previousSession"),
                   BannerStay::UntilClosed});
}

/// The session that was offered, which need not be the one before the present one.
void PreviousSession::save(const std::weak_ptr<const SampleHistory>& offered) {
    if (const auto history = offered.lock())
        m_files.chooseCsvFile(CsvSource(history));
    else
        m_banner.post({Severity::Warning,
                       tr("That session is no longer in memory. Its recording may be in the list."),
                       {{QStringLiteral("showRecordings"), tr("Show recordings…"),
                         [this] { m_captures.showList(); }}}});
}

} // namespace rillscope
