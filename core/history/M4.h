// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace rillscope {

/// First, last, lowest and highest of a set of finite samples, with their times: the rules for merging them
/// are here and nowhere else. Ties: `first`, `minimum` and `maximum` go to the earliest arrival, `last` to
/// the latest. Trivial, so that a large array of it costs nothing before it is written; only `count` means
/// anything while it is 0.
/// Source: M4, Jugel et al., PVLDB 7(10), 2014.
struct M4 {
    std::int64_t count;
    std::int64_t firstTime;
    std::int64_t lastTime;
    double firstValue;
    double lastValue;
    double minimum;
    double maximum;
    bool breakBefore; ///< no line leads to the first
    bool isEnvelope;  ///< stands for samples that are not kept one by one
    // Last, because only a new extreme needs them: so a merge mostly reads 64 bytes.
    std::int64_t minimumTime;
    std::int64_t maximumTime;

    static M4 of(std::int64_t time, double value, bool breakBefore) {
        return {1, time, time, value, value, value, value, breakBefore, false, time, time};
    }

    /// Adds samples that arrived after all of these.
    void merge(const M4& later) {
        if (later.count == 0)
            return;
        if (count == 0) {
            *this = later;
            return;
        }
        count += later.count;
        isEnvelope |= later.isEnvelope;
        if (later.firstTime < firstTime) {
            firstTime = later.firstTime;
            firstValue = later.firstValue;
            breakBefore = later.breakBefore;
        }
        if (later.lastTime >= lastTime) {
            lastTime = later.lastTime;
            lastValue = later.lastValue;
        }
        if (later.minimum < minimum) {
            minimum = later.minimum;
            minimumTime = later.minimumTime;
        }
        if (later.maximum > maximum) {
            maximum = later.maximum;
            maximumTime = later.maximumTime;
        }
    }
};

} // namespace rillscope
