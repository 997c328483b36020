// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/ChannelTable.h"

#include "core/base/Message.h"

#include <QCryptographicHash>

#include <algorithm>

namespace rillscope {
namespace {

bool isRefused(QChar character) {
    const QChar::Category category = character.category();
    return category == QChar::Other_Control || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph || character == QChar::ReplacementCharacter;
}

/// Precondition: `name` is longer than maxChannelNameBytes.
QString cutName(const QByteArray& name) {
    constexpr qsizetype markLength = 8;
    const QString mark =
        u'…' + QString::fromLatin1(
                   QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex().left(markLength));
    qsizetype kept = maxChannelNameBytes - mark.toUtf8().size();
    const auto continuesCharacter = [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
    };
    while (continuesCharacter(name.at(kept)))
        --kept;
    return QString::fromUtf8(name.left(kept)) + mark;
}

} // namespace

Parsed<ChannelName> checkedChannelName(std::string_view utf8) {
    const QString name = QString::fromUtf8(utf8).trimmed();
    if (name.isEmpty())
        return ChannelName{QString::fromUtf8(defaultChannelName)};
    if (std::any_of(name.begin(), name.end(), isRefused))
        return unreadable(Message(
            QT_TRANSLATE_NOOP("Message", "the channel name %1 holds a control character"), excerpt(utf8)));
    if (const QByteArray bytes = name.toUtf8(); bytes.size() > maxChannelNameBytes)
        return ChannelName{cutName(bytes), true};
    return ChannelName{name};
}

std::optional<ChannelIndex> ChannelTable::find(const Measurement& measurement) const {
    if (measurement.knownChannel && *measurement.knownChannel >= 0)
        return static_cast<ChannelIndex>(*measurement.knownChannel);
    const auto known = m_indices.find(measurement.channel);
    return known == m_indices.end() ? std::nullopt : std::optional(known->second);
}

bool ChannelTable::isKnownName(const Measurement& measurement) const {
    if (find(measurement))
        return true;
    const auto name = checkedChannelName(measurement.channel);
    return name && m_indices.find(name->text.toStdString()) != m_indices.end();
}

/// Values of one channel are in one unit.
Parsed<void> ChannelTable::takeUnit(Measurement& measurement, ChannelIndex channel) const {
    if (!measurement.unit)
        return {};
    const ChannelInfo& info = m_channels.at(channel);
    const ValueUnit& unit = *measurement.unit;
    if (unit.unit == info.unit && unit.text == info.unitText)
        return {};
    if (unit.isTemperature() && info.unit != Unit::None) {
        measurement.value = convert(measurement.value, unit.unit, info.unit);
        return {};
    }
    const bool isUnknown = (!unit.isTemperature() && unit.text.isEmpty()) ||
                           (info.unit == Unit::None && info.unitText.isEmpty());
    if (isUnknown)
        return {};
    const auto symbol = [](Unit temperature, const QString& text) {
        return temperature == Unit::None ? text : unitSymbol(temperature);
    };
    return unreadable(Message(
        QT_TRANSLATE_NOOP("Message", "the unit of the channel %1 was %2 before and is %3 here"),
        excerpt(info.name.toStdString()), symbol(info.unit, info.unitText), symbol(unit.unit, unit.text)));
}

Parsed<void> ChannelTable::resolve(Record& record, std::vector<ChannelIndex>& indices) {
    indices.clear();
    std::vector<Message> cuts;
    QList<ChannelInfo> added;
    std::erase_if(record.measurements, [this, &record](const Measurement& measurement) {
        const bool isBefore = measurement.saysNone && !isKnownName(measurement);
        record.leftOut.empty += isBefore ? 1 : 0;
        return isBefore;
    });
    for (Measurement& measurement : record.measurements) {
        if (const auto known = find(measurement)) {
            if (const auto taken = takeUnit(measurement, *known); !taken)
                return taken;
            indices.push_back(*known);
            continue;
        }
        const auto name = checkedChannelName(measurement.channel);
        if (!name)
            return unreadable(name.error());
        const auto isSame = [&name](const ChannelInfo& info) { return info.name == name->text; };
        const auto known = m_indices.find(name->text.toStdString());
        const auto twin = std::find_if(added.begin(), added.end(), isSame);
        if (known != m_indices.end()) {
            if (const auto taken = takeUnit(measurement, known->second); !taken)
                return taken;
            indices.push_back(known->second);
            continue;
        }
        indices.push_back(static_cast<ChannelIndex>(m_channels.size() + (twin - added.begin())));
        if (twin == added.end()) {
            const ValueUnit unit = measurement.unit ? *measurement.unit : ValueUnit();
            added.append({name->text, unit.unit, ChannelKind::Raw, unit.text});
            if (name->isCut)
                cuts.push_back(Message(
                    QT_TRANSLATE_NOOP("Message", "the channel name %1 is longer than %2 bytes and was cut"),
                    excerpt(measurement.channel), QString::number(maxChannelNameBytes)));
        }
        if (m_channels.size() + added.size() > maxChannels)
            return unreadable(
                Message(QT_TRANSLATE_NOOP("Message",
                                          "the channel %1 would be one more than the %2 a stream may have"),
                        excerpt(measurement.channel), QString::number(maxChannels)));
    }
    for (const ChannelInfo& info : std::as_const(added)) {
        m_indices.emplace(info.name.toStdString(), static_cast<ChannelIndex>(m_channels.size()));
        m_channels.append(info);
    }
    for (std::size_t i = 0; i < indices.size(); ++i) {
        if (record.measurements[i].knownChannel)
            *record.measurements[i].knownChannel = indices[i];
    }
    record.remarks.insert(record.remarks.end(), cuts.begin(), cuts.end());
    return {};
}

} // namespace rillscope
