// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/Database.h"
#include "core/capture/write/CaptureBlock.h"

#include <map>

namespace rillscope {

/// Where the sources go on, on the way into a capture: of each source the newest position, written with the
/// samples before it or not at all. Thread: one owner (capture). Errors: those of Database.
class PositionRows {
public:
    /// A block that is written into the present transaction; it need not have a position.
    void note(const CaptureBlock& block);
    /// Before the transaction is committed. Makes the table, if it is not there yet.
    Result<void> write(Database& database);
    /// No statement is left.
    void finish() { m_insert = {}; }

private:
    struct Row {
        Timestamp arrival;
        QByteArray position;
    };

    std::map<QString, Row> m_noted; ///< by the URI of the source; not written yet
    Statement m_insert;             ///< prepared once the table is there
};

} // namespace rillscope
