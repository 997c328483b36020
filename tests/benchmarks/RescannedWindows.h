// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/window/WeightedRun.h"
#include "core/process/window/WindowRow.h"

#include <algorithm>
#include <deque>
#include <random>
#include <vector>

/// The stream and the peer of the benchmarks of windows: HOP of 15 s in 60 s.
namespace rillscope::bench {

inline constexpr Duration size = std::chrono::seconds(60);
inline constexpr Duration slide = std::chrono::seconds(15);
inline constexpr Duration outOfOrderness = std::chrono::seconds(1);

struct Arrival {
    ChannelIndex channel;
    Timestamp time;
    double value;
};

/// Normal values of `channels` in turn, `rate` in a second of event time, each up to half a second late.
inline std::vector<Arrival> makeStream(std::int64_t count, std::int64_t rate, std::int64_t channels) {
    std::mt19937_64 random(42);
    std::normal_distribution<double> normal(20.0, 5.0);
    std::uniform_int_distribution<std::int64_t> delay(0, 500'000'000);
    std::vector<Arrival> samples;
    samples.reserve(static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int64_t now = 1'767'225'600'000'000'000 + i * (1'000'000'000 / rate);
        samples.push_back(
            {static_cast<ChannelIndex>(i % channels), fromNanoseconds(now - delay(random)), normal(random)});
    }
    return samples;
}

/// What a script would do: keep the samples, and when a window ends take out its own and sort them.
class RescannedWindows {
public:
    void add(const Arrival& sample) { m_samples.push_back(sample); }

    void advance(WindowTime watermark, std::vector<WindowRow>& rows) {
        if (m_samples.empty())
            return;
        if (m_nextEnd == Timestamp{})
            m_nextEnd = Timestamp{m_samples.front().time.sinceEpoch() / slide * slide} + slide;
        while (toTimestamp(watermark) >= m_nextEnd - std::chrono::milliseconds(1)) {
            fire(rows);
            m_nextEnd += slide;
            while (!m_samples.empty() && m_samples.front().time < m_nextEnd - size - outOfOrderness)
                m_samples.pop_front();
        }
    }

private:
    void fire(std::vector<WindowRow>& rows) {
        m_values.clear();
        for (const Arrival& sample : m_samples) {
            if (sample.time >= m_nextEnd - size && sample.time < m_nextEnd)
                m_values.push_back(sample.value);
        }
        if (m_values.empty())
            return;
        std::ranges::sort(m_values);
        const std::vector<WeightedRun> runs{{m_values.data(), m_values.data() + m_values.size(), 1}};
        WindowRow row{0, m_nextEnd - size, m_nextEnd, 0, {}};
        row.values[static_cast<std::size_t>(Aggregate::Count)] = static_cast<double>(m_values.size());
        row.values[static_cast<std::size_t>(Aggregate::P99)] = percentile(runs, 0.99);
        rows.push_back(row);
    }

    std::deque<Arrival> m_samples;
    std::vector<double> m_values;
    Timestamp m_nextEnd;
};

} // namespace rillscope::bench
