// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace rillscope::test {

struct Reading {
    std::int64_t time; ///< ns
    double value;
};

/// Readings at irregular times, some equal, some long apart, some out of order, some not finite, with values
/// that repeat now and then.
inline std::vector<Reading> irregularStream(std::mt19937& random, int size) {
    const auto draw = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    std::vector<Reading> stream;
    std::int64_t newest = (draw(2'000) - 1'000) * 1'000'000LL;
    for (int i = 0; i < size; ++i) {
        newest += draw(4) == 0 ? 0 : draw(200) * (draw(50) == 0 ? 100'000'000LL : 1'000'000LL);
        const std::int64_t time = draw(12) == 0 ? newest - draw(500) * 1'000'000LL : newest;
        double value = draw(3) == 0 ? draw(4) : std::normal_distribution<double>(20.0, 5.0)(random);
        if (draw(40) == 0)
            value = draw(1) == 0 ? std::numeric_limits<double>::quiet_NaN()
                                 : -std::numeric_limits<double>::infinity();
        stream.push_back({time, value});
    }
    return stream;
}

/// Those whose time is not before that of any reading that came earlier.
inline std::vector<Reading> inOrder(const std::vector<Reading>& stream) {
    std::vector<Reading> result;
    for (const Reading& reading : stream) {
        if (result.empty() || reading.time >= result.back().time)
            result.push_back(reading);
    }
    return result;
}

} // namespace rillscope::test
