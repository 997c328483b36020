// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/Database.h"
#include "core/model/ChannelInfo.h"

namespace rillscope {

/// The units of channels that are no temperatures, on the way into a capture. Thread: one owner (capture).
/// Errors: those of Database.
class UnitRows {
public:
    /// Nothing for a channel without such a unit. Makes the table, if it is not there yet.
    Result<void> write(Database& database, std::int64_t channel, const ChannelInfo& info);
    /// No statement is left.
    void finish() { m_insert = {}; }

private:
    Statement m_insert; ///< prepared once the table is there
};

} // namespace rillscope
