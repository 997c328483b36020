// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/model/ChannelInfo.h"
#include "core/parse/Parsed.h"
#include "core/parse/Record.h"

#include <string>
#include <unordered_map>

namespace rillscope {

/// For values that come without a name.
inline constexpr std::string_view defaultChannelName = "sensor-1";
inline constexpr qsizetype maxChannelNameBytes = 1'024;

struct ChannelName {
    QString text;
    bool isCut = false; ///< it was longer than maxChannelNameBytes
};

/// A channel's name from outside: blanks at both ends removed; empty means the default name. A name that is
/// too long is cut and gets a mark of what was cut off, so that names that differ only there stay apart.
/// Refused: control characters, line separators, broken Unicode.
Parsed<ChannelName> checkedChannelName(std::string_view utf8);

/// The channels a stream has named so far, in the order they came. A channel's unit is that of its first
/// sample. Thread: one.
class ChannelTable {
public:
    /// One index for each measurement. All or nothing: where a name is refused, or the table would grow
    /// beyond maxChannels, no channel is added. Remarks tell which names of new channels were cut.
    Parsed<void> resolve(const std::vector<Measurement>& measurements, std::vector<ChannelIndex>& indices,
                         std::vector<Message>& remarks);

    const QList<ChannelInfo>& channels() const { return m_channels; }

private:
    std::unordered_map<std::string, ChannelIndex> m_indices;
    QList<ChannelInfo> m_channels;
};

} // namespace rillscope
