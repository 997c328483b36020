// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/ChannelTable.h"

#include <algorithm>

namespace rillscope {
namespace {

bool isRefused(QChar character) {
    const QChar::Category category = character.category();
    return category == QChar::Other_Control || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph || character == QChar::ReplacementCharacter;
}

} // namespace

Parsed<QString> checkedChannelName(std::string_view utf8) {
    const QString name = QString::fromUtf8(utf8).trimmed();
    if (name.isEmpty())
        return QString::fromUtf8(defaultChannelName);
    if (name.size() > maxChannelNameLength)
        return unreadable(QStringLiteral("the channel name %1 is longer than %2 characters")
                              .arg(excerpt(utf8), QString::number(maxChannelNameLength)));
    if (std::any_of(name.begin(), name.end(), isRefused))
        return unreadable(QStringLiteral("the channel name %1 holds a control character").arg(excerpt(utf8)));
    return name;
}

Parsed<void> ChannelTable::resolve(const std::vector<Measurement>& measurements,
                                   std::vector<ChannelIndex>& indices) {
    indices.clear();
    QList<ChannelInfo> added;
    for (const Measurement& measurement : measurements) {
        auto known = m_indices.find(measurement.channel);
        if (known != m_indices.end()) {
            indices.push_back(known->second);
            continue;
        }
        const auto name = checkedChannelName(measurement.channel);
        if (!name)
            return unreadable(name.error());
        const auto isSame = [&name](const ChannelInfo& info) { return info.name == *name; };
        known = m_indices.find(name->toStdString());
        const auto twin = std::find_if(added.begin(), added.end(), isSame);
        if (known != m_indices.end()) {
            indices.push_back(known->second);
            continue;
        }
        indices.push_back(static_cast<ChannelIndex>(m_channels.size() + (twin - added.begin())));
        if (twin == added.end())
            added.append({*name, measurement.unit});
        if (m_channels.size() + added.size() > maxChannels)
            return unreadable(QStringLiteral("the channel %1 would be one more than the %2 a stream may have")
                                  .arg(excerpt(measurement.channel), QString::number(maxChannels)));
    }
    for (const ChannelInfo& info : std::as_const(added)) {
        m_indices.emplace(info.name.toStdString(), static_cast<ChannelIndex>(m_channels.size()));
        m_channels.append(info);
    }
    return {};
}

} // namespace rillscope
