// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/SampleBlock.h"
#include "core/source/simulator/Distribution.h"
#include "core/source/simulator/FaultInjector.h"

#include <vector>

namespace rillscope {

/// The simulated samples themselves, merged over the channels in the order of their event times (the lower
/// channel first where they are equal), without any clock; with the faults of the settings, if there are any,
/// in the order of arrival: late ones after newer ones. All channels begin at the first event time.
/// Reproducible: settings, seed and first event time give the samples to the bit, however they are cut into
/// blocks. Each channel has a stream of its own for its values and one for its intervals, so that neither
/// another distribution nor more channels nor faults change the other numbers.
/// Thread: a value, no sharing. Units: °C. Errors: none; settings are as SimulationSettings::fromUri()
/// checks.
class SampleGenerator {
public:
    SampleGenerator(const SimulationSettings& settings, quint64 seed, Timestamp firstTime);

    /// Appends the samples that arrive up to and including event time `limit`, at most `maxSamples`, and sets
    /// the block's channel table. There may be none, when faults leave them out.
    void generateUntil(Timestamp limit, qsizetype maxSamples, SampleBlock& block);
    /// The same without a limit in time; the samples end at SimulationSettings::latestTime only.
    void generate(qsizetype maxSamples, SampleBlock& block);

    /// Event time at which the next sample arrives. Without simulated faults that is the sample's own time; a
    /// fault may let it arrive later, or not at all.
    Timestamp nextTime() const;
    /// Event time of the newest sample drawn; the first event time before that.
    Timestamp latestTime() const { return m_latestTime; }
    bool isAtEnd() const { return nextTime() >= SimulationSettings::latestTime; }

    /// Goes on with other settings (seed, start and speed mean nothing here). New intervals also replace the
    /// pending one, counted from the last sample but never ending before `now`; a sample due by `now` stays.
    /// Additional channels begin at `now`, superfluous ones fall silent; the channel table only grows.
    /// `now` is not before latestTime().
    void configure(const SimulationSettings& settings, Timestamp now);

    /// See FaultInjector.
    void setFaultLog(std::vector<InjectedFault>* log) { m_faults.setLog(log); }

private:
    struct Channel {
        Channel(const SimulationSettings& settings, quint64 seed, int index, Timestamp first);

        RandomGenerator intervals;
        RandomGenerator values;
        Distribution distribution;
        quint64 intervalBits = 0; ///< what the pending interval was drawn from
        Timestamp previous;       ///< the last sample, once hasBegun
        bool hasBegun = false;
    };

    void addChannel(Timestamp first);
    void resumeChannel(std::size_t index, Timestamp now);
    void redrawInterval(std::size_t index, Timestamp now);
    std::size_t activeCount() const { return static_cast<std::size_t>(m_settings.channels); }
    std::size_t earliestChannel() const;
    void advance(std::size_t index);
    void drawUntil(Timestamp limit, qsizetype maxSamples, SampleBlock& block);
    void drawFaultyUntil(Timestamp limit, qsizetype maxSamples, SampleBlock& block);
    qsizetype drawTimes(Timestamp limit, qsizetype maxSamples);
    void drawValues(double* values, qsizetype count);

    SimulationSettings m_settings;
    quint64 m_seed;
    Timestamp m_latestTime;
    QList<ChannelInfo> m_channelTable;
    std::vector<Channel> m_channels; ///< also the silenced ones
    std::vector<Timestamp> m_next;   ///< by channel: when its next sample comes
    std::vector<Timestamp> m_times;  ///< of the block being made
    std::vector<ChannelIndex> m_owners;
    FaultInjector m_faults;
    SampleBlock m_drawn; ///< one sample on its way to the faults
};

} // namespace rillscope
