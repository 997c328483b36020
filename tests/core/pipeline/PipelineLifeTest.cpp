// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Pipeline.h"
#include "core/pipeline/SourceSlot.h"

#include "tests/support/ManualClock.h"
#include "tests/support/ScriptedSource.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <functional>
#include <thread>

namespace rillscope {
namespace {

using test::ScriptedSource;
using test::waitFor;
using Ending = ScriptedSource::Ending;
using State = Pipeline::State;

QList<SampleBlock> blocksOf(int blockCount, int samplesEach) {
    QList<SampleBlock> blocks;
    std::int64_t time = 0;
    for (int i = 0; i < blockCount; ++i) {
        SampleBlock block;
        block.channels = {{QStringLiteral("a"), Unit::Celsius}};
        for (int j = 0; j < samplesEach; ++j)
            block.append({0, fromNanoseconds(++time), 20.0, {}});
        blocks.append(block);
    }
    return blocks;
}

/// A clock for the processor alone, which asks it once and more for each block: the place to hold it up.
class HookClock final : public Clock {
public:
    explicit HookClock(std::function<void()> hook) : m_hook(std::move(hook)) {}
    Timestamp now() const override {
        m_hook();
        return m_clock.now();
    }
    Duration monotonic() const override { return m_clock.monotonic(); }

private:
    std::function<void()> m_hook;
    test::ManualClock m_clock;
};

TEST(PipelineLifeTest, NeverHasMoreBlocksUnderWayThanTheCredit) {
    constexpr qint64 enough = 500;
    const test::ManualClock sourceClock;
    auto source = std::make_unique<ScriptedSource>(sourceClock, blocksOf(1, 1), Ending::GoOnForEver);
    const auto delivered = source->deliveredCount();
    std::shared_ptr<const SampleHistory> history;
    std::atomic<qint64> most{0};
    // Runs on the processing thread: waits until the source has spent all its credit, so that one that would
    // spend more had every chance to. While a block is processed, it is in the history, but not yet paid
    // back.
    const HookClock slowClock([&] {
        const auto underWay = [&] { return delivered->load() - history->size(); };
        const qint64 wanted = history->size() == 0 ? SourceSlot::creditBlocks : SourceSlot::creditBlocks - 1;
        while (history->size() < enough && underWay() < wanted)
            std::this_thread::yield();
        most = std::max(most.load(), underWay());
    });
    Pipeline pipeline(slowClock);
    history = pipeline.history();
    pipeline.start(std::move(source), ShownUri());
    ASSERT_TRUE(waitFor([&] { return history->size() >= enough; }));
    EXPECT_EQ(most.load(), SourceSlot::creditBlocks);
    pipeline.stop();
    ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
    EXPECT_EQ(history->size(), delivered->load());
}

TEST(PipelineLifeTest, StartsAgainRightAfterAFailure) {
    const test::ManualClock clock;
    Pipeline pipeline(clock);
    QList<State> states;
    QObject::connect(&pipeline, &Pipeline::stateChanged, &pipeline, [&](State state) {
        states.append(state);
        if (state == State::Failed && pipeline.lastError())
            pipeline.start(std::make_unique<ScriptedSource>(clock, blocksOf(3, 5), Ending::Finish),
                           ShownUri::fromText(QStringLiteral("again")));
    });
    pipeline.start(std::make_unique<ScriptedSource>(clock, blocksOf(2, 5), Ending::Fail), ShownUri());
    ASSERT_TRUE(waitFor([&] { return pipeline.state() == State::Finished; }));
    EXPECT_EQ(states, (QList<State>{State::Running, State::Failed, State::Running, State::Finished}));
    EXPECT_FALSE(pipeline.lastError());
    EXPECT_EQ(pipeline.history()->size(), 25);
    EXPECT_TRUE(pipeline.status().account.balances());
}

TEST(PipelineLifeTest, MayBeDestroyedAtAnyMoment) {
    const test::ManualClock clock;
    for (const Ending ending : {Ending::GoOnForEver, Ending::Fail, Ending::Finish}) {
        for (qint64 moment = 0; moment < 60; ++moment) {
            auto pipeline = std::make_unique<Pipeline>(clock);
            const auto history = pipeline->history();
            auto source = std::make_unique<ScriptedSource>(clock, blocksOf(20, 2), ending);
            const auto delivered = source->deliveredCount();
            pipeline->start(std::move(source), ShownUri());
            while (delivered->load() < std::min<qint64>(moment, 40))
                std::this_thread::yield();
            if (moment % 3 == 0)
                pipeline->stop();
            pipeline.reset();
            ASSERT_EQ(history->size(), delivered->load());
        }
    }
}

TEST(PipelineLifeTest, SaysTheSameInItsStateAndInItsEvents) {
    const test::ManualClock clock;
    for (qint64 moment = 0; moment < 120; ++moment) {
        Pipeline pipeline(clock);
        QList<StreamEvent> events;
        QObject::connect(&pipeline, &Pipeline::eventsOccurred, &pipeline,
                         [&](const QList<StreamEvent>& more) { events += more; });
        auto source = std::make_unique<ScriptedSource>(clock, blocksOf(20, 2), Ending::Finish);
        const auto delivered = source->deliveredCount();
        pipeline.start(std::move(source), ShownUri());
        while (delivered->load() < std::min<qint64>(moment, 40))
            std::this_thread::yield();
        pipeline.stop(); // some come before the source's own end, and some after it
        ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
        ASSERT_FALSE(events.isEmpty());
        ASSERT_EQ(pipeline.state() == State::Stopped, events.constLast().kind == StreamEvent::Kind::Stopped);
        ASSERT_EQ(events.constLast().count, delivered->load());
    }
}

} // namespace
} // namespace rillscope
