// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/FaultInjector.h"

#include "core/source/simulator/SampleGenerator.h"
#include "core/source/simulator/SimulatedSource.h"
#include "tests/support/ManualClock.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <set>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

constexpr Timestamp start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
constexpr quint64 seed = 42;

SimulationSettings settingsOf(const QString& faults) {
    const QString uri = QStringLiteral("sim:walk?interval=0.5s..1.5s&channels=3") + faults;
    return SimulationSettings::fromUri(SourceUri::parse(uri).value()).value();
}

struct FaultyRun {
    std::vector<Sample> samples;
    std::vector<InjectedFault> faults;
};

FaultyRun runOf(const QString& faults, qsizetype blockSize = 1'000) {
    FaultyRun run;
    SampleGenerator generator(settingsOf(faults), seed, start);
    generator.setFaultLog(&run.faults);
    for (const Timestamp end = start + 10'000s; generator.nextTime() <= end;) {
        SampleBlock block;
        generator.generateUntil(end, blockSize, block);
        EXPECT_LE(block.size(), blockSize);
        for (qsizetype i = 0; i < block.size(); ++i)
            run.samples.push_back(block.at(i));
    }
    return run;
}

const FaultyRun& goodRun() {
    static const FaultyRun run = runOf({});
    return run;
}

using Key = std::pair<ChannelIndex, Timestamp>;

std::map<Key, InjectedFault> byKey(const FaultyRun& run) {
    std::map<Key, InjectedFault> faults;
    for (const InjectedFault& fault : run.faults)
        faults.insert({{fault.channel, fault.eventTime}, fault});
    return faults;
}

bool isSame(double left, double right) {
    return std::bit_cast<quint64>(left) == std::bit_cast<quint64>(right);
}

bool areSame(const std::vector<Sample>& left, const std::vector<Sample>& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const Sample& a, const Sample& b) {
                          return a.channel == b.channel && a.eventTime == b.eventTime &&
                                 isSame(a.value, b.value) && a.quality == b.quality;
                      });
}

/// The values of the faulty run against those of the same samples in the good one, for a fault that changes
/// nothing but values.
template <typename Visitor>
void compareValues(const FaultyRun& faulty, Visitor visitFaulty) {
    const auto faults = byKey(faulty);
    ASSERT_EQ(faulty.samples.size(), goodRun().samples.size());
    ASSERT_GT(faults.size(), 100U);
    ASSERT_LT(faults.size(), faulty.samples.size() / 2);
    for (std::size_t i = 0; i < faulty.samples.size(); ++i) {
        const Sample& sample = faulty.samples[i];
        const Sample& good = goodRun().samples[i];
        ASSERT_EQ(sample.eventTime, good.eventTime);
        ASSERT_EQ(sample.channel, good.channel);
        const auto fault = faults.find({sample.channel, sample.eventTime});
        if (fault == faults.end())
            ASSERT_TRUE(isSame(sample.value, good.value)) << "sample " << i;
        else
            visitFaulty(sample.value, good.value, fault->second);
    }
}

TEST(FaultInjectorTest, RepeatsItselfHoweverTheStreamIsCut) {
    const QString all =
        QStringLiteral("&gap=0.002&burst=0.003&duplicate=0.01&late=0.02&spike=0.01&stuck=0.003&"
                       "drift=0.001&nan=0.01");
    const FaultyRun run = runOf(all);
    EXPECT_GT(run.faults.size(), 1'000U);
    for (const qsizetype blockSize : {1, 7, 100'000}) {
        const FaultyRun other = runOf(all, blockSize);
        EXPECT_TRUE(areSame(run.samples, other.samples)) << blockSize;
        EXPECT_EQ(run.faults, other.faults) << blockSize;
    }
}

TEST(FaultInjectorTest, LeavesOutWhatFallsIntoAGapAndNothingElse) {
    const FaultyRun run = runOf(QStringLiteral("&gap=0.01&gapFor=3s..6s"));
    const auto faults = byKey(run);
    std::vector<Sample> expected;
    std::map<Key, int> lengths;
    for (const Sample& sample : goodRun().samples) {
        const auto fault = faults.find({sample.channel, sample.eventTime});
        if (fault == faults.end())
            expected.push_back(sample);
        else
            ++lengths[{sample.channel, fault->second.begin}];
    }
    EXPECT_TRUE(areSame(run.samples, expected));
    EXPECT_GT(lengths.size(), 100U);
    for (const auto& [key, length] : lengths) { // 3 s hold at least two samples, 6 s at most twelve
        if (key.second > start + 9'990s)
            continue; // cut off by the end
        EXPECT_GE(length, 2);
        EXPECT_LE(length, 12);
    }
}

TEST(FaultInjectorTest, AddsASpikeOfTheSizeAskedForUpOrDown) {
    int up = 0;
    int down = 0;
    compareValues(runOf(QStringLiteral("&spike=0.02&spikeBy=10..15")), [&](double value, double good, auto&) {
        EXPECT_GE(std::abs(value - good), 10.0 - 1e-9);
        EXPECT_LE(std::abs(value - good), 15.0 + 1e-9);
        ++(value > good ? up : down);
    });
    EXPECT_GT(std::min(up, down), 100);
}

TEST(FaultInjectorTest, HoldsAValueWhereItStuck) {
    std::map<Key, double> held;
    for (const Sample& sample : goodRun().samples)
        held[{sample.channel, sample.eventTime}] = sample.value;
    compareValues(runOf(QStringLiteral("&stuck=0.01&stuckFor=2s..8s")),
                  [&](double value, double, const InjectedFault& fault) {
                      EXPECT_EQ(value, (held[{fault.channel, fault.begin}]));
                      EXPECT_LT(fault.eventTime - fault.begin, 8s);
                  });
}

TEST(FaultInjectorTest, DriftsOffInAStraightLineAndComesBack) {
    std::map<Key, double> slopes;
    compareValues(runOf(QStringLiteral("&drift=0.002&driftFor=30s&driftBy=6")),
                  [&](double value, double good, const InjectedFault& fault) {
                      const double seconds = toSeconds(fault.eventTime - fault.begin);
                      const double slope = (value - good) / seconds;
                      EXPECT_LT(seconds, 30.0);
                      EXPECT_NEAR(std::abs(slope), 6.0 / 30.0, 1e-9);
                      const auto first = slopes.insert({{fault.channel, fault.begin}, slope}).first;
                      EXPECT_NEAR(slope, first->second, 1e-9) << "one direction";
                  });
    EXPECT_GT(slopes.size(), 20U);
}

TEST(FaultInjectorTest, LastsAsLongAsDrawn) {
    for (const char* const name : {"gap", "burst", "stuck", "drift"}) {
        const QString key = QString::fromLatin1(name);
        const FaultyRun run = runOf(QStringLiteral("&%1=0.01&%1For=7s").arg(key));
        std::map<Key, std::set<Timestamp>> episodes;
        for (const InjectedFault& fault : run.faults)
            episodes[{fault.channel, fault.begin}].insert(fault.eventTime);
        EXPECT_GT(episodes.size(), 100U) << name;
        const bool hitsItsFirst = key == QStringLiteral("gap") || key == QStringLiteral("burst");
        for (const auto& [begin, times] : episodes) {
            std::set<Timestamp> expected;
            for (const Sample& sample : goodRun().samples) {
                const Duration since = sample.eventTime - begin.second;
                if (sample.channel == begin.first && since < 7s && since >= (hitsItsFirst ? 0ns : 1ns))
                    expected.insert(sample.eventTime);
            }
            ASSERT_EQ(times, expected) << name;
        }
    }
}

TEST(FaultInjectorTest, MakesAValueNaN) {
    compareValues(runOf(QStringLiteral("&nan=0.02")),
                  [](double value, double, auto&) { EXPECT_TRUE(std::isnan(value)); });
}

TEST(FaultInjectorTest, SendsADuplicateRightBehindItsSample) {
    const FaultyRun run = runOf(QStringLiteral("&duplicate=0.05"));
    auto faults = byKey(run);
    EXPECT_GT(faults.size(), 1'000U);
    std::vector<Sample> expected;
    for (const Sample& sample : goodRun().samples)
        expected.insert(expected.end(), faults.count({sample.channel, sample.eventTime}) + 1, sample);
    EXPECT_TRUE(areSame(run.samples, expected));
}

/// The samples of the good run in the order in which they arrive when each is held back for so long.
template <typename Delay>
std::vector<Sample> delayed(Delay delayOf, Timestamp end) {
    std::vector<std::pair<Timestamp, Sample>> arrivals;
    for (const Sample& sample : goodRun().samples)
        arrivals.push_back({sample.eventTime + delayOf(sample), sample});
    std::stable_sort(arrivals.begin(), arrivals.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    std::vector<Sample> samples;
    for (const auto& [arrival, sample] : arrivals) {
        if (arrival <= end)
            samples.push_back(sample);
    }
    return samples;
}

TEST(FaultInjectorTest, DelaysTheDeliveryAndNotTheEventTime) {
    const FaultyRun run = runOf(QStringLiteral("&late=0.05&lateBy=2.5s"));
    const auto faults = byKey(run);
    EXPECT_GT(faults.size(), 1'000U);
    const auto delayOf = [&](const Sample& sample) {
        return faults.count({sample.channel, sample.eventTime}) > 0 ? Duration(2'500ms) : Duration(0);
    };
    EXPECT_TRUE(areSame(run.samples, delayed(delayOf, start + 10'000s)));
}

TEST(FaultInjectorTest, LetsABurstComeAtOnceWhenItEnds) {
    const FaultyRun run = runOf(QStringLiteral("&burst=0.02&burstFor=4s"));
    const auto faults = byKey(run);
    EXPECT_GT(faults.size(), 1'000U);
    const auto delayOf = [&](const Sample& sample) {
        const auto fault = faults.find({sample.channel, sample.eventTime});
        return fault == faults.end() ? Duration(0) : fault->second.begin + 4s - sample.eventTime;
    };
    EXPECT_TRUE(areSame(run.samples, delayed(delayOf, start + 10'000s)));
}

TEST(FaultInjectorTest, KeepsAFaultWhereItIsWhenOthersComeToIt) {
    const auto spikes = [](const FaultyRun& run) {
        std::vector<InjectedFault> result;
        std::copy_if(run.faults.begin(), run.faults.end(), std::back_inserter(result),
                     [](const InjectedFault& fault) { return fault.kind == FaultKind::Spike; });
        return result;
    };
    const auto alone = spikes(runOf(QStringLiteral("&spike=0.02")));
    EXPECT_EQ(alone, spikes(runOf(QStringLiteral("&spike=0.02&nan=0.1&late=0.1&duplicate=0.3&stuck=0.01"))));
    const auto besideGaps = spikes(runOf(QStringLiteral("&spike=0.02&gap=0.01")));
    EXPECT_LT(besideGaps.size(), alone.size());
    for (const InjectedFault& spike : besideGaps)
        EXPECT_NE(std::find(alone.begin(), alone.end(), spike), alone.end());
}

TEST(FaultInjectorTest, EndsAFaultWhenItsRateBecomesNothing) {
    SampleGenerator generator(settingsOf(QStringLiteral("&gap=1&gapFor=1h")), seed, start);
    SampleBlock block;
    generator.generateUntil(start + 100s, 1'000, block);
    EXPECT_EQ(block.size(), 0);
    generator.configure(settingsOf({}), start + 100s);
    generator.generateUntil(start + 200s, 1'000, block);
    EXPECT_NEAR(static_cast<double>(block.size()), 300.0, 50.0);
}

TEST(FaultInjectorTest, DeliversAllBeforeTheEndOfTime) {
    const Timestamp last = SimulationSettings::latestTime - Duration{1};
    SampleGenerator generator(settingsOf(QStringLiteral("&late=1&lateBy=30min..1h")), seed, last - 100s);
    SampleBlock block;
    while (!generator.isAtEnd())
        generator.generate(1'000, block);
    EXPECT_NEAR(static_cast<double>(block.size()), 300.0, 50.0);
    SampleGenerator earliest(settingsOf(QStringLiteral("&late=1&lateBy=1s")), seed,
                             SimulationSettings::earliestTime);
    earliest.generate(1'000, block);
    EXPECT_GT(block.size(), 1'000);
}

TEST(FaultInjectorTest, HoldsABoundedNumberBack) {
    FaultInjector injector(seed, 0);
    injector.configure({.late = {1.0, {1h, 1h}}});
    const auto most = static_cast<qint64>(FaultInjector::mostHeld);
    for (qint64 i = 0; i < most; ++i)
        injector.add({0, fromNanoseconds(i), 1.0, {}}, SimulationSettings::latestTime);
    EXPECT_EQ(injector.nextArrival(), fromNanoseconds(0) + 1h);
    injector.add({0, fromNanoseconds(most), 1.0, {}}, SimulationSettings::latestTime);
    EXPECT_EQ(injector.nextArrival(), fromNanoseconds(0)) << "at once";
    EXPECT_EQ(injector.take().eventTime, fromNanoseconds(0));
    EXPECT_EQ(injector.nextArrival(), fromNanoseconds(1) + 1h);
}

TEST(FaultInjectorTest, MakesTheSourceSendALateSampleWhenItArrives) {
    test::ManualClock clock;
    SimulatedSource source(
        SimulationSettings::fromUri(
            SourceUri::parse(QStringLiteral("sim:?interval=10s&seed=1&late=1&lateBy=25s")).value())
            .value(),
        clock);
    QList<Duration> delays;
    QObject::connect(&source, &SampleSource::samplesReady, &source, [&](const SampleBlock& block) {
        for (const Timestamp time : block.eventTime)
            delays.append(block.arrivalTime - time);
    });
    source.grantCredit(1'000'000);
    source.start();
    source.tick();
    for (int i = 0; i < 100; ++i) {
        clock.advance(1s);
        source.tick();
    }
    EXPECT_EQ(delays, QList<Duration>(8, Duration(25s)));
    source.stop();
}

} // namespace
} // namespace rillscope
