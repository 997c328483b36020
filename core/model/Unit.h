// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace rillscope {

/// What a channel's values are measured in. `None` is for anything that is not a temperature: it is never
/// converted, and has no Fahrenheit value.
enum class Unit { Celsius, Fahrenheit, Kelvin, None };

inline constexpr double absoluteZeroCelsius = -273.15;

/// The exact definitions: °F = °C · 9/5 + 32, K = °C + 273.15. From and to `None` nothing changes.
constexpr double toCelsius(double value, Unit unit) {
    switch (unit) {
    case Unit::Fahrenheit:
        return (value - 32.0) * 5.0 / 9.0;
    case Unit::Kelvin:
        return value + absoluteZeroCelsius;
    case Unit::Celsius:
    case Unit::None:
        break;
    }
    return value;
}

constexpr double fromCelsius(double celsius, Unit unit) {
    switch (unit) {
    case Unit::Fahrenheit:
        return celsius * 9.0 / 5.0 + 32.0;
    case Unit::Kelvin:
        return celsius - absoluteZeroCelsius;
    case Unit::Celsius:
    case Unit::None:
        break;
    }
    return celsius;
}

constexpr double convert(double value, Unit from, Unit to) {
    return from == to || from == Unit::None || to == Unit::None ? value
                                                                : fromCelsius(toCelsius(value, from), to);
}

/// Differences of temperatures (a standard deviation, a slope): no offset.
constexpr double convertDifference(double celsiusDifference, Unit to) {
    return to == Unit::Fahrenheit ? celsiusDifference * 9.0 / 5.0 : celsiusDifference;
}

/// "°C", "°F", "K"; empty for None.
QString unitSymbol(Unit unit);

/// "celsius", "fahrenheit", "kelvin", "none": the words used in URIs and settings.
QString unitName(Unit unit);

/// Reads unitName(), unitSymbol(), or the letters C, F, K in either case.
std::optional<Unit> parseUnit(const QString& text);

} // namespace rillscope
