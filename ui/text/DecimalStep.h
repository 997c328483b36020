// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace rillscope {

/// A step of 1, 2 or 5 times a power of ten. It is kept as a decimal number, so that its multiples are the
/// doubles nearest to what their labels say; sums and products of doubles would drift away from that.
struct DecimalStep {
    int digit = 1;
    int exponent = 0;

    /// The smallest step that is not below `value`. Precondition: `value` is finite and positive.
    static DecimalStep atLeast(double value);

    double value() const { return multiple(1); }
    /// Infinite beyond the range of a double.
    double multiple(std::int64_t count) const;

    friend bool operator==(const DecimalStep&, const DecimalStep&) = default;
};

} // namespace rillscope
