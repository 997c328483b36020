// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/process/alarm/AlarmText.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace rillscope {
namespace {

using namespace test;
using Random = std::mt19937_64;

/// What a stream in order must raise, straight from the words: a value is in alarm when some stretch of
/// values beyond the limit that ends here is as long as the delay, or when the value before was in alarm and
/// this one is not back by the hysteresis. Each run of values in alarm is an occurrence.
class AlarmReference {
public:
    AlarmReference(const AlarmRule& rule, const std::vector<Reading>& readings) : m_rule(rule) {
        for (const Reading& reading : readings) {
            if (std::isfinite(reading.value))
                m_readings.push_back(reading);
        }
        bool wasInAlarm = false;
        for (std::size_t i = 0; i < m_readings.size(); ++i) {
            const auto start = longestStretchTo(i);
            const bool isInAlarm = start.has_value() || (wasInAlarm && !isBack(m_readings[i].value));
            if (isInAlarm && !wasInAlarm)
                m_runs.push_back({*start, i, i});
            if (isInAlarm)
                m_runs.back().last = i;
            wasInAlarm = isInAlarm;
        }
        m_isActive = wasInAlarm;
    }

    std::string text() const {
        std::string text;
        for (const Run& run : m_runs) {
            double worst = m_readings[run.first].value;
            for (std::size_t i = run.first; i <= run.last; ++i) {
                if (beyond(m_readings[i].value) > beyond(worst))
                    worst = m_readings[i].value;
            }
            text += text.empty() ? "" : "; ";
            text += secondsOf(atSecond(m_readings[run.first].second)) + "..";
            text += secondsOf(atSecond(m_readings[run.last].second));
            if (m_readings[run.raised].second != m_readings[run.first].second)
                text += " raised=" + secondsOf(atSecond(m_readings[run.raised].second));
            text += " worst=" + formatNumber(worst).toStdString();
        }
        return m_isActive ? text + " active" : text;
    }

private:
    struct Run {
        std::size_t first, raised, last;
    };

    /// How far beyond the limit; more than 0 is beyond.
    double beyond(double value) const {
        const bool hasLow = m_rule.condition != AlarmCondition::Above;
        const bool hasHigh = m_rule.condition != AlarmCondition::Below;
        return std::max(hasLow ? m_rule.low - value : -1e9, hasHigh ? value - m_rule.high : -1e9);
    }

    bool isBack(double value) const { return beyond(value) <= -m_rule.hysteresis; }

    std::optional<std::size_t> longestStretchTo(std::size_t end) const {
        std::optional<std::size_t> start;
        for (std::size_t i = end + 1; i-- > 0 && beyond(m_readings[i].value) > 0;) {
            if (std::chrono::seconds(m_readings[end].second - m_readings[i].second) >= m_rule.delay)
                start = i;
        }
        return start;
    }

    AlarmRule m_rule;
    std::vector<Reading> m_readings;
    std::vector<Run> m_runs;
    bool m_isActive = false;
};

AlarmRule randomRule(Random& random) {
    AlarmRule rule;
    rule.condition =
        std::array{AlarmCondition::Above, AlarmCondition::Below, AlarmCondition::Outside}[random() % 3];
    rule.low = static_cast<double>(random() % 4);
    rule.high = rule.low + 2.0 + static_cast<double>(random() % 4);
    rule.hysteresis = static_cast<double>(random() % 2);
    rule.delay = std::chrono::seconds(random() % 3 == 0 ? random() % 5 : 0);
    return rule;
}

/// Small whole numbers, so that limits and bands are met exactly; some NaN.
std::vector<Reading> randomStream(Random& random) {
    std::vector<Reading> readings;
    std::int64_t second = -20;
    for (std::size_t i = random() % 60; i > 0; --i) {
        second += static_cast<std::int64_t>(random() % 3);
        readings.push_back({second, random() % 15 == 0 ? std::nan("") : static_cast<double>(random() % 10)});
    }
    return readings;
}

TEST(AlarmRandomTest, RaisesWhatTheWordsOfARuleSay) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    qsizetype raised = 0;
    for (int round = 0; round < 20'000; ++round) {
        const AlarmRule rule = randomRule(random);
        const std::vector<Reading> readings = randomStream(random);
        const std::string expected = AlarmReference(rule, readings).text();
        ASSERT_EQ(alarmsOf(rule, readings), expected);
        raised += expected.empty() ? 0 : 1;
    }
    EXPECT_GT(raised, 5'000);
}

TEST(AlarmRandomTest, KeepsItsCountsInAnyOrderOfEvents) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    for (int round = 0; round < 300; ++round) {
        AlarmTable table(1 + static_cast<qsizetype>(random() % 5));
        AlarmRule rule = randomRule(random);
        rule.latch = random() % 2 == 0;
        std::vector<AlarmMonitor> monitors(3, AlarmMonitor({}, {}, rule));
        for (int event = 0; event < 300; ++event) {
            AlarmMonitor& monitor = monitors[random() % monitors.size()];
            const Timestamp time = atSecond(event - static_cast<int>(random() % 20));
            monitor.judge(time, static_cast<double>(random() % 10), time, table);
            if (random() % 20 == 0)
                table.acknowledge(random() % static_cast<quint64>(table.counts().raised + 1));
            if (random() % 50 == 0)
                monitor.setRule(randomRule(random), table);
            AlarmCounts counts{table.counts().raised, 0, 0};
            for (const AlarmOccurrence& occurrence : table.occurrences()) {
                counts.active += occurrence.isActive ? 1 : 0;
                counts.unacknowledged += occurrence.isAcknowledged ? 0 : 1;
                ASSERT_LE(occurrence.first, occurrence.last);
                ASSERT_LE(occurrence.first, occurrence.raisedAt);
            }
            ASSERT_EQ(table.counts(), counts);
        }
    }
}

} // namespace
} // namespace rillscope
