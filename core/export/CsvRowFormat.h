// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Sample.h"

#include <QList>

#include <string>
#include <vector>

namespace rillscope {

/// Makes the rows of a CSV file of samples: RFC 3339 UTC, temperatures in °C and °F (both empty for a channel
/// that is no temperature), the value with its unit (temperatures in °C again), the shortest digits that read
/// back to the same double, "nan", "inf", "-inf", C locale, UTF-8, LF. What is the same in all rows of a
/// channel, of a quality or of a second is made once. Thread: one owner.
class CsvRowFormat {
public:
    static constexpr std::string_view header =
        "timestamp,temperature,temperature_f,channel,quality,value,unit\n";

    explicit CsvRowFormat(const QList<ChannelInfo>& channels);

    /// Precondition: the channel is one of those given.
    void append(std::string& text, int channel, Timestamp eventTime, double value, Quality quality);

private:
    std::vector<bool> m_isTemperature;
    std::vector<std::string> m_channelCells;
    std::vector<std::string> m_qualityCells;
    std::vector<std::string> m_unitCells;
};

} // namespace rillscope
