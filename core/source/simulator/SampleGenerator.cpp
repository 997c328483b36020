// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/SampleGenerator.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

// Two streams of random numbers a channel.
constexpr int intervalStream(int channel) {
    return 2 * channel;
}
constexpr int valueStream(int channel) {
    return 2 * channel + 1;
}
constexpr int firstFaultStream = intervalStream(SimulationSettings::maximumChannels);
constexpr Timestamp lastTime = SimulationSettings::latestTime - Duration{1};

/// The upper half of the product of two 64-bit numbers.
quint64 multiplyHigh(quint64 a, quint64 b) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<quint64>((static_cast<Wide>(a) * b) >> 64);
}

/// A pure function of its random bits, so that the pending interval can be taken back and drawn again with
/// other settings without favouring short ones. Uniform: both bounds included; scaling by the upper half
/// of the product (Lemire, ACM TOMACS 29(1), 2019) is even to 2^-29 for the longest intervals there are.
Duration intervalOf(const IntervalSettings& interval, quint64 bits) {
    if (interval.kind == IntervalSettings::Kind::Poisson) {
        const auto twiceMean = static_cast<double>((interval.minimum + interval.maximum).count());
        return Duration{std::llrint(0.5 * twiceMean * RandomGenerator::toExponential(bits))};
    }
    const auto choices = static_cast<quint64>((interval.maximum - interval.minimum).count()) + 1;
    return interval.minimum + Duration{static_cast<qint64>(multiplyHigh(bits, choices))};
}

} // namespace

SampleGenerator::Channel::Channel(const SimulationSettings& settings, quint64 seed, int index,
                                  Timestamp first)
    : intervals(seed, intervalStream(index))
    , values(seed, valueStream(index))
    , distribution(settings.distribution)
    , previous(first) {}

SampleGenerator::SampleGenerator(const SimulationSettings& settings, quint64 seed, Timestamp firstTime)
    : m_settings(settings), m_seed(seed), m_latestTime(firstTime), m_faults(seed, firstFaultStream) {
    m_faults.configure(settings.faults);
    while (m_channels.size() < activeCount())
        addChannel(firstTime);
}

void SampleGenerator::generate(qsizetype maxSamples, SampleBlock& block) {
    generateUntil(Timestamp::max(), maxSamples, block);
}

void SampleGenerator::generateUntil(Timestamp limit, qsizetype maxSamples, SampleBlock& block) {
    block.channels = m_channelTable;
    if (m_faults.isActive())
        drawFaultyUntil(limit, maxSamples, block);
    else
        drawUntil(limit, maxSamples, block);
}

void SampleGenerator::drawUntil(Timestamp limit, qsizetype maxSamples, SampleBlock& block) {
    const qsizetype count = drawTimes(limit, maxSamples);
    if (count == 0)
        return;
    const qsizetype first = block.size();
    block.truncate(first + count);
    std::copy_n(m_times.begin(), count, block.eventTime.begin() + first);
    std::copy_n(m_owners.begin(), count, block.channel.begin() + first);
    drawValues(block.value.data() + first, count);
    m_latestTime = m_times[static_cast<std::size_t>(count) - 1];
}

/// Adds samples that have arrived before it draws the next one, so that few wait here for their delay to end.
void SampleGenerator::drawFaultyUntil(Timestamp limit, qsizetype maxSamples, SampleBlock& block) {
    const qsizetype end = block.size() + std::max<qsizetype>(maxSamples, 0);
    qsizetype mostDraws = std::max<qsizetype>(maxSamples, 0); // so that a simulated gap ends the call as well
    while (block.size() < end) {
        const Timestamp next = m_next[earliestChannel()];
        const std::optional<Timestamp> arrival = m_faults.nextArrival();
        if (arrival && *arrival <= std::min(limit, next)) {
            block.append(m_faults.take());
            continue;
        }
        if (next > std::min(limit, lastTime) || mostDraws-- == 0)
            break;
        m_drawn.truncate(0);
        drawUntil(next, 1, m_drawn);
        m_faults.add(m_drawn.at(0), lastTime);
    }
}

Timestamp SampleGenerator::nextTime() const {
    const Timestamp next = m_next[earliestChannel()];
    return std::min(next, m_faults.nextArrival().value_or(next));
}

void SampleGenerator::configure(const SimulationSettings& settings, Timestamp now) {
    Q_ASSERT(settings.channels >= 1 && settings.channels <= SimulationSettings::maximumChannels);
    const bool hasNewIntervals = settings.interval != m_settings.interval;
    const std::size_t formerCount = activeCount();
    m_settings = settings;
    m_faults.configure(settings.faults);
    for (std::size_t i = 0; i < activeCount(); ++i) {
        if (i >= m_channels.size()) {
            addChannel(now);
        } else if (i >= formerCount) {
            resumeChannel(i, now);
        } else {
            m_channels[i].distribution.setParameters(settings.distribution);
            if (hasNewIntervals)
                redrawInterval(i, now);
        }
    }
}

void SampleGenerator::addChannel(Timestamp first) {
    const auto index = static_cast<int>(m_channels.size());
    m_channels.emplace_back(m_settings, m_seed, index, first);
    m_next.push_back(first);
    m_channelTable.append({QStringLiteral("sensor-%1").arg(index + 1), Unit::Celsius});
}

void SampleGenerator::resumeChannel(std::size_t index, Timestamp now) {
    m_channels[index].distribution = Distribution(m_settings.distribution);
    redrawInterval(index, now);
    m_next[index] = std::max(m_next[index], now);
}

void SampleGenerator::redrawInterval(std::size_t index, Timestamp now) {
    const Channel& channel = m_channels[index];
    if (channel.hasBegun && m_next[index] > now)
        m_next[index] =
            std::max(now, channel.previous + intervalOf(m_settings.interval, channel.intervalBits));
}

std::size_t SampleGenerator::earliestChannel() const {
    std::size_t earliest = 0;
    for (std::size_t i = 1; i < activeCount(); ++i) {
        if (m_next[i] < m_next[earliest])
            earliest = i;
    }
    return earliest;
}

void SampleGenerator::advance(std::size_t index) {
    Channel& channel = m_channels[index];
    channel.intervalBits = channel.intervals.next();
    channel.previous = m_next[index];
    channel.hasBegun = true;
    m_next[index] += intervalOf(m_settings.interval, channel.intervalBits);
}

/// Fills m_times and m_owners. Stopping before latestTime leaves room for the longest interval.
qsizetype SampleGenerator::drawTimes(Timestamp limit, qsizetype maxSamples) {
    const Timestamp last = std::min(limit, lastTime);
    const auto capacity = static_cast<std::size_t>(std::max<qsizetype>(maxSamples, 0));
    if (m_times.size() < capacity) {
        m_times.resize(capacity);
        m_owners.resize(capacity);
    }
    std::size_t count = 0;
    while (count < capacity) {
        const std::size_t index = earliestChannel();
        if (m_next[index] > last)
            break;
        m_times[count] = m_next[index];
        m_owners[count] = static_cast<ChannelIndex>(index);
        ++count;
        advance(index);
    }
    return static_cast<qsizetype>(count);
}

void SampleGenerator::drawValues(double* values, qsizetype count) {
    if (m_channels.size() == 1) {
        m_channels.front().distribution.fill(m_channels.front().values, m_times.data(), values, count);
        return;
    }
    for (qsizetype i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        Channel& channel = m_channels[m_owners[at]];
        values[i] = channel.distribution.next(channel.values, m_times[at]);
    }
}

} // namespace rillscope
