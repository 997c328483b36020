// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Pipeline.h"
#include "core/base/Message.h"
#include "core/process/SampleValidator.h"

#include "core/source/simulator/SimulatedSource.h"
#include "tests/support/ManualClock.h"
#include "tests/support/ScriptedSource.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace rillscope {
namespace {

using test::ScriptedSource;
using test::waitFor;

/// A stream with everything in it: several channels and units, disorder, duplicates, NaN, malformed lines.
QList<SampleBlock> randomBlocks(std::mt19937_64& random, int blockCount) {
    const QList<ChannelInfo> channels{{QStringLiteral("a"), Unit::Celsius},
                                      {QStringLiteral("b"), Unit::Fahrenheit},
                                      {QStringLiteral("c"), Unit::Kelvin},
                                      {QStringLiteral("d"), Unit::None}};
    const auto below = [&](quint64 bound) { return static_cast<qint64>(random() % bound); };
    QList<SampleBlock> blocks;
    std::int64_t time = 0;
    for (int i = 0; i < blockCount; ++i) {
        SampleBlock block;
        block.channels = channels;
        const qint64 size = below(200);
        for (qint64 j = 0; j < size; ++j) {
            time += below(5) == 0 ? -below(50) : below(30);
            const double value = below(20) == 0 ? std::numeric_limits<double>::quiet_NaN()
                                                : static_cast<double>(below(600)) - 300.0;
            block.append({static_cast<ChannelIndex>(below(4)), fromNanoseconds(time), value, {}});
        }
        block.malformedCount = below(4);
        block.lostCount = below(3);
        block.unknownLossCount = below(20) == 0 ? 1 : 0;
        for (qint64 j = 0; j < block.malformedCount; ++j)
            block.notices.append(
                {InputNotice::Kind::Malformed, j + 1, Message::verbatim(QStringLiteral("broken"))});
        blocks.append(block);
    }
    return blocks;
}

struct Expected {
    Account account;
    std::array<QList<double>, 4> values; ///< by channel, in °C
};

Expected expectedOf(const QList<SampleBlock>& blocks) {
    Expected expected;
    std::array<SampleValidator, 4> validators{SampleValidator(Unit::Celsius), SampleValidator(Unit::Celsius),
                                              SampleValidator(Unit::Celsius), SampleValidator(Unit::None)};
    for (const SampleBlock& block : blocks) {
        expected.account.malformed += block.malformedCount;
        expected.account.lost += block.lostCount;
        expected.account.unknownLosses += block.unknownLossCount;
        expected.account.received += block.malformedCount + block.size();
        expected.account.accepted += block.size();
        expected.account.recorded += block.size();
        for (qsizetype i = 0; i < block.size(); ++i) {
            const Sample sample = block.at(i);
            const double value = toCelsius(sample.value, block.channels.at(sample.channel).unit);
            expected.account.countMarks(validators[sample.channel].judge(sample.eventTime, value));
            expected.values[sample.channel].append(value);
        }
    }
    return expected;
}

std::int64_t channelByName(const SampleHistory& history, const QString& name) {
    for (int i = 0; i < history.channelCount(); ++i) {
        if (history.info(i).name == name)
            return i;
    }
    return -1;
}

TEST(PipelineTest, RecordsEveryValueOfARandomStreamAndBalancesTheAccount) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    const QList<SampleBlock> blocks = randomBlocks(random, 300);
    const Expected expected = expectedOf(blocks);

    const test::ManualClock clock;
    Pipeline pipeline(clock);
    pipeline.start(std::make_unique<ScriptedSource>(clock, blocks, ScriptedSource::Ending::Finish),
                   ShownUri());
    ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));

    EXPECT_EQ(pipeline.state(), Pipeline::State::Finished);
    const StreamStatus status = pipeline.status();
    EXPECT_TRUE(status.account.balances());
    EXPECT_EQ(status.account, expected.account);
    const auto history = pipeline.history();
    const std::array<QString, 4> names{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"),
                                       QStringLiteral("d")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const int channel = static_cast<int>(channelByName(*history, names[i]));
        ASSERT_GE(channel, 0);
        const ChannelHistory& recorded = history->channel(channel);
        ASSERT_EQ(recorded.size(), expected.values[i].size());
        RunningStatistics statistics;
        for (std::int64_t j = 0; j < recorded.size(); ++j) {
            const double value = expected.values[i].at(j);
            if (std::isnan(value)) {
                EXPECT_TRUE(std::isnan(recorded.value(j)));
                continue;
            }
            EXPECT_EQ(recorded.value(j), value);
            statistics.add(value);
        }
        EXPECT_EQ(status.statistics.at(channel).count(), statistics.count());
        EXPECT_EQ(status.statistics.at(channel).mean(), statistics.mean());
        EXPECT_EQ(status.statistics.at(channel).maximum(), statistics.maximum());
    }
}

TEST(PipelineTest, LosesNothingThatIsOnItsWayWhenStopped) {
    std::mt19937_64 random(7);
    const test::ManualClock clock;
    for (int round = 0; round < 20; ++round) {
        Pipeline pipeline(clock);
        auto source = std::make_unique<ScriptedSource>(clock, randomBlocks(random, 5),
                                                       ScriptedSource::Ending::GoOnForEver);
        const auto delivered = source->deliveredCount();
        pipeline.start(std::move(source), ShownUri());
        ASSERT_TRUE(waitFor([&] { return pipeline.status().account.recorded > 1000; }));
        pipeline.stop();
        EXPECT_EQ(pipeline.state(), Pipeline::State::Stopping);
        ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
        EXPECT_EQ(pipeline.state(), Pipeline::State::Stopped);
        EXPECT_EQ(pipeline.status().account.recorded, delivered->load());
        EXPECT_EQ(pipeline.history()->size(), delivered->load());
    }
}

TEST(PipelineTest, RecordsWhatIsOnItsWayEvenWhenDestroyed) {
    std::mt19937_64 random(8);
    const test::ManualClock clock;
    auto pipeline = std::make_unique<Pipeline>(clock);
    auto source =
        std::make_unique<ScriptedSource>(clock, randomBlocks(random, 5), ScriptedSource::Ending::GoOnForEver);
    const auto delivered = source->deliveredCount();
    const auto history = pipeline->history();
    pipeline->start(std::move(source), ShownUri());
    ASSERT_TRUE(waitFor([&] { return history->size() > 1000; }));
    pipeline.reset();
    EXPECT_EQ(history->size(), delivered->load());
}

TEST(PipelineTest, KeepsWhatAFailingSourceHadSentAndSaysWhy) {
    std::mt19937_64 random(9);
    const QList<SampleBlock> blocks = randomBlocks(random, 10);
    const test::ManualClock clock;
    Pipeline pipeline(clock);
    QList<StreamEvent> events;
    QObject::connect(&pipeline, &Pipeline::eventsOccurred, &pipeline,
                     [&](const QList<StreamEvent>& more) { events += more; });
    pipeline.start(std::make_unique<ScriptedSource>(clock, blocks, ScriptedSource::Ending::Fail), ShownUri());
    ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
    EXPECT_EQ(pipeline.state(), Pipeline::State::Failed);
    ASSERT_TRUE(pipeline.lastError());
    EXPECT_EQ(pipeline.lastError()->subject, QStringLiteral("script"));
    EXPECT_EQ(pipeline.status().account, expectedOf(blocks).account);
    ASSERT_FALSE(events.isEmpty());
    EXPECT_EQ(events.constLast().kind, StreamEvent::Kind::Failed);
}

TEST(PipelineTest, StopsExactlyAtTheSampleLimit) {
    std::mt19937_64 random(10);
    const test::ManualClock clock;
    Pipeline pipeline(clock);
    auto source =
        std::make_unique<ScriptedSource>(clock, randomBlocks(random, 5), ScriptedSource::Ending::GoOnForEver);
    source->setSampleLimit(12'345);
    pipeline.start(std::move(source), ShownUri());
    ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
    EXPECT_EQ(pipeline.history()->size(), 12'345);
    EXPECT_TRUE(pipeline.status().account.balances());
}

TEST(PipelineTest, GoesOnWhenTheMemoryIsFullAndSaysSoOnce) {
    std::mt19937_64 random(11);
    const test::ManualClock clock;
    Pipeline pipeline(clock, 800'000);
    QList<StreamEvent> full;
    QObject::connect(&pipeline, &Pipeline::eventsOccurred, &pipeline,
                     [&full](const QList<StreamEvent>& events) {
                         for (const StreamEvent& event : events) {
                             if (event.kind == StreamEvent::Kind::HistoryFull)
                                 full.append(event);
                         }
                     });
    constexpr qint64 count = 150'000;
    auto source =
        std::make_unique<ScriptedSource>(clock, randomBlocks(random, 5), ScriptedSource::Ending::GoOnForEver);
    source->setSampleLimit(count);
    pipeline.start(std::move(source), ShownUri());
    ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
    const Account account = pipeline.status().account;
    EXPECT_EQ(account.recorded, count);
    EXPECT_EQ(account.dropped, 0);
    EXPECT_TRUE(account.balances());
    EXPECT_EQ(pipeline.history()->size(), count);
    EXPECT_GT(account.evicted, 0);
    EXPECT_EQ(account.evicted, pipeline.history()->evictedCount());
    ASSERT_EQ(full.size(), 1);
    EXPECT_GT(full.front().count, 0);
    EXPECT_LT(full.front().count, count);
}

TEST(PipelineTest, GoesOnInTheSameHistoryWithTheNextSource) {
    std::mt19937_64 random(12);
    const QList<SampleBlock> blocks = randomBlocks(random, 10);
    const qint64 once = expectedOf(blocks).account.recorded;
    const test::ManualClock clock;
    Pipeline pipeline(clock);
    for (int round = 1; round <= 3; ++round) {
        pipeline.start(std::make_unique<ScriptedSource>(clock, blocks, ScriptedSource::Ending::Finish),
                       ShownUri());
        ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
        EXPECT_EQ(pipeline.history()->size(), once * round);
    }
    EXPECT_EQ(pipeline.history()->channelCount(), 4);
    EXPECT_TRUE(pipeline.status().account.balances());
}

TEST(PipelineTest, CountsSamplesOfMoreChannelsThanThereAreAsDropped) {
    const test::ManualClock clock;
    Pipeline pipeline(clock);
    SampleBlock many;
    for (int i = 0; i < maxChannels; ++i)
        many.channels.append({QStringLiteral("first-%1").arg(i), Unit::Celsius});
    many.append({0, fromNanoseconds(0), 1.0, {}});
    SampleBlock oneMore;
    oneMore.channels = {{QStringLiteral("second"), Unit::Celsius}};
    oneMore.append({0, fromNanoseconds(0), 1.0, {}});
    for (const SampleBlock& block : {many, oneMore}) {
        pipeline.start(std::make_unique<ScriptedSource>(clock, QList{block}, ScriptedSource::Ending::Finish),
                       ShownUri());
        ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
    }
    const Account account = pipeline.status().account;
    EXPECT_EQ(account.recorded, 1);
    EXPECT_EQ(account.dropped, 1);
    EXPECT_TRUE(account.balances());
}

TEST(PipelineTest, TellsTheArrivalsOfBlocksWithSamplesOnly) {
    test::ManualClock clock;
    Pipeline pipeline(clock);
    // Each of these publishes a status without a block.
    PipelineDefinition definition;
    definition.eventTime.outOfOrderness = std::chrono::seconds(1);
    pipeline.controls().setDefinition(definition);
    pipeline.controls().acknowledgeAllAlarms();
    QList<SampleBlock> blocks;
    QList<Timestamp> arrivals;
    for (int i = 0; i < 21; ++i) {
        SampleBlock block;
        block.channels = {{QStringLiteral("a"), Unit::Celsius}};
        block.arrivalTime = clock.now() + std::chrono::milliseconds(i);
        if (i % 3 == 0) {
            block.malformedCount = 1;
        } else {
            block.append({0, fromNanoseconds(i), 1.0, {}});
            arrivals.append(block.arrivalTime);
        }
        blocks.append(block);
    }
    pipeline.start(std::make_unique<ScriptedSource>(clock, blocks, ScriptedSource::Ending::Finish),
                   ShownUri());
    ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
    EXPECT_EQ(pipeline.takeArrivals(), arrivals);
    EXPECT_TRUE(pipeline.takeArrivals().isEmpty());
}

TEST(PipelineTest, TellsHowFarTheStreamIsBehindItsSchedule) {
    test::ManualClock clock;
    Pipeline pipeline(clock);
    EXPECT_EQ(pipeline.lag(), Duration::zero()) << "nothing runs";
    const auto uri = SourceUri::parse(QStringLiteral("sim:normal?seed=1&rate=1000000&channels=16"));
    pipeline.start(std::make_unique<SimulatedSource>(SimulationSettings::fromUri(uri.value()).value(), clock),
                   ShownUri());
    ASSERT_TRUE(waitFor([&] { return pipeline.history()->size() > 0; }));
    EXPECT_LT(pipeline.lag(), std::chrono::seconds(1));
    clock.advance(std::chrono::minutes(5)); // 4.8 × 10⁹ samples fall due
    EXPECT_GT(pipeline.lag(), std::chrono::minutes(4));
    EXPECT_LE(pipeline.lag(), std::chrono::minutes(11)) << "the schedule and what waits";
    pipeline.stop();
    ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
    EXPECT_EQ(pipeline.lag(), Duration::zero());
}

TEST(PipelineTest, TellsOnceOfAStepThatHasNothingToRead) {
    const test::ManualClock clock;
    Pipeline pipeline(clock);
    QList<StreamEvent> told;
    QObject::connect(&pipeline, &Pipeline::eventsOccurred, &pipeline, [&](const QList<StreamEvent>& events) {
        for (const StreamEvent& event : events) {
            if (event.kind == StreamEvent::Kind::StepLeftOut)
                told.append(event);
        }
    });
    StepDefinition band;
    band.name = QStringLiteral("band");
    band.settings = DeadBand{1.0};
    StepDefinition smooth;
    smooth.name = QStringLiteral("smooth");
    smooth.of = band.name;
    smooth.settings = ExponentialSmoothing{std::chrono::seconds(1)};
    pipeline.controls().setDefinition({.eventTime = {}, .units = {}, .steps = {band, smooth}});
    band.enabled = false;
    pipeline.controls().setDefinition({.eventTime = {}, .units = {}, .steps = {band, smooth}});
    ASSERT_TRUE(waitFor([&] { return !told.isEmpty(); }));
    EXPECT_EQ(told.front().subject, QStringLiteral("smooth"));
    EXPECT_EQ(told.front().detail.english(), QStringLiteral("band"));
    smooth.settings = ExponentialSmoothing{std::chrono::seconds(2)};
    pipeline.controls().setDefinition({.eventTime = {}, .units = {}, .steps = {band, smooth}});
    pipeline.start(
        std::make_unique<ScriptedSource>(clock, QList<SampleBlock>(), ScriptedSource::Ending::Finish),
        ShownUri());
    ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
    EXPECT_EQ(told.size(), 1);
}

} // namespace
} // namespace rillscope
