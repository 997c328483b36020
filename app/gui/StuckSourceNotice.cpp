// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/StuckSourceNotice.h"

#include "ui/panels/Banner.h"

namespace rillscope {
namespace {

QString topic() {
    return QStringLiteral("stuckSource");
}

} // namespace

StuckSourceNotice::StuckSourceNotice(Session& session, MainWindow& window, const ClosingGuard& closing)
    : m_session(session), m_banner(window.banner()), m_closing(closing) {
    connect(&session, &Session::sourceStuck, this, &StuckSourceNotice::update);
    connect(&session, &Session::sourceReleased, this, &StuckSourceNotice::update);
    connect(&closing, &ClosingGuard::stayed, this, &StuckSourceNotice::update);
}

void StuckSourceNotice::update() {
    if (!m_session.isSourceStuck()) {
        m_banner.withdraw(topic());
        return;
    }
    if (m_closing.isClosing())
        return;
    m_banner.post({Severity::Warning,
                   tr("The source does not respond to Stop. Abandon it to continue without it: all "
                      "samples it has handed over are kept, what it has read since is lost."),
                   {{QStringLiteral("abandon"), tr("Abandon"), [this] { m_session.abandonStuckSources(); }}},
                   topic()});
}

} // namespace rillscope
