// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ChannelInfo.h"
#include "core/parse/Parsed.h"
#include "core/parse/Record.h"

#include <string>
#include <unordered_map>

namespace rillscope {

/// For values that come without a name.
inline constexpr std::string_view defaultChannelName = "sensor-1";
inline constexpr qsizetype maxChannelNameLength = 64;

/// A channel's name from outside: blanks at both ends removed; empty means the default name.
/// Refused: more than maxChannelNameLength characters, control characters, line separators, broken Unicode.
Parsed<QString> checkedChannelName(std::string_view utf8);

/// The channels a stream has named so far, in the order they came. A channel's unit is that of its first
/// sample. Thread: one.
class ChannelTable {
public:
    /// One index for each measurement. All or nothing: where a name is refused, or the table would grow
    /// beyond maxChannels, no channel is added.
    Parsed<void> resolve(const std::vector<Measurement>& measurements, std::vector<ChannelIndex>& indices);

    const QList<ChannelInfo>& channels() const { return m_channels; }

private:
    std::unordered_map<std::string, ChannelIndex> m_indices;
    QList<ChannelInfo> m_channels;
};

} // namespace rillscope
