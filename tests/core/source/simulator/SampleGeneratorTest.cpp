// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/SampleGenerator.h"

#include "core/base/RunningStatistics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace rillscope {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr Timestamp start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
constexpr quint64 seed = 42;

SimulationSettings settingsOf(const char16_t* uri) {
    return SimulationSettings::fromUri(SourceUri::parse(QString::fromUtf16(uri)).value()).value();
}

SampleBlock generated(const SimulationSettings& settings, qsizetype count, quint64 withSeed = seed) {
    SampleGenerator generator(settings, withSeed, start);
    SampleBlock block;
    generator.generate(count, block);
    return block;
}

void expectSame(const SampleBlock& a, const SampleBlock& b) {
    EXPECT_EQ(a.channels, b.channels);
    EXPECT_EQ(a.channel, b.channel);
    EXPECT_EQ(a.eventTime, b.eventTime);
    EXPECT_EQ(a.value, b.value); // finite values: equal means the same bits, but for the sign of zero
    EXPECT_EQ(a.quality, b.quality);
}

/// The samples of one channel alone.
SampleBlock channelOf(const SampleBlock& block, ChannelIndex channel) {
    SampleBlock result;
    result.channels = block.channels;
    for (qsizetype i = 0; i < block.size(); ++i) {
        if (block.channel.at(i) == channel)
            result.append(block.at(i));
    }
    return result;
}

TEST(SampleGeneratorTest, RepeatsItselfForASeedOnly) {
    for (const char16_t* uri :
         {u"sim:normal", u"sim:walk?channels=3", u"sim:exponential?intervals=poisson"}) {
        const SampleBlock first = generated(settingsOf(uri), 10'000);
        ASSERT_EQ(first.size(), 10'000);
        EXPECT_EQ(first.eventTime.first(), start);
        expectSame(first, generated(settingsOf(uri), 10'000));
        EXPECT_NE(first.value, generated(settingsOf(uri), 10'000, seed + 1).value);
    }
}

TEST(SampleGeneratorTest, KeepsTheStreamOfAnEarlierRelease) {
    // A change of these numbers breaks everyone's recorded seeds: say so in the changelog.
    const SampleBlock block = generated(SimulationSettings{}, 4);
    const std::vector<std::int64_t> offsets{0, 425'722'058, 653'250'474, 1'146'808'142};
    const std::vector<double> values{18.092406118910269, 27.890849010270749, 20.496439226113857,
                                     17.409115391376204};
    for (qsizetype i = 0; i < block.size(); ++i) {
        EXPECT_EQ((block.eventTime.at(i) - start).count(), offsets[static_cast<std::size_t>(i)]);
        EXPECT_NEAR(block.value.at(i), values[static_cast<std::size_t>(i)], 1e-9);
    }
}

TEST(SampleGeneratorTest, MakesTheSameSamplesInBlocksOfAnySize) {
    for (const char16_t* uri : {u"sim:normal?rate=1000", u"sim:walk?channels=5&rate=1000&intervals=poisson",
                                u"sim:daily?channels=16&rate=1000&spread=0"}) {
        constexpr qsizetype count = 20'000;
        const SampleBlock whole = generated(settingsOf(uri), count);
        std::mt19937_64 random(50);
        SampleGenerator generator(settingsOf(uri), seed, start);
        SampleBlock pieces;
        while (pieces.size() < count) {
            const qsizetype most =
                std::min<qsizetype>(count - pieces.size(), static_cast<qsizetype>(random() % 400));
            const Timestamp limit =
                generator.nextTime() + Duration{static_cast<qint64>(random() % 20'000'000)};
            const qsizetype before = pieces.size();
            generator.generateUntil(limit, most, pieces);
            ASSERT_LE(pieces.size() - before, most);
            if (pieces.size() > before) {
                ASSERT_LE(pieces.eventTime.last(), limit);
            }
            if (pieces.size() - before < most) {
                ASSERT_GT(generator.nextTime(), limit);
            }
        }
        expectSame(whole, pieces);
    }
}

TEST(SampleGeneratorTest, DrawsIntervalsUniformlyBetweenBothBounds) {
    const SampleBlock block = generated(settingsOf(u"sim:?interval=1ms..5ms"), 1'000'001);
    RunningStatistics intervals;
    for (qsizetype i = 1; i < block.size(); ++i)
        intervals.add(static_cast<double>((block.eventTime.at(i) - block.eventTime.at(i - 1)).count()));
    EXPECT_GE(intervals.minimum(), 1e6);
    EXPECT_LE(intervals.maximum(), 5e6);
    const double deviation = 4e6 / std::sqrt(12.0);
    EXPECT_NEAR(intervals.mean(), 3e6, 4.0 * deviation / 1e3);
    EXPECT_NEAR(intervals.standardDeviation(), deviation, 4.0 * deviation * std::sqrt(0.2) / 1e3);
}

TEST(SampleGeneratorTest, DrawsEveryIntervalOfANarrowRangeEquallyOften) {
    const SampleBlock block = generated(settingsOf(u"sim:?interval=1000ns..1004ns"), 500'001);
    std::array<int, 5> counts{};
    for (qsizetype i = 1; i < block.size(); ++i)
        ++counts.at(
            static_cast<std::size_t>((block.eventTime.at(i) - block.eventTime.at(i - 1)).count() - 1'000));
    for (const int count : counts)
        EXPECT_NEAR(count, 100'000, 4.0 * std::sqrt(80'000.0));
}

TEST(SampleGeneratorTest, DrawsAPoissonProcess) {
    const SampleBlock block = generated(settingsOf(u"sim:?interval=1ms..5ms&intervals=poisson"), 1'000'001);
    RunningStatistics intervals;
    for (qsizetype i = 1; i < block.size(); ++i)
        intervals.add(static_cast<double>((block.eventTime.at(i) - block.eventTime.at(i - 1)).count()));
    EXPECT_NEAR(intervals.mean(), 3e6, 4.0 * 3e6 / 1e3);
    EXPECT_NEAR(intervals.standardDeviation(), 3e6, 4.0 * 3e6 * std::sqrt(2.0) / 1e3);
    EXPECT_LT(intervals.minimum(), 100.0);
    EXPECT_GT(intervals.maximum(), 10.0 * 3e6);
}

TEST(SampleGeneratorTest, KeepsARegularIntervalToTheNanosecond) {
    const SampleBlock block = generated(settingsOf(u"sim:?interval=1s"), 1'000);
    for (qsizetype i = 0; i < block.size(); ++i)
        ASSERT_EQ(block.eventTime.at(i), start + i * seconds(1));
}

TEST(SampleGeneratorTest, MeetsEveryRateByEventTime) {
    for (const double rate : {0.1, 3.0, 1'234.5, 100'000.0, 1'000'000.0}) {
        for (const auto kind : {IntervalSettings::Kind::Uniform, IntervalSettings::Kind::Poisson}) {
            SimulationSettings settings;
            settings.interval = IntervalSettings::ofRate(rate, 2.0 / 3.0, kind);
            const SampleBlock block = generated(settings, 300'000);
            const double elapsed = toSeconds(block.eventTime.last() - block.eventTime.first());
            EXPECT_NEAR(static_cast<double>(block.size() - 1) / elapsed, rate, 0.01 * rate);
        }
    }
}

TEST(SampleGeneratorTest, LeavesTheFirstChannelsAloneWhenThereAreMore) {
    for (const char16_t* uri : {u"sim:normal", u"sim:walk", u"sim:daily?intervals=poisson"}) {
        SimulationSettings settings = settingsOf(uri);
        const SampleBlock alone = generated(settings, 1'000);
        settings.channels = 3;
        const SampleBlock three = generated(settings, 9'000);
        settings.channels = 16;
        const SampleBlock sixteen = generated(settings, 48'000);
        for (ChannelIndex channel = 0; channel < 3; ++channel) {
            SampleBlock ofThree = channelOf(three, channel);
            SampleBlock ofSixteen = channelOf(sixteen, channel);
            ofThree.truncate(1'000);
            ofSixteen.truncate(1'000);
            EXPECT_EQ(ofThree.eventTime, ofSixteen.eventTime);
            EXPECT_EQ(ofThree.value, ofSixteen.value);
            EXPECT_EQ(channel == 0, ofThree.value == alone.value);
            EXPECT_EQ(channel == 0, ofThree.eventTime == alone.eventTime);
        }
    }
}

TEST(SampleGeneratorTest, LeavesTheIntervalsAloneForAnotherDistribution) {
    const SampleBlock normal = generated(settingsOf(u"sim:normal?channels=4"), 5'000);
    const SampleBlock walk = generated(settingsOf(u"sim:walk?channels=4"), 5'000);
    EXPECT_EQ(normal.eventTime, walk.eventTime);
    EXPECT_EQ(normal.channel, walk.channel);
}

TEST(SampleGeneratorTest, MergesTheChannelsInOrder) {
    for (const char16_t* uri :
         {u"sim:?channels=16", u"sim:?channels=7&interval=1s", u"sim:?channels=5&rate=1e6&spread=1"}) {
        const SampleBlock block = generated(settingsOf(uri), 20'000);
        for (qsizetype i = 1; i < block.size(); ++i) {
            ASSERT_LE(block.eventTime.at(i - 1), block.eventTime.at(i));
            if (block.eventTime.at(i - 1) == block.eventTime.at(i)) {
                ASSERT_LE(block.channel.at(i - 1), block.channel.at(i));
            }
        }
        ASSERT_EQ(block.channels.size(), settingsOf(uri).channels);
        EXPECT_EQ(block.channels.first(), (ChannelInfo{QStringLiteral("sensor-1"), Unit::Celsius}));
        for (ChannelIndex channel = 0; channel < block.channels.size(); ++channel)
            EXPECT_EQ(channelOf(block, channel).eventTime.first(), start);
    }
}

TEST(SampleGeneratorTest, KeepsThePendingIntervalWhenOnlyValuesChange) {
    SampleGenerator plain(SimulationSettings{}, seed, start);
    SampleGenerator changed(SimulationSettings{}, seed, start);
    SampleBlock before;
    SampleBlock after;
    plain.generate(100, before);
    for (int i = 0; i < 100; ++i) {
        changed.generate(1, after);
        changed.configure(settingsOf(i % 2 ? u"sim:normal?mean=80" : u"sim:uniform"), changed.latestTime());
    }
    EXPECT_EQ(before.eventTime, after.eventTime);
    EXPECT_NE(before.value, after.value);
}

TEST(SampleGeneratorTest, AppliesANewIntervalToThePendingOne) {
    SampleGenerator generator(settingsOf(u"sim:?interval=10s"), seed, start);
    SampleBlock block;
    generator.generate(1, block);
    EXPECT_EQ(generator.nextTime(), start + seconds(10));
    generator.configure(settingsOf(u"sim:?interval=2s"), start + seconds(1));
    EXPECT_EQ(generator.nextTime(), start + seconds(2));
    generator.configure(settingsOf(u"sim:?interval=8s"), start + milliseconds(1'500));
    EXPECT_EQ(generator.nextTime(), start + seconds(8));
    generator.configure(settingsOf(u"sim:?interval=1ms"), start + seconds(5));
    EXPECT_EQ(generator.nextTime(), start + seconds(5)) << "never in the past";
}

TEST(SampleGeneratorTest, DoesNotFavourShortIntervalsWhileASliderMoves) {
    // A new draw at each of a hundred changes would end at the smallest of a hundred draws.
    SampleGenerator generator(settingsOf(u"sim:?interval=1s..9s"), seed, start);
    RunningStatistics intervals;
    for (int i = 0; i < 2'000; ++i) {
        SampleBlock block;
        generator.generate(1, block);
        for (int change = 0; change < 100; ++change)
            generator.configure(settingsOf(change % 2 ? u"sim:?interval=1s..9s" : u"sim:?interval=1s..9.1s"),
                                generator.latestTime());
        intervals.add(toSeconds(generator.nextTime() - generator.latestTime()));
    }
    EXPECT_NEAR(intervals.mean(), 5.0, 4.0 * 8.0 / std::sqrt(12.0 * 2'000));
}

TEST(SampleGeneratorTest, KeepsWhatWasDueWhenReconfigured) {
    SampleGenerator generator(settingsOf(u"sim:?interval=1s"), seed, start);
    SampleBlock block;
    generator.generate(1, block);
    generator.configure(settingsOf(u"sim:?interval=100ms"), start + seconds(5));
    generator.generateUntil(start + seconds(5), 1'000, block);
    ASSERT_EQ(block.size(), 42);
    EXPECT_EQ(block.eventTime.at(1), start + seconds(1));
    EXPECT_EQ(block.eventTime.last(), start + seconds(5));
}

TEST(SampleGeneratorTest, AddsAndSilencesChannels) {
    SampleGenerator generator(settingsOf(u"sim:?interval=1s&channels=1"), seed, start);
    const auto countsUntil = [&generator](Duration end) {
        SampleBlock block;
        generator.generateUntil(start + end, 1'000, block);
        std::array<qsizetype, 3> counts{};
        for (const ChannelIndex channel : std::as_const(block.channel))
            ++counts.at(channel);
        return std::pair(block.channels.size(), counts);
    };
    using Counts = std::array<qsizetype, 3>;
    EXPECT_EQ(countsUntil(milliseconds(9'500)), std::pair(qsizetype{1}, Counts{10, 0, 0}));
    generator.configure(settingsOf(u"sim:?interval=1s&channels=3"), start + milliseconds(9'700));
    EXPECT_EQ(generator.nextTime(), start + milliseconds(9'700)) << "new channels begin at once";
    EXPECT_EQ(countsUntil(milliseconds(19'500)), std::pair(qsizetype{3}, Counts{10, 10, 10}));
    generator.configure(settingsOf(u"sim:?interval=1s&channels=2"), start + milliseconds(19'500));
    EXPECT_EQ(countsUntil(milliseconds(29'500)), std::pair(qsizetype{3}, Counts{10, 10, 0}));
    generator.configure(settingsOf(u"sim:?interval=1s&channels=3"), start + milliseconds(29'500));
    EXPECT_EQ(countsUntil(milliseconds(39'400)), std::pair(qsizetype{3}, Counts{10, 10, 10}));
}

TEST(SampleGeneratorTest, StaysInOrderUnderAnyReconfiguration) {
    std::mt19937_64 random(51);
    SampleGenerator generator(SimulationSettings{}, seed, start);
    SampleBlock block;
    Timestamp now = start;
    for (int i = 0; i < 5'000; ++i) {
        SimulationSettings settings;
        settings.channels = static_cast<int>(random() % 16) + 1;
        settings.interval = IntervalSettings::ofRate(
            std::pow(10.0, static_cast<double>(random() % 5) - 1.0), 1.0,
            random() % 2 ? IntervalSettings::Kind::Uniform : IntervalSettings::Kind::Poisson);
        settings.distribution = random() % 2 ? DistributionParameters{RandomWalkParameters{}}
                                             : DistributionParameters{NormalParameters{}};
        now += Duration{static_cast<qint64>(random() % 100'000'000)};
        generator.generateUntil(now, static_cast<qsizetype>(random() % 200), block);
        generator.configure(settings, now);
    }
    ASSERT_GT(block.size(), 100'000);
    for (qsizetype i = 1; i < block.size(); ++i)
        ASSERT_LE(block.eventTime.at(i - 1), block.eventTime.at(i));
    for (const double value : std::as_const(block.value))
        ASSERT_TRUE(std::isfinite(value));
}

TEST(SampleGeneratorTest, EndsBeforeTheEndOfTime) {
    const Timestamp late = SimulationSettings::latestTime - seconds(25);
    SampleGenerator generator(settingsOf(u"sim:?interval=10s&channels=2&intervals=poisson"), seed, late);
    EXPECT_FALSE(generator.isAtEnd());
    SampleBlock block;
    generator.generate(1'000, block);
    EXPECT_GE(block.size(), 2);
    EXPECT_LT(block.size(), 100);
    EXPECT_LT(block.eventTime.last(), SimulationSettings::latestTime);
    EXPECT_TRUE(generator.isAtEnd());
    generator.generate(1'000, block);
    EXPECT_LT(block.size(), 100);
}

} // namespace
} // namespace rillscope
