// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/CaptureFollower.h"
#include "core/pipeline/Pipeline.h"
#include "core/pipeline/Recorder.h"
#include "tests/support/FaultyDisk.h"
#include "tests/support/ScriptedSource.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace rillscope::test {
namespace {

using Ending = ScriptedSource::Ending;

class PipelineAcknowledgeTest : public testing::Test {
protected:
    CaptureSettings settings() const {
        return {{}, m_folder.filePath(QStringLiteral("captures")), {}, QStringLiteral("test 1")};
    }

    /// The position of a block is the number of samples up to its end.
    static QList<SampleBlock> blocks(int count, int samples) {
        QList<SampleBlock> blocks;
        for (int i = 0; i < count; ++i) {
            SampleBlock block;
            block.channels = {{QStringLiteral("a"), Unit::Celsius}};
            for (int j = 0; j < samples; ++j)
                block.append({0, fromNanoseconds(1'000'000LL * (i * samples + j)), 1.0, {}});
            block.position = QByteArray::number((i + 1) * samples);
            blocks.append(block);
        }
        return blocks;
    }

    void start(const QList<SampleBlock>& sent, Ending ending) {
        auto source = std::make_unique<ScriptedSource>(m_clock, sent, ending);
        m_acknowledged = source->acknowledged();
        m_delivered = source->deliveredCount();
        m_pipeline.start(std::move(source), ShownUri::fromText(QStringLiteral("script:")));
    }
    qint64 lastAcknowledged() const {
        const QList<QByteArray> all = m_acknowledged->all();
        return all.isEmpty() ? 0 : all.constLast().toLongLong();
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    Pipeline m_pipeline{m_clock};
    std::shared_ptr<const ScriptedSource::Acknowledged> m_acknowledged;
    std::shared_ptr<std::atomic<qint64>> m_delivered;
};

TEST_F(PipelineAcknowledgeTest, TakesWhatIsRecordedForSafeWithoutACapture) {
    start(blocks(20, 10), Ending::StayIdle);
    ASSERT_TRUE(waitFor([&] { return lastAcknowledged() == 200; }));
    EXPECT_EQ(m_acknowledged->all().size(), 20);
    EXPECT_EQ(m_pipeline.status().sources.constFirst().position, "200");
}

TEST_F(PipelineAcknowledgeTest, AcknowledgesNothingBeforeItIsDurable) {
    m_pipeline.recordTo(settings());
    start(blocks(300, 10), Ending::StayIdle);
    ASSERT_TRUE(waitFor([&] {
        const qint64 acknowledged = lastAcknowledged();
        EXPECT_LE(acknowledged, m_pipeline.captureStatus().account.durable.samples);
        return acknowledged == 3'000;
    }));
    const QList<QByteArray> all = m_acknowledged->all();
    EXPECT_TRUE(std::ranges::is_sorted(all, {}, [](const QByteArray& each) { return each.toLongLong(); }));
}

TEST_F(PipelineAcknowledgeTest, AsksNothingOfASourceWithoutPositions) {
    QList<SampleBlock> sent = blocks(5, 10);
    for (SampleBlock& block : sent)
        block.position.clear();
    start(sent, Ending::StayIdle);
    ASSERT_TRUE(waitFor([&] { return m_pipeline.status().account.recorded == 50; }));
    EXPECT_TRUE(m_acknowledged->all().isEmpty());
    EXPECT_EQ(m_pipeline.sourceCondition()->kind, SourceCondition::Kind::Receiving);
}

TEST_F(PipelineAcknowledgeTest, HoldsASourceThatCanGoOnWhileNothingCanBeWrittenAndMissesNothing) {
    constexpr qint64 capacity = qint64{1} << 20;
    FaultyDisk disk(1);
    disk.fail(100, SQLITE_IOERR_WRITE);
    const auto writer = std::make_shared<CaptureWriter>(settings(), m_clock, CaptureObserver(), capacity);
    Recorder recorder(std::make_shared<SampleHistory>(), m_clock);
    const auto follower = std::make_shared<CaptureFollower>(recorder);
    follower->begin(writer);
    recorder.addFollower(follower);
    int credit = 0;
    QObject::connect(&recorder, &Recorder::creditGranted, [&credit](int, int blocks) { credit += blocks; });
    const StreamBeginning stream{.uri = ShownUri::fromText(QStringLiteral("script:"))};
    recorder.beginStream(stream);
    int sent = 0;
    for (const SampleBlock& block : blocks(2'000, 100)) {
        recorder.process(stream.number, block);
        ++sent;
        waitFor([&] { return credit == sent; }, 50);
        if (writer->status().state == CaptureStatus::State::Failing && credit < sent)
            break;
    }
    EXPECT_LT(sent, 2'000) << "it would fill the memory";
    EXPECT_TRUE(*stream.isHeld);
    EXPECT_EQ(writer->status().account.missed.samples, 0);
    disk.fail(0, SQLITE_OK);
    ASSERT_TRUE(waitFor([&] { return credit == sent; })) << "it goes on";
    EXPECT_FALSE(*stream.isHeld);
    writer->close();
    EXPECT_EQ(writer->status().account.durable.samples, 100 * sent);
}

/// The capture thread is held where it would be in a sync that does not end.
TEST_F(PipelineAcknowledgeTest, SaysThatItsSourceIsHeldAndThenRecordsAllOfIt) {
    const auto gate = std::make_shared<std::mutex>();
    Pipeline pipeline(m_clock);
    pipeline.recordTo(settings(), [gate](qint64) { const std::lock_guard wait(*gate); });
    std::unique_lock closed(*gate);
    auto source = std::make_unique<ScriptedSource>(m_clock, blocks(100, 100), Ending::GoOnForEver);
    const auto delivered = source->deliveredCount();
    pipeline.start(std::move(source), ShownUri::fromText(QStringLiteral("script:")));
    const auto isHeld = [&] {
        const auto condition = pipeline.sourceCondition();
        return condition && condition->kind == SourceCondition::Kind::Held;
    };
    ASSERT_TRUE(waitFor(isHeld));
    closed.unlock();
    ASSERT_TRUE(waitFor([&] { return !isHeld(); })) << "it goes on";
    pipeline.stop();
    ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
    pipeline.closeCapture();
    const CaptureAccount account = pipeline.captureStatus().account;
    EXPECT_EQ(account.durable.samples, delivered->load());
    EXPECT_EQ(account.missed.samples, 0);
}

} // namespace
} // namespace rillscope::test
