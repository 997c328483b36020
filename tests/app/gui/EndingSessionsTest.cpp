// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/EndingSessions.h"
#include "core/pipeline/SourceThread.h"

#include "tests/support/Sources.h"
#include "tests/support/StuckSource.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <mutex>

namespace rillscope::test {
namespace {

/// Sessions whose capture thread can be held where it would be in a sync that does not end.
class EndingSessionsTest : public testing::Test {
protected:
    EndingSessionsTest() {
        QObject::connect(&m_ending, &EndingSessions::ended,
                         [this](const CaptureStatus& status) { m_ended.append(status); });
    }

    std::unique_ptr<Pipeline> running() {
        auto pipeline = std::make_unique<Pipeline>(m_clock);
        pipeline->recordTo({{}, m_folder.path(), {}, QStringLiteral("test 1")},
                           [this](qint64) { const std::lock_guard wait(m_gate); });
        const SourceUri uri = *SourceUri::parse(QStringLiteral("sim:normal?seed=1&rate=1000"));
        pipeline->start(*test::sources().make(uri, {m_clock}), uri.shown());
        return pipeline;
    }
    bool waitForEnds(qsizetype count) const {
        return waitFor([&] { return m_ended.size() >= count; });
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::mutex m_gate;
    EndingSessions m_ending;
    QList<CaptureStatus> m_ended;
};

TEST_F(EndingSessionsTest, KeepsThemUntilTheDiskHasThem) {
    std::unique_lock closed(m_gate);
    std::weak_ptr<const SampleHistory> history;
    for (std::size_t i = 0; i < EndingSessions::most; ++i) {
        EXPECT_FALSE(m_ending.isFull());
        auto pipeline = running();
        ASSERT_TRUE(waitFor([&] { return pipeline->captureStatus().account.durable.samples > 0; }))
            << "not held yet";
        ASSERT_TRUE(waitFor([&] { return pipeline->captureStatus().account.waiting.samples > 10; }));
        history = pipeline->history();
        m_ending.take(std::move(pipeline));
    }
    EXPECT_TRUE(m_ending.isFull());
    EXPECT_GT(m_ending.waiting(), 40);
    EXPECT_TRUE(m_ended.isEmpty());
    closed.unlock();
    ASSERT_TRUE(waitForEnds(EndingSessions::most));
    EXPECT_TRUE(m_ending.isEmpty());
    EXPECT_TRUE(waitFor([&] { return history.expired(); })) << "its memory is still taken";
    for (const CaptureStatus& status : m_ended) {
        EXPECT_EQ(status.state, CaptureStatus::State::Closed);
        EXPECT_EQ(status.account.missed.samples, 0);
        EXPECT_GT(status.account.durable.samples, 10);
    }
}

TEST_F(EndingSessionsTest, TellsWhatACaptureMissed) {
    auto pipeline = running();
    ASSERT_TRUE(waitFor([&] { return pipeline->captureStatus().account.durable.samples > 10; }));
    const QString path = pipeline->captureStatus().path;
    ASSERT_TRUE(QDir(m_folder.path()).removeRecursively());
    ASSERT_TRUE(QFile(m_folder.path()).open(QIODevice::WriteOnly)) << "no folder can be there again";
    m_ending.take(std::move(pipeline));
    ASSERT_TRUE(waitForEnds(1));
    EXPECT_EQ(m_ended.constFirst().path, path);
    EXPECT_GT(m_ended.constFirst().account.missed.samples, 10);
    EXPECT_TRUE(m_ended.constFirst().error);
}

TEST_F(EndingSessionsTest, TellsOfASourceThatDoesNotStopAndAbandonsIt) {
    int stuck = 0;
    int released = 0;
    QObject::connect(&m_ending, &EndingSessions::sourceStuck, [&stuck] { ++stuck; });
    QObject::connect(&m_ending, &EndingSessions::sourceReleased, [&released] { ++released; });
    auto pipeline = std::make_unique<Pipeline>(m_clock);
    pipeline->setStopDeadline(std::chrono::milliseconds(1));
    pipeline->recordTo({{}, m_folder.path(), {}, QStringLiteral("test 1")});
    auto source = std::make_unique<StuckSource>(m_clock, 5);
    const auto shared = source->shared();
    pipeline->start(std::move(source), {});
    ASSERT_TRUE(waitFor([&] { return shared->gate.isReached(); }));
    m_ending.take(std::move(pipeline), EndingSessions::Input::Exclusive);
    EXPECT_TRUE(m_ending.isInputTaken()) << "it may still read";
    ASSERT_TRUE(waitFor([&stuck] { return stuck == 1; }));
    EXPECT_TRUE(m_ending.isSourceStuck());
    m_ending.abandonStuckSources();
    EXPECT_FALSE(m_ending.isInputTaken());
    EXPECT_EQ(released, 1);
    ASSERT_TRUE(waitForEnds(1));
    EXPECT_EQ(m_ended.constFirst().account.durable.samples, 5);
    shared->gate.open();
    EXPECT_TRUE(waitFor([] { return SourceThread::leftBehindCount() == 0; }));
}

TEST_F(EndingSessionsTest, LetsGoOfASessionThatHasEndedAlready) {
    auto pipeline = running();
    bool hasEnded = false;
    QObject::connect(pipeline.get(), &Pipeline::ended, [&hasEnded] { hasEnded = true; });
    pipeline->end();
    ASSERT_TRUE(waitFor([&hasEnded] { return hasEnded; }));
    m_ending.take(std::move(pipeline));
    EXPECT_TRUE(m_ending.isEmpty());
    EXPECT_EQ(m_ended.size(), 1);
}

TEST_F(EndingSessionsTest, WaitsForThemWhenItGoes) {
    const QString path = [this] {
        EndingSessions ending;
        auto pipeline = running();
        EXPECT_TRUE(waitFor([&] { return pipeline->captureStatus().account.durable.samples > 10; }));
        const QString file = pipeline->captureStatus().path;
        ending.take(std::move(pipeline));
        return file;
    }();
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files), QStringList(QFileInfo(path).fileName()))
        << "one plain file, without log and lock";
}

} // namespace
} // namespace rillscope::test
