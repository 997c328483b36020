// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/SimulatedSource.h"

#include "tests/support/ManualClock.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QThread>

#include <random>

namespace rillscope {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;
using test::ManualClock;
using test::waitFor;

constexpr int plenty = 1'000'000;

SimulationSettings settingsOf(const char16_t* uri) {
    return SimulationSettings::fromUri(SourceUri::parse(QString::fromUtf16(uri)).value()).value();
}

/// A simulator under a clock that stands still, and all that it sent.
class Bench {
public:
    explicit Bench(const char16_t* uri) : settings(settingsOf(uri)), source(settings, clock) {
        QObject::connect(&source, &SampleSource::samplesReady, &source, [this](const SampleBlock& block) {
            EXPECT_FALSE(hasFinished);
            EXPECT_LE(block.size(), SampleSource::maxBlockSamples);
            EXPECT_EQ(block.arrivalTime, clock.now());
            sizes.push_back(block.size());
            received.channels = block.channels;
            received.channel += block.channel;
            received.eventTime += block.eventTime;
            received.value += block.value;
            received.quality += block.quality;
        });
        QObject::connect(&source, &SampleSource::finished, &source, [this] {
            EXPECT_FALSE(hasFinished);
            hasFinished = true;
        });
    }

    void start(int credit = plenty) {
        source.grantCredit(credit);
        source.start();
        source.tick();
    }

    void advance(Duration duration) {
        clock.advance(duration);
        source.tick();
    }

    /// What the generator makes of the settings by itself.
    SampleBlock expected(qsizetype count, Timestamp first) const {
        SampleGenerator generator(settings, source.seed(), first);
        SampleBlock block;
        generator.generate(count, block);
        return block;
    }

    void expectTheVerySamples(Timestamp first) const {
        const SampleBlock reference = expected(received.size(), first);
        EXPECT_EQ(received.eventTime, reference.eventTime);
        EXPECT_EQ(received.value, reference.value);
        EXPECT_EQ(received.channel, reference.channel);
    }

    ManualClock clock;
    SimulationSettings settings;
    SimulatedSource source;
    SampleBlock received;
    std::vector<qsizetype> sizes;
    bool hasFinished = false;
};

TEST(SimulatedSourceTest, SendsEachSampleWhenItIsDue) {
    Bench bench(u"sim:normal?seed=7");
    const Timestamp first = bench.clock.now();
    const SampleBlock expected = bench.expected(50, first);
    bench.start();
    for (qsizetype i = 0; i < 49; ++i) {
        ASSERT_EQ(bench.received.size(), i + 1);
        const Duration wait = expected.eventTime.at(i + 1) - bench.clock.now();
        bench.advance(wait - Duration{1});
        ASSERT_EQ(bench.received.size(), i + 1) << "early";
        bench.advance(Duration{1});
    }
    EXPECT_EQ(bench.sizes, std::vector<qsizetype>(50, 1));
    bench.expectTheVerySamples(first);
}

TEST(SimulatedSourceTest, TimesItselfByTheEventLoop) {
    // The timer wakes on its own; only the clock is moved by hand.
    Bench bench(u"sim:normal?seed=7&rate=1000");
    bench.start();
    ASSERT_TRUE(waitFor([&] {
        bench.clock.advance(milliseconds(1));
        return bench.received.size() >= 100;
    }));
    bench.expectTheVerySamples(bench.received.eventTime.first());
}

TEST(SimulatedSourceTest, DeliversTheRateAskedFor) {
    for (const char16_t* uri :
         {u"sim:normal?rate=100000&seed=1", u"sim:normal?rate=100000&seed=1&intervals=poisson",
          u"sim:normal?rate=25000&seed=1&channels=4", u"sim:normal?rate=1000&seed=1&speed=100"}) {
        Bench bench(uri);
        const Timestamp first = bench.clock.now();
        bench.start();
        std::mt19937_64 random(60);
        for (int second = 0; second < 5; ++second) {
            const qsizetype before = bench.received.size();
            Duration left = seconds(1);
            while (left > Duration{0}) {
                const Duration step = std::min<Duration>(left, microseconds(random() % 9'000));
                bench.advance(step);
                left -= step;
            }
            EXPECT_NEAR(static_cast<double>(bench.received.size() - before), 100'000.0, 1'000.0);
        }
        bench.expectTheVerySamples(first);
    }
}

TEST(SimulatedSourceTest, StartsAtTheEventTimeAskedForAndRunsAtTheSpeedAskedFor) {
    Bench bench(u"sim:normal?interval=1s&start=2023-01-01T00:00:00Z&speed=60");
    bench.start();
    for (int i = 0; i < 10; ++i)
        bench.advance(milliseconds(100));
    EXPECT_EQ(bench.received.size(), 61);
    EXPECT_EQ(bench.received.eventTime.first(), *bench.settings.start);
    EXPECT_EQ(bench.received.eventTime.last(), *bench.settings.start + seconds(60));
}

TEST(SimulatedSourceTest, WaitsForCreditAndMissesNothing) {
    Bench bench(u"sim:normal?rate=10000&seed=3&channels=2");
    const Timestamp first = bench.clock.now();
    bench.start(2);
    bench.advance(milliseconds(4));
    const qsizetype before = bench.received.size();
    EXPECT_EQ(bench.sizes.size(), 2U);
    for (int i = 0; i < 1'000; ++i)
        bench.advance(milliseconds(4));
    QCoreApplication::processEvents();
    EXPECT_EQ(bench.received.size(), before);
    bench.source.grantCredit(plenty);
    ASSERT_TRUE(waitFor([&] { return bench.received.size() > 79'000; }));
    EXPECT_EQ(bench.sizes.at(2), SimulatedSource::catchUpSamples) << "in steps that a frame can show";
    QCoreApplication::processEvents();
    EXPECT_NEAR(static_cast<double>(bench.received.size()), 2 * 40'040.0, 800.0);
    bench.expectTheVerySamples(first);
}

TEST(SimulatedSourceTest, DoesNotRecurseIntoAReceiverThatGrantsCreditAtOnce) {
    Bench bench(u"sim:normal?speed=max");
    int depth = 0;
    QObject::connect(&bench.source, &SampleSource::samplesReady, &bench.source, [&] {
        EXPECT_EQ(++depth, 1);
        bench.source.grantCredit(1);
        --depth;
    });
    bench.start(1);
    ASSERT_TRUE(waitFor([&] { return bench.sizes.size() >= 50; }));
}

TEST(SimulatedSourceTest, SendsWithoutWaitingAtMaximumSpeedAndLetsOthersIn) {
    Bench bench(u"sim:normal?speed=max&seed=5&start=2023-01-01T00:00:00Z&channels=3");
    bool stopped = false;
    bench.source.grantCredit(plenty);
    bench.source.start();
    QObject::connect(&bench.source, &SampleSource::samplesReady, &bench.source, [&] {
        if (bench.sizes.size() == 20)
            QMetaObject::invokeMethod(
                &bench.source,
                [&] {
                    stopped = true;
                    bench.source.stop();
                },
                Qt::QueuedConnection);
    });
    ASSERT_TRUE(waitFor([&] { return bench.hasFinished; }));
    EXPECT_TRUE(stopped);
    EXPECT_LE(bench.sizes.size(), 22U);
    EXPECT_EQ(bench.sizes.front(), SimulatedSource::blockSamples);
    bench.expectTheVerySamples(*bench.settings.start);
}

TEST(SimulatedSourceTest, EndsAfterExactlyTheLimit) {
    for (const char16_t* uri : {u"sim:normal?speed=max&seed=5&start=2023-01-01T00:00:00Z",
                                u"sim:normal?rate=1000000&seed=5&start=2023-01-01T00:00:00Z"}) {
        for (const qsizetype limit : {1, 100, 8'192, 20'000}) {
            Bench bench(uri);
            bench.source.setSampleLimit(limit);
            bench.start();
            ASSERT_TRUE(waitFor([&] {
                bench.clock.advance(milliseconds(4));
                return bench.hasFinished;
            }));
            EXPECT_EQ(bench.received.size(), limit);
            EXPECT_FALSE(bench.source.isRunning());
            bench.expectTheVerySamples(*bench.settings.start);
            bench.advance(seconds(1));
            bench.source.configure(bench.settings);
            bench.source.grantCredit(1);
            bench.source.stop();
            QCoreApplication::processEvents();
            EXPECT_EQ(bench.received.size(), limit);
        }
    }
}

TEST(SimulatedSourceTest, StopsWhenAsked) {
    Bench bench(u"sim:normal?interval=1s");
    bench.start();
    bench.advance(milliseconds(1'500));
    bench.source.stop();
    EXPECT_TRUE(bench.hasFinished);
    bench.advance(seconds(10));
    EXPECT_EQ(bench.received.size(), 2);
}

TEST(SimulatedSourceTest, AppliesNewSettingsAtOnce) {
    Bench bench(u"sim:normal?interval=10s&mean=20&sd=0");
    const Timestamp first = bench.clock.now();
    bench.start();
    bench.clock.advance(milliseconds(500));
    bench.source.configure(settingsOf(u"sim:normal?interval=1s&mean=80&sd=0"));
    EXPECT_EQ(bench.received.size(), 1);
    bench.advance(milliseconds(500));
    ASSERT_EQ(bench.received.size(), 2);
    EXPECT_EQ(bench.received.eventTime.last(), first + seconds(1));
    EXPECT_EQ(bench.received.value, (QList<double>{20.0, 80.0}));
}

TEST(SimulatedSourceTest, SendsWhatFellDueUnderTheFormerSettingsFirst) {
    Bench bench(u"sim:normal?interval=1ms&sd=0");
    bench.start();
    bench.clock.advance(milliseconds(100));
    bench.source.configure(settingsOf(u"sim:normal?interval=10s&sd=0&mean=5"));
    EXPECT_EQ(bench.received.size(), 101);
    EXPECT_EQ(bench.received.value, QList<double>(101, 20.0));
    bench.advance(milliseconds(9'999));
    EXPECT_EQ(bench.received.size(), 101);
    bench.advance(milliseconds(1));
    EXPECT_EQ(bench.received.size(), 102);
}

TEST(SimulatedSourceTest, GrowsItsChannelTableOnly) {
    Bench bench(u"sim:normal?interval=1s");
    bench.start();
    bench.source.configure(settingsOf(u"sim:normal?interval=1s&channels=3"));
    bench.advance(seconds(1));
    EXPECT_EQ(bench.received.channels.size(), 3);
    bench.source.configure(settingsOf(u"sim:normal?interval=1s&channels=1"));
    const qsizetype before = bench.received.size();
    bench.advance(seconds(5));
    EXPECT_EQ(bench.received.channels.size(), 3);
    for (qsizetype i = before; i < bench.received.size(); ++i)
        EXPECT_EQ(bench.received.channel.at(i), 0);
}

TEST(SimulatedSourceTest, ChangesItsSpeedWithoutAJumpInEventTime) {
    Bench bench(u"sim:normal?interval=1s&start=2023-01-01T00:00:00Z");
    bench.start();
    for (int i = 0; i < 5; ++i)
        bench.advance(seconds(1));
    bench.source.configure(settingsOf(u"sim:normal?interval=1s&speed=10"));
    for (int i = 0; i < 10; ++i)
        bench.advance(milliseconds(100));
    EXPECT_EQ(bench.received.size(), 16);
    bench.source.configure(settingsOf(u"sim:normal?interval=1s&speed=max"));
    ASSERT_TRUE(waitFor([&] { return bench.received.size() > 10'000; }));
    bench.source.configure(settingsOf(u"sim:normal?interval=1s"));
    const qsizetype before = bench.received.size();
    for (int i = 0; i < 5; ++i)
        bench.advance(seconds(1));
    EXPECT_EQ(bench.received.size(), before + 5);
    for (qsizetype i = 0; i < bench.received.size(); ++i)
        ASSERT_EQ(bench.received.eventTime.at(i), *bench.settings.start + i * seconds(1));
}

TEST(SimulatedSourceTest, FinishesAtTheEndOfTime) {
    for (const char16_t* uri : {u"sim:?interval=10s&start=2261-12-31T23:00:00Z&speed=max",
                                u"sim:?interval=10s&start=2261-12-31T23:00:00Z&speed=1000000"}) {
        Bench bench(uri);
        bench.start();
        ASSERT_TRUE(waitFor([&] {
            bench.clock.advance(milliseconds(1));
            return bench.hasFinished;
        }));
        EXPECT_EQ(bench.received.size(), 360);
    }
}

TEST(SimulatedSourceTest, DrawsASeedWhenNoneIsGiven) {
    ManualClock clock;
    EXPECT_EQ(SimulatedSource(settingsOf(u"sim:?seed=0"), clock).seed(), 0U);
    EXPECT_NE(SimulatedSource(settingsOf(u"sim:"), clock).seed(),
              SimulatedSource(settingsOf(u"sim:"), clock).seed());
}

TEST(SimulatedSourceTest, RunsOnAThreadOfItsOwnUnderTheRealClock) {
    const SystemClock clock;
    QThread thread;
    auto* source = new SimulatedSource(settingsOf(u"sim:?rate=100000&seed=4"), clock);
    source->setSampleLimit(20'000);
    source->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, source, &QObject::deleteLater);
    qsizetype count = 0;
    bool hasFinished = false;
    QObject receiver;
    QObject::connect(source, &SampleSource::samplesReady, &receiver, [&](const SampleBlock& block) {
        count += block.size();
        QMetaObject::invokeMethod(source, [source] { source->grantCredit(1); });
    });
    QObject::connect(source, &SampleSource::finished, &receiver, [&] { hasFinished = true; });
    thread.start();
    QMetaObject::invokeMethod(source, [source] {
        source->grantCredit(8);
        source->start();
    });
    EXPECT_TRUE(waitFor([&] { return hasFinished; }));
    EXPECT_EQ(count, 20'000);
    thread.quit();
    thread.wait();
}

TEST(SimulatedSourceTest, KeepsItsScheduleWhileItWaitsForCredit) {
    Bench bench(u"sim:normal?seed=1&rate=1000");
    EXPECT_FALSE(bench.source.nextDue());
    bench.start(1);
    bench.advance(seconds(1));
    const std::optional<Duration> due = bench.source.nextDue();
    ASSERT_TRUE(due);
    EXPECT_LE(*due, milliseconds(100)) << "the second block is still to come";
    bench.advance(seconds(300));
    EXPECT_EQ(bench.source.nextDue(), due) << "so it is 5 min behind";
    bench.source.grantCredit(plenty);
    while (bench.received.size() < 301'000 - 100)
        bench.source.tick();
    bench.source.tick();
    EXPECT_GT(*bench.source.nextDue(), seconds(300));
    bench.source.stop();
    EXPECT_FALSE(bench.source.nextDue());
}

TEST(SimulatedSourceTest, HasNoScheduleAsFastAsPossible) {
    Bench bench(u"sim:normal?seed=1&speed=max");
    bench.start(4);
    EXPECT_FALSE(bench.source.nextDue());
}

} // namespace
} // namespace rillscope
