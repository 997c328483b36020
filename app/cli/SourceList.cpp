// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SourceList.h"

#include "core/base/DurationText.h"
#include "core/base/NumberText.h"
#include "core/source/SourceNames.h"

namespace rillscope {
namespace {

QString textOf(double number) {
    return formatNumber(number);
}

QString textOf(quint64 number) {
    return QString::number(number);
}

QString textOf(Duration length) {
    return formatDuration(length);
}

/// What may be typed for a key.
struct ValueText {
    QString operator()(const SourceKey::Text& text) const { return text.shape; }
    QString operator()(const SourceKey::File&) const { return QStringLiteral("FILE"); }
    QString operator()(const SourceKey::Word& word) const { return word.words.join(u'|'); }
    template <typename Bounded>
    QString operator()(const Bounded& value) const {
        return textOf(value.bounds.minimum) + QStringLiteral("..") + textOf(value.bounds.maximum);
    }
};

QString line(const QString& left, const SourceKey& key) {
    QString text = QStringLiteral("      ") + left.leftJustified(35) + u' ' + QString::fromUtf8(key.help);
    if (key.namesSecret)
        text += QStringLiteral("; the name of a stored secret");
    if (!key.otherwise.isEmpty())
        text += QStringLiteral(" (%1)").arg(key.otherwise);
    return text + u'\n';
}

QString helpOf(const SourceType& type) {
    QString text = QStringLiteral("%1:\n    %2\n    %3\n")
                       .arg(type.scheme, QString::fromUtf8(type.description), type.example);
    if (const auto& address = type.keys.address)
        text += line(address->name, *address);
    for (const SourceKey& key : type.keys.parameters)
        text += line(key.name + u'=' + std::visit(ValueText{}, key.type), key);
    const SourceTraits& traits = type.traits;
    text += QStringLiteral("    %1; %2\n")
                .arg(traits.isLive ? QStringLiteral("Live") : QStringLiteral("A recording"),
                     traits.canWait ? QStringLiteral("waits when the pipeline is busy")
                                    : QStringLiteral("does not wait when the pipeline is busy"));
    return text;
}

} // namespace

QString sourceList(const SourceCatalog& sources) {
    QString text;
    for (const SourceType& type : sources.types())
        text += helpOf(type);
    return text +
           QStringLiteral("Every source also takes %1=NAME: the names of its channels begin with NAME/.\n")
               .arg(nameKey());
}

} // namespace rillscope
