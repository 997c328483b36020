// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/process/window/WindowReference.h"
#include "core/process/window/WatermarkTracker.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace rillscope::test {
namespace {

using std::chrono::milliseconds;

const QList<Aggregate> allAggregates{
    Aggregate::Count, Aggregate::Minimum, Aggregate::Maximum, Aggregate::Mean, Aggregate::StandardDeviation,
    Aggregate::First, Aggregate::Last,    Aggregate::P50,     Aggregate::P90,  Aggregate::P99};

class RandomStreams {
public:
    explicit RandomStreams(std::uint64_t seed) : m_random(seed) {}

    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(high - low + 1));
    }

    WindowSettings settings() {
        const milliseconds part(between(1, 6));
        const milliseconds size = part * between(1, 4);
        const milliseconds offset(between(-8, 8));
        switch (between(0, 3)) {
        case 0:
            return TumblingWindow{size, offset, allAggregates};
        case 1:
            return HoppingWindow{size, part, offset, allAggregates};
        case 2:
            return SessionWindow{part, allAggregates};
        default:
            return CumulatingWindow{size, part, offset, allAggregates};
        }
    }

    /// Around `now`; not on whole milliseconds, and often equal to another.
    Timestamp eventTime(std::int64_t now, std::int64_t disorder) {
        return Timestamp{milliseconds(now - between(0, disorder))} + Duration(between(0, 2) * 333'333);
    }

    double value() {
        switch (between(0, 15)) {
        case 0:
            return std::numeric_limits<double>::quiet_NaN();
        case 1:
            return -std::numeric_limits<double>::infinity();
        default:
            return static_cast<double>(between(-20, 20)) / 4.0;
        }
    }

private:
    std::mt19937_64 m_random;
};

bool isSame(double left, double right) {
    return (std::isnan(left) && std::isnan(right)) || std::abs(left - right) < 1e-9;
}

bool isSame(const WindowRow& left, const WindowRow& right) {
    return left.channel == right.channel && left.start == right.start && left.end == right.end &&
           left.rankError == right.rankError &&
           std::ranges::equal(left.values, right.values, [](double a, double b) { return isSame(a, b); });
}

/// True when both say the same of one random stream.
bool agreesOnOneStream(RandomStreams& random) {
    const WindowSettings settings = random.settings();
    WindowLimits limits;
    if (random.between(0, 3) == 0)
        limits.openWindows = random.between(1, 8);
    WindowOperator windows(settings, limits);
    WindowReference reference(settings, limits.openWindows);
    WatermarkTracker watermark{milliseconds(random.between(0, 10))};
    const std::int64_t disorder = random.between(0, 20);
    const std::int64_t channels = random.between(1, 3);
    const std::int64_t step = random.between(0, 8);
    std::int64_t now = random.between(-60, 20);
    std::vector<WindowRow> rows;
    for (std::int64_t left = random.between(1, 16); left >= 0; --left, now += random.between(0, step)) {
        const auto channel = static_cast<ChannelIndex>(random.between(1, channels));
        const Timestamp time = random.eventTime(now, disorder);
        const double value = random.value();
        const bool joined = windows.add(channel, time, value) == Admission::Joined;
        if (joined != reference.add(channel, time, value))
            return false;
        watermark.observe(time);
        const WindowTime mark = left > 0 ? watermark.watermark() : afterAllTime;
        rows.clear();
        windows.advance(mark, rows);
        if (!std::ranges::equal(rows, reference.advance(mark.time_since_epoch().count()),
                                [](const WindowRow& a, const WindowRow& b) { return isSame(a, b); }))
            return false;
        if (windows.openCount() != reference.openCount())
            return false;
    }
    return windows.openCount() == 0;
}

TEST(WindowReferenceTest, AgreesWithThePlainRulesOnRandomStreamsOutOfOrder) {
    const std::uint64_t seed = std::random_device{}();
    for (std::uint64_t stream = 0; stream < 100'000; ++stream) {
        RandomStreams random(seed + stream);
        ASSERT_TRUE(agreesOnOneStream(random)) << "seed " << seed + stream;
    }
}

} // namespace
} // namespace rillscope::test
