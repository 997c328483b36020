// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Unit.h"

#include <QString>

#include <optional>

namespace rillscope {

/// What values are measured in: a unit of temperature, or another one as its sender writes it.
struct ValueUnit {
    Unit unit = Unit::None;
    QString text; ///< of what is no temperature; empty: unknown

    bool isTemperature() const { return unit != Unit::None; }
    friend bool operator==(const ValueUnit&, const ValueUnit&) = default;
};

/// How sure a place makes that a word is a unit.
enum class UnitPlace {
    Own, ///< in brackets, behind a number, in a row or a field for units: "C" is °C there
    Name ///< a word of a name: "C" alone may be anything
};

/// The unit that a word means: "°F", "degC", "Fahrenheit", "hPa", "m/s". Nothing for a word that is none.
std::optional<ValueUnit> readUnit(const QString& word, UnitPlace place);

/// What stands where only a unit can: one that is not known is kept as it is written. Nothing is made of what
/// is too long for a unit.
ValueUnit unitAsSent(const QString& word);

/// A unit of time: "s", "ms", "minutes"; nothing for others.
std::optional<qint64> timeUnitNanoseconds(const QString& word);

} // namespace rillscope
