// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Unit.h"
#include "core/process/definition/KeyRules.h"
#include "core/process/definition/StepKind.h"

#include <memory>

namespace rillscope {

class Filter;

/// The same value in another unit.
struct UnitConversion {
    static constexpr StepKind kind{"convert", StepGroup::Filter};

    Unit to = Unit::Fahrenheit;

    std::unique_ptr<Filter> makeFilter(Unit unit) const;
    /// Values in a unit other than °C are shown as they are.
    Unit derivedUnit(Unit unit) const { return to == Unit::Celsius ? unit : Unit::None; }

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.unit("to", to);
    }

    friend bool operator==(const UnitConversion&, const UnitConversion&) = default;
};

} // namespace rillscope
