// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/SampleBlock.h"
#include "core/source/simulator/FaultSettings.h"
#include "core/source/simulator/RandomGenerator.h"

#include <array>
#include <vector>

namespace rillscope {

enum class FaultKind { Gap, Burst, Duplicate, Late, Spike, Stuck, Drift, NotANumber };
inline constexpr std::size_t faultKindCount = 8;

/// What was done to a sample.
struct InjectedFault {
    FaultKind kind = FaultKind::Gap;
    ChannelIndex channel = 0;
    Timestamp eventTime; ///< of the sample
    Timestamp begin;     ///< of the fault: one that lasts concerns several samples

    friend bool operator==(const InjectedFault&, const InjectedFault&) = default;
};

/// The faults of one channel of the simulator. Each kind has random numbers of its own, so that one fault
/// does not move the others. Thread: a value, no sharing. Units: °C.
class ChannelFaults {
public:
    /// How a sample comes out.
    struct Outcome {
        double value = 0.0;
        bool isLeftOut = false;
        bool isDoubled = false;
        Duration delay{0};
    };

    /// Uses faultKindCount random streams of the seed, from `firstStream` on.
    ChannelFaults(quint64 seed, int firstStream);

    /// The next sample, in the order of time. Adds what was done to it to `log`, unless that is null. A fault
    /// under way ends when its rate becomes 0.
    Outcome apply(const Sample& sample, const FaultSettings& settings, std::vector<InjectedFault>* log);

private:
    struct Episode {
        Timestamp begin;
        Timestamp end = Timestamp::min();
        double value = 0.0; ///< what is stuck, or how far a drift goes
    };

    RandomGenerator& random(FaultKind kind) { return m_random[static_cast<std::size_t>(kind)]; }
    Episode& episode(FaultKind kind) { return m_episodes[static_cast<std::size_t>(kind)]; }
    bool strikes(FaultKind kind, double rate);
    bool begins(FaultKind kind, const FaultSettings::Timed& fault, Timestamp time);
    bool isUnderWay(FaultKind kind, const FaultSettings::Timed& fault, Timestamp time);
    double drawSigned(FaultKind kind, const FaultRange<double>& range);
    Duration drawLength(FaultKind kind, const FaultRange<Duration>& range);
    void distort(const Sample& sample, const FaultSettings& settings, Outcome& outcome);
    void delay(const Sample& sample, const FaultSettings& settings, Outcome& outcome);
    void note(FaultKind kind, const Sample& sample, Timestamp begin);

    std::array<RandomGenerator, faultKindCount> m_random;
    std::array<Episode, faultKindCount> m_episodes;
    std::vector<InjectedFault>* m_log = nullptr; ///< during apply()
};

} // namespace rillscope
