// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/RunningStatistics.h"
#include "core/history/ColumnQuery.h"

#include <cstdint>

namespace rillscope {

/// A TimedValue as plain numbers.
struct TimedTrivial {
    std::int64_t time; ///< ns
    double value;

    TimedValue timed() const { return {fromNanoseconds(time), value}; }
};

/// What is known of a run of samples without looking at them: bounds in time over all of them; M4 and
/// statistics over the finite ones. Trivial, so that it can stand in a StableVector; emptySummary() makes a
/// usable one. Merging is commutative in time, so that samples out of order are summarized like any others.
struct Summary {
    std::int64_t earliest; ///< ns, of all samples
    std::int64_t latest;
    TimedTrivial first; ///< earliest finite sample; of several at that time the one that came first
    TimedTrivial last;  ///< latest finite sample; of several at that time the one that came last
    TimedTrivial minimum;
    TimedTrivial maximum;
    std::int64_t count; ///< of finite samples
    double mean;
    double squares;        ///< sum of squared deviations from the mean
    bool breakBeforeFirst; ///< no line leads to `first`

    /// Another finite sample that came later.
    void addExtremes(std::int64_t time, double value, bool breakBefore);
    /// Samples that came later. Statistics after Chan, Golub, LeVeque, 1979.
    void merge(const Summary& later);
    void mergeExtremes(const Summary& later);

    RunningStatistics statistics() const;
};

Summary emptySummary();

} // namespace rillscope
