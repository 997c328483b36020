// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/filter/UnitFilter.h"

namespace rillscope {

std::unique_ptr<Filter> UnitConversion::makeFilter(Unit unit) const {
    return std::make_unique<UnitFilter>(unit, *this);
}

} // namespace rillscope
