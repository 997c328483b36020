// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/TextKeys.h"

#include "core/base/Message.h"

#include <QtGlobal>

namespace rillscope {
namespace {

const QString unitKey = QStringLiteral("unit");

QStringList unitNames() {
    QStringList names;
    for (const Unit unit : {Unit::Celsius, Unit::Fahrenheit, Unit::Kelvin, Unit::None})
        names.append(unitName(unit));
    return names;
}

} // namespace

QList<SourceKey> textKeys() {
    return {{unitKey, QT_TRANSLATE_NOOP("Source", "Unit"),
             QT_TRANSLATE_NOOP("Source", "What values are measured in that come without a unit"),
             SourceKey::Word{unitNames()}, unitName(ParseOptions().unit)}};
}

ParseOptions readTextKeys(ParameterReader& reader) {
    ParseOptions options;
    const auto text = reader.text(unitKey);
    if (!text)
        return options;
    if (const auto unit = parseUnit(*text)) // letters and symbols, too
        options.unit = *unit;
    else
        reader.refuse(unitKey, Message(QT_TRANSLATE_NOOP("Message", "%1 is none of %2"), quoted(*text),
                                       unitNames().join(QStringLiteral(", "))));
    return options;
}

} // namespace rillscope
