// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/source/SourceKey.h"

namespace rillscope {

/// From the shortest to the longest, or the least to the greatest; drawn evenly between the two.
template <typename T>
using FaultRange = ValueRange<T>;

/// The faults that the simulator builds into its stream. Each rate is the probability, from 0 to 1, that a
/// sample begins one. In a URI: gap=0.001&gapFor=2s..10s, with the keys
/// gap, gapFor: a channel falls silent;
/// burst, burstFor: its samples are held back and then come all at once;
/// duplicate: a sample comes twice;
/// late, lateBy: a sample comes later, after newer ones;
/// spike, spikeBy (°C, up or down): a single value is off;
/// stuck, stuckFor: the value stands still;
/// drift, driftFor, driftBy (°C, up or down): the values go off more and more, and then are right again;
/// nan: a value is NaN.
struct FaultSettings {
    struct Timed {
        double rate = 0.0;
        FaultRange<Duration> length;
        friend bool operator==(const Timed&, const Timed&) = default;
    };
    struct Spike {
        double rate = 0.0;
        FaultRange<double> by;
        friend bool operator==(const Spike&, const Spike&) = default;
    };

    Timed gap{0.0, {std::chrono::seconds(2), std::chrono::seconds(10)}};
    Timed burst{0.0, {std::chrono::seconds(1), std::chrono::seconds(5)}};
    double duplicate = 0.0;
    Timed late{0.0, {std::chrono::seconds(1), std::chrono::seconds(5)}};
    Spike spike{0.0, {20.0, 40.0}};
    Timed stuck{0.0, {std::chrono::seconds(5), std::chrono::seconds(30)}};
    Timed drift{0.0, {std::chrono::seconds(30), std::chrono::seconds(60)}};
    FaultRange<double> driftBy{5.0, 10.0};
    double notANumber = 0.0;

    bool hasAny() const {
        return gap.rate > 0.0 || burst.rate > 0.0 || duplicate > 0.0 || late.rate > 0.0 || spike.rate > 0.0 ||
               stuck.rate > 0.0 || drift.rate > 0.0 || notANumber > 0.0;
    }

    friend bool operator==(const FaultSettings&, const FaultSettings&) = default;
};

} // namespace rillscope
