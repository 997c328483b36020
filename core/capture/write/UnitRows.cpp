// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/UnitRows.h"

#include "core/capture/CaptureSchema.h"

namespace rillscope {

Result<void> UnitRows::write(Database& database, std::int64_t channel, const ChannelInfo& info) {
    if (info.unitText.isEmpty())
        return {};
    if (!m_insert.handle()) {
        if (auto made = database.execute(unitsTable()); !made)
            return made;
        auto prepared = database.prepare("INSERT INTO units VALUES(?, ?)");
        if (!prepared)
            return tl::unexpected(prepared.error());
        m_insert = std::move(*prepared);
    }
    m_insert.bind(1, channel);
    m_insert.bind(2, info.unitText);
    return m_insert.run();
}

} // namespace rillscope
