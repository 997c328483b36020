// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/model/ChannelInfo.h"
#include "core/parse/Parsed.h"
#include "core/parse/Record.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
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
/// sample: later ones in another unit of temperature are converted, other units are refused. Thread: one.
class ChannelTable {
public:
    /// One index for each measurement. All or nothing: where a name is refused, or the table would grow
    /// beyond maxChannels, no channel is added. A channel begins with its first number: measurements without
    /// a value of channels that are not there yet are taken out and counted as empty. Remarks tell which
    /// names of new channels were cut.
    Parsed<void> resolve(Record& record, std::vector<ChannelIndex>& indices);

    const QList<ChannelInfo>& channels() const { return m_channels; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    Parsed<void> takeUnit(Measurement& measurement, ChannelIndex channel) const;
    std::optional<ChannelIndex> find(const Measurement& measurement) const;
    bool isKnownName(const Measurement& measurement) const;

    std::unordered_map<std::string, ChannelIndex, Hash, std::equal_to<>> m_indices;
    QList<ChannelInfo> m_channels;
};

} // namespace rillscope
