// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/ChannelFaults.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace rillscope {
namespace {

template <std::size_t... kinds>
std::array<RandomGenerator, sizeof...(kinds)> randomGenerators(quint64 seed, int firstStream,
                                                               std::index_sequence<kinds...>) {
    return {RandomGenerator(seed, firstStream + static_cast<int>(kinds))...};
}

} // namespace

ChannelFaults::ChannelFaults(quint64 seed, int firstStream)
    : m_random(randomGenerators(seed, firstStream, std::make_index_sequence<faultKindCount>())) {}

ChannelFaults::Outcome ChannelFaults::apply(const Sample& sample, const FaultSettings& settings,
                                            std::vector<InjectedFault>* log) {
    m_log = log;
    Outcome outcome{.value = sample.value};
    if (isUnderWay(FaultKind::Gap, settings.gap, sample.eventTime) ||
        begins(FaultKind::Gap, settings.gap, sample.eventTime)) {
        note(FaultKind::Gap, sample, episode(FaultKind::Gap).begin);
        outcome.isLeftOut = true;
        m_log = nullptr; // what else befalls it nobody will see, but is drawn as it would be without the gap
    }
    distort(sample, settings, outcome);
    outcome.isDoubled = strikes(FaultKind::Duplicate, settings.duplicate);
    if (outcome.isDoubled)
        note(FaultKind::Duplicate, sample, sample.eventTime);
    delay(sample, settings, outcome);
    return outcome;
}

/// The sample that begins a drift or a standstill still has its right value.
void ChannelFaults::distort(const Sample& sample, const FaultSettings& settings, Outcome& outcome) {
    const Timestamp time = sample.eventTime;
    if (isUnderWay(FaultKind::Drift, settings.drift, time)) {
        const Episode& drift = episode(FaultKind::Drift);
        outcome.value += drift.value * (toSeconds(time - drift.begin) / toSeconds(drift.end - drift.begin));
        note(FaultKind::Drift, sample, drift.begin);
    } else if (begins(FaultKind::Drift, settings.drift, time)) {
        episode(FaultKind::Drift).value = drawSigned(FaultKind::Drift, settings.driftBy);
    }
    if (isUnderWay(FaultKind::Stuck, settings.stuck, time)) {
        outcome.value = episode(FaultKind::Stuck).value;
        note(FaultKind::Stuck, sample, episode(FaultKind::Stuck).begin);
    } else if (begins(FaultKind::Stuck, settings.stuck, time)) {
        episode(FaultKind::Stuck).value = outcome.value;
    }
    if (strikes(FaultKind::Spike, settings.spike.rate)) {
        outcome.value += drawSigned(FaultKind::Spike, settings.spike.by);
        note(FaultKind::Spike, sample, time);
    }
    if (strikes(FaultKind::NotANumber, settings.notANumber)) {
        outcome.value = std::numeric_limits<double>::quiet_NaN();
        note(FaultKind::NotANumber, sample, time);
    }
}

void ChannelFaults::delay(const Sample& sample, const FaultSettings& settings, Outcome& outcome) {
    const Timestamp time = sample.eventTime;
    if (isUnderWay(FaultKind::Burst, settings.burst, time) ||
        begins(FaultKind::Burst, settings.burst, time)) {
        outcome.delay = episode(FaultKind::Burst).end - time;
        note(FaultKind::Burst, sample, episode(FaultKind::Burst).begin);
    }
    if (strikes(FaultKind::Late, settings.late.rate)) {
        outcome.delay = std::max(outcome.delay, drawLength(FaultKind::Late, settings.late.length));
        note(FaultKind::Late, sample, time);
    }
}

bool ChannelFaults::strikes(FaultKind kind, double rate) {
    return rate > 0.0 && random(kind).uniform() < rate;
}

bool ChannelFaults::begins(FaultKind kind, const FaultSettings::Timed& fault, Timestamp time) {
    if (!strikes(kind, fault.rate))
        return false;
    episode(kind).begin = time;
    episode(kind).end = time + drawLength(kind, fault.length);
    return true;
}

bool ChannelFaults::isUnderWay(FaultKind kind, const FaultSettings::Timed& fault, Timestamp time) {
    return fault.rate > 0.0 && time < episode(kind).end;
}

Duration ChannelFaults::drawLength(FaultKind kind, const FaultRange<Duration>& range) {
    const auto width = static_cast<double>((range.maximum - range.minimum).count());
    return range.minimum + Duration{static_cast<qint64>(random(kind).uniform() * width)};
}

double ChannelFaults::drawSigned(FaultKind kind, const FaultRange<double>& range) {
    const double size = range.minimum + random(kind).uniform() * (range.maximum - range.minimum);
    return random(kind).uniform() < 0.5 ? -size : size;
}

void ChannelFaults::note(FaultKind kind, const Sample& sample, Timestamp begin) {
    if (m_log)
        m_log->push_back({kind, sample.channel, sample.eventTime, begin});
}

} // namespace rillscope
