// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/RecordedChannels.h"

#include "core/process/definition/NamePattern.h"

#include <algorithm>

namespace rillscope {
namespace {

/// Temperatures are kept in °C, whatever they came in.
Unit recordedUnit(Unit unit) {
    return unit == Unit::None ? Unit::None : Unit::Celsius;
}

} // namespace

StreamChannel RecordedChannels::streamChannel(const ChannelInfo& info, const QList<UnitRule>& rules) {
    const auto rule = std::find_if(rules.begin(), rules.end(), [&info](const UnitRule& each) {
        return matchesPattern(each.channels, info.name);
    });
    const Unit unit = rule == rules.end() ? info.unit : rule->unit;
    const QString unitText = unit == Unit::None ? info.unitText : QString();
    return {findOrAdd({info.name, recordedUnit(unit), ChannelKind::Raw, unitText}), unit};
}

std::optional<ChannelIndex> RecordedChannels::findOrAdd(const ChannelInfo& info) {
    const int count = m_history.channelCount();
    for (int channel = 0; channel < count; ++channel) {
        if (m_history.info(channel) == info)
            return static_cast<ChannelIndex>(channel);
    }
    return count == maxChannels ? std::nullopt : std::optional(m_history.addChannel(info));
}

std::optional<ChannelIndex> RecordedChannels::addReference(ChannelInfo info) {
    const QString name = info.name;
    for (int number = 2; isTaken(info.name); ++number)
        info.name = QStringLiteral("%1 (%2)").arg(name, QString::number(number));
    return findOrAdd(info);
}

bool RecordedChannels::isTaken(const QString& name) const {
    for (int channel = 0; channel < m_history.channelCount(); ++channel) {
        if (m_history.info(channel).name == name)
            return true;
    }
    return false;
}

} // namespace rillscope
