// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/CsvRowFormat.h"

#include "core/base/Rfc3339.h"
#include "core/export/CsvText.h"

namespace rillscope {
namespace {

constexpr int qualityCount = 1 << allQualityFlags.size();

} // namespace

CsvRowFormat::CsvRowFormat(const QList<ChannelInfo>& channels) {
    for (const ChannelInfo& channel : channels) {
        m_channelCells.push_back(',' + csvText(channel.name) + ',');
        m_isTemperature.push_back(channel.unit != Unit::None);
    }
    for (int flags = 0; flags < qualityCount; ++flags)
        m_qualityCells.push_back(qualityName(Quality::fromInt(flags)) + '\n');
}

void CsvRowFormat::append(std::string& text, int channel, Timestamp eventTime, double value,
                          Quality quality) {
    appendRfc3339(text, eventTime);
    text += ',';
    appendCsvNumber(text, value);
    text += ',';
    if (m_isTemperature[static_cast<std::size_t>(channel)])
        appendCsvNumber(text, fromCelsius(value, Unit::Fahrenheit));
    text += m_channelCells[static_cast<std::size_t>(channel)];
    text += m_qualityCells[static_cast<std::size_t>(quality.toInt())];
}

} // namespace rillscope
