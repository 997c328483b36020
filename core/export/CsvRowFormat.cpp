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
        const bool isTemperature = channel.unit != Unit::None;
        m_isTemperature.push_back(isTemperature);
        m_unitCells.push_back(',' + csvText(isTemperature ? unitSymbol(Unit::Celsius) : channel.unitText) +
                              '\n');
    }
    for (int flags = 0; flags < qualityCount; ++flags)
        m_qualityCells.push_back(qualityName(Quality::fromInt(flags)) + ',');
}

void CsvRowFormat::append(std::string& text, int channel, Timestamp eventTime, double value,
                          Quality quality) {
    const auto index = static_cast<std::size_t>(channel);
    const bool isTemperature = m_isTemperature[index];
    appendRfc3339(text, eventTime);
    text += ',';
    const std::size_t number = text.size();
    if (isTemperature)
        appendCsvNumber(text, value);
    const std::size_t length = text.size() - number;
    text += ',';
    if (isTemperature)
        appendCsvNumber(text, fromCelsius(value, Unit::Fahrenheit));
    text += m_channelCells[index];
    text += m_qualityCells[static_cast<std::size_t>(quality.toInt())];
    if (isTemperature)
        text.append(text, number, length);
    else
        appendCsvNumber(text, value);
    text += m_unitCells[index];
}

} // namespace rillscope
