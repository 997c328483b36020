// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/PositionRows.h"

#include "core/capture/CaptureSchema.h"

namespace rillscope {

void PositionRows::note(const CaptureBlock& block) {
    if (block.position)
        m_noted.insert_or_assign(block.position->source.text(), Row{block.arrival, block.position->position});
}

Result<void> PositionRows::write(Database& database) {
    if (m_noted.empty())
        return {};
    if (!m_insert.handle()) {
        if (auto made = database.execute(positionsTable()); !made)
            return made;
        auto prepared = database.prepare("INSERT OR REPLACE INTO positions VALUES(?, ?, ?)");
        if (!prepared)
            return tl::unexpected(prepared.error());
        m_insert = std::move(*prepared);
    }
    for (const auto& [source, row] : m_noted) {
        m_insert.bind(1, source);
        m_insert.bind(2, std::int64_t{toNanoseconds(row.arrival)});
        m_insert.bindBytes(3, row.position);
        if (auto written = m_insert.run(); !written)
            return written;
    }
    m_noted.clear();
    return {};
}

} // namespace rillscope
