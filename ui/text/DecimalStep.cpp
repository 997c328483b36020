// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/DecimalStep.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace rillscope {
namespace {

constexpr int smallestExponent = -323; ///< 1e-323 is the smallest power of ten that is not rounded to 0
constexpr double roundingError = 1e-9; ///< a step may be smaller by this part than what was asked for

} // namespace

DecimalStep DecimalStep::atLeast(double value) {
    int exponent = std::max(smallestExponent, static_cast<int>(std::floor(std::log10(value))));
    while (true) {
        for (const int digit : {1, 2, 5}) {
            const DecimalStep step{digit, exponent};
            if (value <= step.value() * (1.0 + roundingError))
                return step;
        }
        ++exponent;
    }
}

double DecimalStep::multiple(std::int64_t count) const {
    std::array<char, 40> text{};
    const auto digits = std::to_chars(text.data(), text.data() + text.size(), count * digit);
    *digits.ptr = 'e';
    const auto end = std::to_chars(digits.ptr + 1, text.data() + text.size(), exponent);
    double number = 0.0;
    const auto read = std::from_chars(text.data(), end.ptr, number);
    if (read.ec == std::errc::result_out_of_range && exponent > 0)
        return std::copysign(std::numeric_limits<double>::infinity(), static_cast<double>(count));
    return number;
}

} // namespace rillscope
