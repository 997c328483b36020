// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Pipeline.h"
#include "core/pipeline/SourceThread.h"
#include "tests/core/capture/CaptureReference.h"
#include "tests/support/ScriptedSource.h"
#include "tests/support/StuckSource.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

namespace rillscope::test {
namespace {

using State = Pipeline::State;

/// Pipelines whose source does not return from a call.
class PipelineStuckTest : public testing::Test {
protected:
    static constexpr int samplesBefore = 7;
    static constexpr std::chrono::milliseconds soon{1};

    ~PipelineStuckTest() override {
        for (const auto& shared : m_shared)
            shared->gate.open();
        EXPECT_TRUE(waitFor([] { return SourceThread::leftBehindCount() == 0; }));
        for (const auto& shared : m_shared)
            EXPECT_TRUE(shared->isGone) << "a source is left in memory";
    }

    std::unique_ptr<Pipeline> make() {
        auto pipeline = std::make_unique<Pipeline>(m_clock);
        pipeline->setStopDeadline(soon);
        QObject::connect(pipeline.get(), &Pipeline::sourceStuck, pipeline.get(), [this] { ++m_stuck; });
        QObject::connect(pipeline.get(), &Pipeline::ended, pipeline.get(), [this] { ++m_ended; });
        QObject::connect(pipeline.get(), &Pipeline::eventsOccurred, pipeline.get(),
                         [this](const QList<StreamEvent>& events) { m_events += events; });
        return pipeline;
    }

    /// Returns when the source does not return any more and all that it had handed over is recorded.
    void startStuck(Pipeline& pipeline) {
        auto source = std::make_unique<StuckSource>(m_clock, samplesBefore);
        m_shared.push_back(source->shared());
        const qint64 before = pipeline.status().account.recorded;
        pipeline.start(std::move(source), ShownUri::fromText(QStringLiteral("stuck:?password=x")));
        ASSERT_TRUE(waitFor([&] {
            return m_shared.back()->gate.isReached() &&
                   pipeline.status().account.recorded == before + samplesBefore;
        }));
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::vector<std::shared_ptr<StuckSource::Shared>> m_shared;
    QList<StreamEvent> m_events;
    int m_stuck = 0;
    int m_ended = 0;
};

TEST_F(PipelineStuckTest, SaysThatItsSourceDoesNotStopAndRecordsAllWhenItDoes) {
    const auto pipeline = make();
    startStuck(*pipeline);
    EXPECT_FALSE(pipeline->isSourceStuck()) << "nobody has asked it to stop";
    pipeline->stop();
    ASSERT_TRUE(waitFor([this] { return m_stuck == 1; }));
    EXPECT_EQ(pipeline->state(), State::Stopping);
    EXPECT_TRUE(pipeline->isSourceStuck());
    m_shared.front()->gate.open();
    ASSERT_TRUE(waitFor([&] { return !pipeline->isActive(); }));
    EXPECT_EQ(pipeline->state(), State::Stopped);
    EXPECT_FALSE(pipeline->isSourceStuck());
    EXPECT_EQ(pipeline->history()->size(), samplesBefore + 1) << "what it held is not lost";
    EXPECT_EQ(m_stuck, 1);
}

TEST_F(PipelineStuckTest, SaysNothingOfASourceThatStops) {
    const auto pipeline = make();
    SampleBlock block;
    block.channels = {{QStringLiteral("a"), Unit::Celsius}};
    block.append({0, fromNanoseconds(1), 20.0, {}});
    pipeline->start(
        std::make_unique<ScriptedSource>(m_clock, QList{block}, ScriptedSource::Ending::GoOnForEver), {});
    pipeline->setStopDeadline(Pipeline::defaultStopDeadline);
    pipeline->stop();
    ASSERT_TRUE(waitFor([&] { return !pipeline->isActive(); }));
    EXPECT_FALSE(pipeline->isSourceActive());
    pipeline->abandonSource();
    EXPECT_EQ(pipeline->state(), State::Stopped) << "there is nothing to abandon";
    EXPECT_EQ(m_stuck, 0);
}

TEST_F(PipelineStuckTest, AbandonsItsSourceAndGoesOnWithAnother) {
    const auto pipeline = make();
    startStuck(*pipeline);
    pipeline->abandonSource();
    EXPECT_EQ(pipeline->state(), State::Running) << "it is not known to be stuck";
    pipeline->stop();
    ASSERT_TRUE(waitFor([this] { return m_stuck == 1; }));
    pipeline->abandonSource();
    EXPECT_FALSE(pipeline->isSourceActive());
    ASSERT_TRUE(waitFor([&] { return !pipeline->isActive(); }));
    EXPECT_EQ(pipeline->state(), State::Failed);
    ASSERT_TRUE(pipeline->lastError());
    EXPECT_EQ(pipeline->lastError()->code, ErrorCode::LimitReached);
    EXPECT_EQ(pipeline->lastError()->subject, QStringLiteral("stuck:"));
    EXPECT_EQ(SourceThread::leftBehindCount(), 1);
    ASSERT_FALSE(m_events.isEmpty());
    EXPECT_EQ(m_events.constLast().kind, StreamEvent::Kind::Failed);
    EXPECT_EQ(m_events.constLast().count, samplesBefore);

    startStuck(*pipeline);
    m_shared.front()->gate.open();
    EXPECT_TRUE(waitFor([this] { return m_shared.front()->isGone.load(); }));
    pipeline->stop();
    m_shared.back()->gate.open();
    ASSERT_TRUE(waitFor([&] { return !pipeline->isActive(); }));
    EXPECT_EQ(pipeline->history()->size(), 2 * samplesBefore + 1) << "the abandoned one has come too late";
    EXPECT_TRUE(pipeline->status().account.balances());
}

TEST_F(PipelineStuckTest, EndsItsCaptureWithoutAnAbandonedSource) {
    const auto pipeline = make();
    pipeline->recordTo({{}, m_folder.path(), {}, QStringLiteral("test 1")});
    startStuck(*pipeline);
    pipeline->end();
    ASSERT_TRUE(waitFor([this] { return m_stuck == 1; }));
    EXPECT_FALSE(pipeline->hasEnded());
    pipeline->abandonSource();
    ASSERT_TRUE(waitFor([this] { return m_ended == 1; }));
    EXPECT_TRUE(pipeline->hasEnded());
    const CaptureStatus status = pipeline->captureStatus();
    EXPECT_EQ(status.state, CaptureStatus::State::Closed);
    EXPECT_EQ(status.account.durable.samples, samplesBefore);
    EXPECT_EQ(status.account.missed.samples, 0);
    EXPECT_EQ(readSamples(status.path).size(), samplesBefore);
    EXPECT_NE(readText(status.path, "SELECT value FROM capture WHERE key = 'ended'"), QString());
}

TEST_F(PipelineStuckTest, LeavesItsSourceBehindWhenItIsDestroyed) {
    auto pipeline = make();
    pipeline->recordTo({{}, m_folder.path(), {}, QStringLiteral("test 1")});
    startStuck(*pipeline);
    const auto history = pipeline->history();
    pipeline.reset();
    EXPECT_EQ(SourceThread::leftBehindCount(), 1);
    EXPECT_FALSE(m_shared.front()->isGone) << "it is inside a call";
    m_shared.front()->gate.open();
    EXPECT_TRUE(waitFor([this] { return m_shared.front()->isGone.load(); }));
    EXPECT_EQ(history->size(), samplesBefore);
}

TEST_F(PipelineStuckTest, BeginsASourceOnlyWhenToldTo) {
    const auto pipeline = make();
    auto source = std::make_unique<StuckSource>(m_clock, samplesBefore);
    m_shared.push_back(source->shared());
    m_shared.back()->gate.open();
    pipeline->start(std::move(source), {}, Pipeline::Start::WhenTold);
    EXPECT_TRUE(pipeline->isActive());
    EXPECT_FALSE(waitFor([&] { return pipeline->history()->size() > 0; }, 50));
    pipeline->beginSource();
    pipeline->beginSource();
    EXPECT_TRUE(waitFor([&] { return pipeline->history()->size() == samplesBefore + 1; }));
    pipeline->stop();
    ASSERT_TRUE(waitFor([&] { return !pipeline->isActive(); }));

    auto never = std::make_unique<StuckSource>(m_clock, samplesBefore);
    m_shared.push_back(never->shared());
    pipeline->start(std::move(never), {}, Pipeline::Start::WhenTold);
    pipeline->stop();
    pipeline->beginSource();
    ASSERT_TRUE(waitFor([&] { return !pipeline->isActive(); }));
    EXPECT_FALSE(m_shared.back()->gate.isReached());
}

} // namespace
} // namespace rillscope::test
