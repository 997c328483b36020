// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureIndex.h"
#include "core/capture/CaptureSchema.h"
#include "core/pipeline/CaptureLoss.h"
#include "core/pipeline/Pipeline.h"
#include "core/process/definition/DefinitionParser.h"
#include "tests/core/capture/CaptureReference.h"
#include "tests/support/ScriptedSource.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>

#include <array>
#include <mutex>

namespace rillscope::test {
namespace {

using Ending = ScriptedSource::Ending;
using State = Pipeline::State;

class PipelineCaptureTest : public testing::Test {
protected:
    CaptureSettings settings() const {
        return {{}, m_folder.filePath(QStringLiteral("captures")), {}, QStringLiteral("test 1")};
    }

    QList<SampleBlock> randomBlocks(int count) {
        QList<SampleBlock> blocks;
        for (int i = 0; i < count; ++i) {
            SampleBlock block;
            block.channels = {{QStringLiteral("a"), Unit::Celsius}, {QStringLiteral("b"), Unit::Fahrenheit}};
            for (int j = 0; j < 50; ++j) {
                m_time += m_random() % 20 == 0 ? 50'000'000'000 : 1'000'000;
                const double value = m_random() % 30 == 0 ? std::numeric_limits<double>::quiet_NaN()
                                                          : static_cast<double>(m_random() % 100);
                block.append({static_cast<ChannelIndex>(m_random() % 2), fromNanoseconds(m_time), value, {}});
            }
            block.arrivalTime = fromNanoseconds(m_time);
            blocks.append(block);
        }
        return blocks;
    }

    static PipelineDefinition definition() {
        return parseDefinition("format = 1\n[event_time]\nout_of_orderness = '1s'\n"
                               "[[step]]\nkind = 'moving_average'\nname = 'mean'\nover = '1s'\n"
                               "[[step]]\nkind = 'tumble'\nname = 'w'\nsize = '10s'\n"
                               "[[step]]\nkind = 'alarm'\nname = 'hot'\nwhen = 'above'\nhigh = 90\n",
                               QStringLiteral("test.toml"))
            .value();
    }

    void run(Pipeline& pipeline, int blocks, Ending ending = Ending::Finish) {
        pipeline.start(std::make_unique<ScriptedSource>(m_clock, randomBlocks(blocks), ending),
                       ShownUri::fromText(QStringLiteral("script://ann:hunter2@host?password=hunter2")));
        ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
    }

    /// What the capture should hold of each channel, and does.
    static void expectSameAsHistory(const SampleHistory& history, const QString& path) {
        std::vector<std::vector<StoredSample>> stored(static_cast<std::size_t>(history.channelCount()));
        for (const StoredSample& sample : readSamples(path))
            stored[static_cast<std::size_t>(sample.channel)].push_back(sample);
        for (int index = 0; index < history.channelCount(); ++index) {
            const ChannelHistory& channel = history.channel(index);
            std::vector<StoredSample> expected;
            for (std::int64_t i = 0; i < channel.size(); ++i) {
                const RecordedSample sample = channel.sample(i).value();
                expected.push_back({index, toNanoseconds(sample.eventTime), sample.value,
                                    sample.quality.toInt() | (sample.breakBefore ? lineBreakBit : 0)});
            }
            EXPECT_TRUE(stored[static_cast<std::size_t>(index)] == expected) << "channel " << index;
        }
    }

    void endIn(State state, Pipeline& pipeline) {
        int ends = 0;
        QObject::connect(&pipeline, &Pipeline::ended, &pipeline, [&ends] { ++ends; });
        if (state == State::Finished)
            run(pipeline, 3);
        else if (state != State::Idle)
            pipeline.start(std::make_unique<ScriptedSource>(m_clock, randomBlocks(3), Ending::GoOnForEver),
                           {});
        if (state == State::Stopping)
            pipeline.stop();
        ASSERT_EQ(pipeline.state(), state);
        pipeline.end();
        EXPECT_EQ(ends, 0) << "not from within";
        ASSERT_TRUE(waitFor([&] { return ends > 0; }));
        QCoreApplication::processEvents();
        EXPECT_EQ(ends, 1);
        EXPECT_FALSE(pipeline.isActive());
    }

    void watchEvents(const Pipeline& pipeline) {
        QObject::connect(&pipeline, &Pipeline::eventsOccurred, &pipeline,
                         [this](const QList<StreamEvent>& events) {
                             for (const StreamEvent& event : events)
                                 m_kinds.append(event.kind);
                         });
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    QList<StreamEvent::Kind> m_kinds; ///< of what was watched
    std::mt19937_64 m_random{42};
    std::int64_t m_time = 1'700'000'000'000'000'000;
};

TEST_F(PipelineCaptureTest, CapturesWhatTheHistoryHoldsAndWhatWasFound) {
    Pipeline pipeline(m_clock);
    pipeline.recordTo(settings());
    pipeline.controls().setDefinition(definition());
    run(pipeline, 100);
    const CaptureStatus status = pipeline.captureStatus();
    EXPECT_EQ(status.account.durable.samples, 5'000) << "it has not finished before all is on disk";
    EXPECT_EQ(status.account.durable.derived, pipeline.status().account.derived);
    EXPECT_GT(status.account.durable.derived, 0);
    pipeline.closeCapture();
    const QString path = pipeline.captureStatus().path;
    expectSameAsHistory(*pipeline.history(), path);
    const PipelineResults results = pipeline.results();
    EXPECT_EQ(readNumber(path, "SELECT count(*) FROM windows"), results.windows.emittedCount());
    EXPECT_GT(results.windows.emittedCount(), 10);
    EXPECT_EQ(readNumber(path, "SELECT count(*) FROM alarms"), results.alarms.counts().raised);
    EXPECT_GT(results.alarms.counts().raised, 1);
    EXPECT_EQ(readNumber(path, "SELECT sum(active) FROM alarms"), results.alarms.counts().active);
    EXPECT_EQ(readText(path, "SELECT source FROM streams"), QStringLiteral("script://ann@host"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_FALSE(file.readAll().contains("hunter2")) << "no secret is in any table";
    EXPECT_TRUE(readText(path, "SELECT definition FROM streams").contains(QStringLiteral("moving_average")));
    EXPECT_EQ(readNumber(path, "SELECT count(*) FROM events WHERE kind IN ('started', 'finished')"), 2);
    EXPECT_GT(readNumber(path, "SELECT count(*) FROM samples WHERE quality & 32768"), 10)
        << "breaks of the line";
    for (int channel = 0; channel < pipeline.history()->channelCount(); ++channel) {
        const CaptureSegment whole{0, pipeline.history()->channel(channel).size(), path, 0};
        EXPECT_EQ(pipeline.captureIndex()->segments(channel), QList<CaptureSegment>{whole});
    }
}

TEST_F(PipelineCaptureTest, GoesOnInTheSameFileWithTheNextStream) {
    QString path;
    {
        Pipeline pipeline(m_clock);
        pipeline.recordTo(settings());
        run(pipeline, 3);
        run(pipeline, 3, Ending::Fail);
        path = pipeline.captureStatus().path;
        EXPECT_EQ(pipeline.captureStatus().files, 1);
        EXPECT_EQ(readText(path, "SELECT value FROM capture WHERE key = 'ended'"), QString());
    }
    EXPECT_EQ(readSamples(path).size(), 300U);
    EXPECT_EQ(readText(path, "SELECT group_concat(first_sample) FROM streams"), QStringLiteral("1,151"));
    EXPECT_NE(readText(path, "SELECT value FROM capture WHERE key = 'ended'"), QString());
}

TEST_F(PipelineCaptureTest, WritesAllThatWasUnderWayWhenItIsDestroyed) {
    QString path;
    std::shared_ptr<const SampleHistory> history;
    {
        Pipeline pipeline(m_clock);
        history = pipeline.history();
        pipeline.recordTo(settings());
        pipeline.start(std::make_unique<ScriptedSource>(m_clock, randomBlocks(20), Ending::GoOnForEver), {});
        ASSERT_TRUE(waitFor([&] { return pipeline.captureStatus().account.durable.samples > 0; }));
        path = pipeline.captureStatus().path;
    }
    EXPECT_EQ(static_cast<std::int64_t>(readSamples(path).size()), history->size());
    expectSameAsHistory(*history, path);
}

TEST_F(PipelineCaptureTest, RaisesAnAlarmWhenNothingCanBeWrittenAndGoesOn) {
    QFile obstacle(m_folder.filePath(QStringLiteral("captures")));
    ASSERT_TRUE(obstacle.open(QIODevice::WriteOnly));
    Pipeline pipeline(m_clock);
    watchEvents(pipeline);
    pipeline.recordTo(settings());
    run(pipeline, 10);
    EXPECT_EQ(pipeline.state(), State::Finished);
    EXPECT_EQ(pipeline.history()->size(), 500);
    EXPECT_EQ(pipeline.captureStatus().state, CaptureStatus::State::Failing);
    EXPECT_TRUE(m_kinds.contains(StreamEvent::Kind::CaptureFailed));
    ASSERT_TRUE(waitFor([&] { return pipeline.results().alarms.counts().active == 1; }));
    ASSERT_TRUE(obstacle.remove());
    ASSERT_TRUE(waitFor([&] { return m_kinds.contains(StreamEvent::Kind::CaptureBegan); }));
    EXPECT_EQ(pipeline.captureStatus().account.durable.samples, 500);
    ASSERT_TRUE(waitFor([&] { return pipeline.results().alarms.counts().active == 0; }));
    EXPECT_EQ(pipeline.results().alarms.counts().unacknowledged, 1);
}

/// The capture thread is held where it would be in a sync that does not end.
TEST_F(PipelineCaptureTest, RaisesAnAlarmWhenTheDiskTakesNothingAndEndsItWhenItDoes) {
    std::mutex gate;
    Pipeline pipeline(m_clock);
    watchEvents(pipeline);
    pipeline.recordTo(settings(), [&gate](qint64) { const std::lock_guard wait(gate); });
    std::unique_lock closed(gate);
    pipeline.start(std::make_unique<ScriptedSource>(m_clock, randomBlocks(2), Ending::GoOnForEver),
                   ShownUri::fromText(QStringLiteral("script:")));
    ASSERT_TRUE(waitFor([&] { return m_kinds.contains(StreamEvent::Kind::CaptureStalled); }));
    EXPECT_EQ(pipeline.captureStatus().state, CaptureStatus::State::Failing);
    EXPECT_TRUE(waitFor([&] { return pipeline.results().alarms.counts().active == 1; }));
    closed.unlock();
    ASSERT_TRUE(waitFor([&] { return m_kinds.contains(StreamEvent::Kind::CaptureCaughtUp); }));
    EXPECT_TRUE(waitFor([&] { return pipeline.results().alarms.counts().active == 0; }));
    EXPECT_FALSE(m_kinds.contains(StreamEvent::Kind::CaptureFailed));
    pipeline.stop();
    ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
    EXPECT_EQ(pipeline.captureStatus().files, 1);
}

TEST_F(PipelineCaptureTest, EndsBehindADiskThatTakesNothing) {
    std::mutex gate;
    Pipeline pipeline(m_clock);
    bool isEnded = false;
    QObject::connect(&pipeline, &Pipeline::ended, &pipeline, [&isEnded] { isEnded = true; });
    pipeline.recordTo(settings(), [&gate](qint64) { const std::lock_guard wait(gate); });
    std::unique_lock closed(gate);
    pipeline.start(std::make_unique<ScriptedSource>(m_clock, randomBlocks(20), Ending::GoOnForEver), {});
    ASSERT_TRUE(waitFor([&] { return pipeline.captureStatus().account.waiting.samples > 0; }));
    pipeline.end();
    pipeline.end();
    EXPECT_EQ(pipeline.state(), State::Stopping);
    EXPECT_FALSE(waitFor([&] { return isEnded; }, 300));
    closed.unlock();
    ASSERT_TRUE(waitFor([&] { return isEnded; }));
    EXPECT_EQ(pipeline.state(), State::Stopped);
    const CaptureStatus status = pipeline.captureStatus();
    EXPECT_EQ(status.state, CaptureStatus::State::Closed);
    EXPECT_EQ(status.account.missed.samples, 0);
    EXPECT_GT(pipeline.history()->size(), 0);
    expectSameAsHistory(*pipeline.history(), status.path);
    EXPECT_NE(readText(status.path, "SELECT value FROM capture WHERE key = 'ended'"), QString());
}

/// The folder of captures comes and goes, and the stream ends in one way or another.
TEST_F(PipelineCaptureTest, AccountsForAllThatItRecordedHoweverItEnds) {
    const auto seed = std::random_device{}();
    m_random.seed(seed);
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const auto isOneIn = [this](unsigned number) { return m_random() % number == 0; };
    for (int round = 0; round < 12; ++round) {
        SCOPED_TRACE(round);
        QFile obstacle(settings().folder);
        Pipeline pipeline(m_clock);
        pipeline.recordTo(settings());
        pipeline.controls().setDefinition(definition());
        for (int streams = 1 + static_cast<int>(m_random() % 2); streams > 0; --streams) {
            const Ending ending =
                std::array{Ending::Finish, Ending::Fail, Ending::GoOnForEver}.at(m_random() % 3);
            pipeline.start(std::make_unique<ScriptedSource>(
                               m_clock, randomBlocks(1 + static_cast<int>(m_random() % 40)), ending),
                           {});
            ASSERT_TRUE(waitFor([&] { return pipeline.status().account.recorded > 0; }));
            if (isOneIn(2)) {
                QDir(settings().folder).removeRecursively();
                // Unless the capture has made its folder anew meanwhile.
                if (obstacle.open(QIODevice::WriteOnly))
                    obstacle.close();
            }
            if (isOneIn(2))
                obstacle.remove();
            pipeline.stop();
            ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
            EXPECT_TRUE(accountsMatch(pipeline.status().account, pipeline.captureStatus()));
        }
        pipeline.closeCapture();
        const Account account = pipeline.status().account;
        const CaptureStatus capture = pipeline.captureStatus();
        EXPECT_TRUE(accountsMatch(account, capture));
        EXPECT_EQ(account.recorded, capture.account.durable.samples + capture.account.missed.samples);
        EXPECT_EQ(account.derived, capture.account.durable.derived + capture.account.missed.derived);
        EXPECT_EQ(captureLoss(account, capture).has_value(), capture.account.isAnythingMissed());
        qint64 stored = 0;
        // A file that is gone may have given its name to a later one.
        for (const QString& path : QSet<QString>(capture.paths.begin(), capture.paths.end()))
            stored += QFile::exists(path) ? static_cast<qint64>(readSamples(path).size()) : 0;
        EXPECT_EQ(stored, capture.account.durable.allSamples());
        QDir(settings().folder).removeRecursively();
        obstacle.remove();
    }
}

TEST_F(PipelineCaptureTest, EndsWhateverItsState) {
    for (const State state : {State::Idle, State::Running, State::Stopping, State::Finished}) {
        SCOPED_TRACE(static_cast<int>(state));
        Pipeline captured(m_clock);
        captured.recordTo(settings());
        endIn(state, captured);
        EXPECT_EQ(captured.captureStatus().state, CaptureStatus::State::Closed);
        EXPECT_EQ(captured.captureStatus().account.durable.samples, captured.status().account.recorded);
        Pipeline uncaptured(m_clock);
        endIn(state, uncaptured);
    }
}

} // namespace
} // namespace rillscope::test
