// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/UnitWords.h"

#include <optional>
#include <string_view>

namespace rillscope {

/// What a cell looks like by itself.
enum class CellKind {
    Empty,
    Missing,  ///< a word that says that there is no value
    Number,   ///< in some form
    Quantity, ///< a number with its unit: "12.5 °C"
    Date,     ///< a date, with or without a time of day
    Clock,    ///< a time of day alone
    Text
};

CellKind kindOfCell(std::string_view cell);

/// "12.5 °C", "40%" in two parts.
struct Quantity {
    std::string_view number;
    ValueUnit unit;
};
std::optional<Quantity> splitQuantity(std::string_view cell);

} // namespace rillscope
