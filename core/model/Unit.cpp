// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Unit.h"

#include <array>

namespace rillscope {
namespace {

struct UnitWords {
    Unit unit;
    QString symbol;
    QString name;
    QString letter;
};

const std::array<UnitWords, 4>& unitWords() {
    static const std::array<UnitWords, 4> words{{
        {Unit::Celsius, QStringLiteral("°C"), QStringLiteral("celsius"), QStringLiteral("c")},
        {Unit::Fahrenheit, QStringLiteral("°F"), QStringLiteral("fahrenheit"), QStringLiteral("f")},
        {Unit::Kelvin, QStringLiteral("K"), QStringLiteral("kelvin"), QStringLiteral("k")},
        {Unit::None, QString(), QStringLiteral("none"), QString()},
    }};
    return words;
}

const UnitWords& wordsOf(Unit unit) {
    return unitWords()[static_cast<std::size_t>(unit)];
}

} // namespace

QString unitSymbol(Unit unit) {
    return wordsOf(unit).symbol;
}

QString unitName(Unit unit) {
    return wordsOf(unit).name;
}

std::optional<Unit> parseUnit(const QString& text) {
    const QString word = text.trimmed().toLower();
    if (word.isEmpty())
        return std::nullopt;
    for (const UnitWords& candidate : unitWords()) {
        if (word == candidate.name || word == candidate.letter || word == candidate.symbol.toLower())
            return candidate.unit;
    }
    return std::nullopt;
}

} // namespace rillscope
