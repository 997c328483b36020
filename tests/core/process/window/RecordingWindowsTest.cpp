// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rfc3339.h"
#include "core/process/window/WatermarkTracker.h"
#include "core/process/window/WindowOperator.h"

#include <gtest/gtest.h>

#include <fstream>

namespace rillscope {
namespace {

using std::chrono::minutes;

struct Measurement {
    Timestamp time;
    double value;
};

/// The recording of the Numenta Anomaly Benchmark, in the order of the file, its times taken as UTC.
std::vector<Measurement> readRecording() {
    std::ifstream file(RILLSCOPE_TEST_DATA "/machine_temperature.csv");
    std::vector<Measurement> measurements;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const std::size_t comma = line.find(',');
        const auto time = parseRfc3339(std::string_view(line).substr(0, comma));
        if (time)
            measurements.push_back({*time, std::stod(line.substr(comma + 1))});
    }
    return measurements;
}

struct Outcome {
    std::vector<WindowRow> rows;
    std::int64_t memberships = 0;
    std::int64_t lateDropped = 0;
};

Outcome outcomeOf(const WindowSettings& settings, Duration outOfOrderness) {
    WindowOperator windows(settings);
    WatermarkTracker watermark(outOfOrderness);
    Outcome outcome;
    for (const Measurement& measurement : readRecording()) {
        windows.add(0, measurement.time, measurement.value);
        watermark.observe(measurement.time);
        windows.advance(watermark.watermark(), outcome.rows);
    }
    windows.finish(outcome.rows);
    for (const WindowRow& row : outcome.rows)
        outcome.memberships += static_cast<std::int64_t>(row.value(Aggregate::Count));
    outcome.lateDropped = windows.lateDroppedCount();
    EXPECT_EQ(windows.emittedCount(), static_cast<std::int64_t>(outcome.rows.size()));
    return outcome;
}

TEST(RecordingWindowsTest, TumbleDropsTheTenThatCameTooLate) {
    const Outcome outcome = outcomeOf(TumblingWindow{minutes(10), {}, {Aggregate::Count}}, minutes(5));
    EXPECT_EQ(outcome.rows.size(), 11'342U);
    EXPECT_EQ(outcome.memberships, 22'685);
    EXPECT_EQ(outcome.lateDropped, 10);
}

TEST(RecordingWindowsTest, TumbleKeepsAllWhenItWaitsForAnHour) {
    const Outcome outcome = outcomeOf(TumblingWindow{minutes(10), {}, {Aggregate::Count}}, minutes(60));
    EXPECT_EQ(outcome.rows.size(), 11'342U);
    EXPECT_EQ(outcome.memberships, 22'695);
    EXPECT_EQ(outcome.lateDropped, 0);
}

TEST(RecordingWindowsTest, HopCountsEachSampleInItsFourWindows) {
    const Outcome outcome = outcomeOf(
        HoppingWindow{minutes(60), minutes(15), {}, {Aggregate::Count, Aggregate::P99}}, minutes(5));
    EXPECT_EQ(outcome.rows.size(), 7'564U);
    EXPECT_EQ(outcome.memberships, 90'762);
    for (const WindowRow& row : outcome.rows)
        EXPECT_EQ(row.rankError, 0);
}

} // namespace
} // namespace rillscope
