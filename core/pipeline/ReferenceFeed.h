// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ReferenceSamples.h"
#include "core/history/SampleHistory.h"

#include <deque>

namespace rillscope {

/// Puts captures to compare with into a history, a part at a time. Thread: one owner (processing), the writer
/// of the history.
class ReferenceFeed {
public:
    static constexpr std::size_t samplesAtOnce = 20'000; ///< half a millisecond

    explicit ReferenceFeed(SampleHistory& history) : m_history(history) {}

    /// `places`: of its channels in the history; none for one that is to be left out.
    void add(std::shared_ptr<const ReferenceSamples> reference,
             std::vector<std::optional<ChannelIndex>> places, Duration shift);
    bool isEmpty() const { return m_waiting.empty(); }

    /// Appends the next samplesAtOnce at the most; calls taken(channel, sample) for each.
    template <typename Taken>
    void appendSome(Taken taken) {
        std::size_t left = samplesAtOnce;
        while (left > 0 && !m_waiting.empty()) {
            Waiting& next = m_waiting.front();
            const std::vector<RecordedSample>& samples = next.capture->channels[next.channel].samples;
            const auto& place = next.places[next.channel];
            for (; place && left > 0 && next.sample < samples.size(); ++next.sample, --left) {
                const RecordedSample sample = shifted(samples[next.sample], next.shift);
                m_history.append(*place, sample);
                taken(*place, sample);
            }
            if (!place || next.sample == samples.size())
                goOn();
        }
    }

private:
    struct Waiting {
        std::shared_ptr<const ReferenceSamples> capture;
        std::vector<std::optional<ChannelIndex>> places;
        Duration shift;
        std::size_t channel = 0;
        std::size_t sample = 0;
    };

    static RecordedSample shifted(RecordedSample sample, Duration shift);
    void goOn();

    SampleHistory& m_history;
    std::deque<Waiting> m_waiting;
};

} // namespace rillscope
