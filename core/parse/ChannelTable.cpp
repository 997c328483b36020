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

Parsed<void> ChannelTable::resolve(const std::vector<Measurement>& measurements,
                                   std::vector<ChannelIndex>& indices, std::vector<Message>& remarks) {
    indices.clear();
    std::vector<Message> cuts;
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
        const auto isSame = [&name](const ChannelInfo& info) { return info.name == name->text; };
        known = m_indices.find(name->text.toStdString());
        const auto twin = std::find_if(added.begin(), added.end(), isSame);
        if (known != m_indices.end()) {
            indices.push_back(known->second);
            continue;
        }
        indices.push_back(static_cast<ChannelIndex>(m_channels.size() + (twin - added.begin())));
        if (twin == added.end()) {
            added.append({name->text, measurement.unit});
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
    remarks.insert(remarks.end(), cuts.begin(), cuts.end());
    return {};
}

} // namespace rillscope
