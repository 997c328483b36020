// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/filter/Filter.h"
#include "core/process/filter/UnitConversion.h"

namespace rillscope {

/// Converts a temperature to another unit. Values of a channel that is no temperature stay as they are.
class UnitFilter final : public Filter {
public:
    UnitFilter(Unit from, const UnitConversion& settings) : m_from(from), m_to(settings.to) {}

private:
    std::optional<double> next(Timestamp, double value) override { return convert(value, m_from, m_to); }

    Unit m_from;
    Unit m_to;
};

} // namespace rillscope
