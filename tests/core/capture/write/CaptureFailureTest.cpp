// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/CaptureWriter.h"
#include "tests/core/capture/CaptureReference.h"
#include "tests/support/SmallDisk.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <mutex>

namespace rillscope::test {
namespace {

using State = CaptureStatus::State;

/// A writer whose place goes wrong.
class CaptureFailureTest : public testing::Test {
protected:
    static constexpr qint64 capacity = 1 << 20;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    void start(CaptureSettings settings) {
        settings.program = QStringLiteral("test 1");
        m_writer.emplace(settings, m_clock,
                         CaptureObserver{{},
                                         [this](const CaptureNews& news) {
                                             const std::lock_guard lock(m_mutex);
                                             m_news.push_back(news);
                                         }},
                         capacity);
    }

    void offer(int blocks, int samples = 100) {
        for (int i = 0; i < blocks; ++i)
            m_writer->offer(m_maker.next(samples));
    }

    CaptureStatus flushed() {
        std::atomic<bool> isDone{false};
        m_writer->flush([&isDone] { isDone = true; });
        EXPECT_TRUE(waitFor([&isDone] { return isDone.load(); }));
        return m_writer->status();
    }

    std::vector<CaptureNews::Kind> news() {
        const std::lock_guard lock(m_mutex);
        std::vector<CaptureNews::Kind> kinds;
        for (const CaptureNews& one : m_news)
            kinds.push_back(one.kind);
        return kinds;
    }

    /// Of all files, in their order.
    static std::vector<StoredSample> stored(const QStringList& paths) {
        std::vector<StoredSample> all;
        for (const QString& one : paths) {
            const auto samples = readSamples(one);
            all.insert(all.end(), samples.begin(), samples.end());
        }
        return all;
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    BlockMaker m_maker{7};
    std::mutex m_mutex; ///< guards m_news
    std::vector<CaptureNews> m_news;
    std::optional<CaptureWriter> m_writer;
};

TEST_F(CaptureFailureTest, GoesOnInANewFileWhenItsFileIsRemovedAndSaysWhatIsGone) {
    start({{}, path("captures"), path("fallback"), {}});
    offer(10);
    const CaptureStatus before = flushed();
    const auto first = m_maker.all().size();
    ASSERT_EQ(before.account.durable.samples, m_maker.rawCount());
    ASSERT_FALSE(m_writer->index()->segments(0).isEmpty());
    ASSERT_TRUE(QFile::remove(before.path));
    offer(10);
    const CaptureStatus after = flushed();
    EXPECT_EQ(after.state, State::Recording);
    EXPECT_NE(after.path, before.path);
    EXPECT_EQ(after.files, 2);
    EXPECT_EQ(after.account.missed.allSamples(), static_cast<qint64>(first));
    EXPECT_EQ(after.account.durable.allSamples(), static_cast<qint64>(m_maker.all().size() - first));
    ASSERT_TRUE(after.error);
    EXPECT_EQ(after.error->code, ErrorCode::FileNotFound);
    for (const CaptureSegment& segment : m_writer->index()->segments(0))
        EXPECT_EQ(segment.path, after.path);
    m_writer->close();
    const std::vector<StoredSample> rest(m_maker.all().begin() + static_cast<std::ptrdiff_t>(first),
                                         m_maker.all().end());
    EXPECT_TRUE(readSamples(after.path) == rest);
    EXPECT_EQ(readNumber(after.path, "SELECT count(*) FROM channels"), 4) << "though they were told before";
    EXPECT_EQ(readText(after.path, "SELECT value FROM capture WHERE key = 'continues'"), before.path);
    using Kind = CaptureNews::Kind;
    EXPECT_EQ(news(), (std::vector{Kind::Began, Kind::Failed, Kind::Resumed, Kind::Missed}));
}

TEST_F(CaptureFailureTest, LeavesAloneWhatTookThePlaceOfItsFile) {
    start({{}, path("captures"), path("fallback"), {}});
    offer(1);
    const QString name = flushed().path;
    ASSERT_TRUE(QFile::rename(name, path("moved.rill")));
    QFile other(name);
    ASSERT_TRUE(other.open(QIODevice::WriteOnly));
    other.write("precious");
    other.close();
    offer(1);
    EXPECT_NE(flushed().path, name);
    m_writer->close();
    ASSERT_TRUE(other.open(QIODevice::ReadOnly));
    EXPECT_EQ(other.readAll(), "precious");
}

TEST_F(CaptureFailureTest, NumbersTheFilesThatFollowAGivenOne) {
    start({path("night.rill"), path("captures"), path("fallback"), {}});
    offer(1);
    EXPECT_EQ(flushed().path, path("night.rill"));
    ASSERT_TRUE(QFile::remove(path("night.rill-wal")));
    offer(1);
    EXPECT_EQ(flushed().path, path("night-2.rill"));
}

TEST_F(CaptureFailureTest, TriesUntilThereIsAPlaceAndLosesNothingThatFitsIntoMemory) {
    QFile obstacle(path("captures"));
    ASSERT_TRUE(obstacle.open(QIODevice::WriteOnly));
    start({{}, path("captures"), {}, {}});
    offer(20);
    const CaptureStatus failing = flushed();
    EXPECT_EQ(failing.state, State::Failing);
    EXPECT_EQ(failing.account.durable.samples, 0);
    EXPECT_EQ(failing.account.waiting.allSamples(), static_cast<qint64>(m_maker.all().size()));
    ASSERT_TRUE(failing.error);
    EXPECT_EQ(failing.error->subject, path("captures"));
    EXPECT_TRUE(m_writer->hasRoom(SourceTime::Live)) << "nobody is to wait for that";
    ASSERT_TRUE(obstacle.remove());
    offer(1);
    ASSERT_TRUE(waitFor([this] { return m_writer->status().state == State::Recording; }));
    m_writer->close();
    EXPECT_TRUE(readSamples(m_writer->status().path) == m_maker.all());
}

TEST_F(CaptureFailureTest, CountsWhatTheMemoryCannotHold) {
    QFile obstacle(path("captures"));
    ASSERT_TRUE(obstacle.open(QIODevice::WriteOnly));
    start({{}, path("captures"), {}, {}});
    offer(100, 1'000);
    const CaptureStatus failing = flushed();
    EXPECT_GT(failing.account.missed.allSamples(), 0);
    EXPECT_EQ(failing.account.missed.allSamples() + failing.account.waiting.allSamples(), 100'000);
    ASSERT_TRUE(obstacle.remove());
    ASSERT_TRUE(waitFor([this] { return m_writer->status().account.waiting.allSamples() == 0; }));
    offer(3);
    m_writer->close();
    const CaptureStatus status = m_writer->status();
    EXPECT_EQ(status.account.missed.allSamples(), failing.account.missed.allSamples());
    const auto samples = readSamples(status.path);
    EXPECT_EQ(static_cast<qint64>(samples.size()) + status.account.missed.allSamples(), 100'300);
    // The oldest are kept, and those after the hole.
    const auto& all = m_maker.all();
    const auto oldest = static_cast<std::ptrdiff_t>(samples.size()) - 300;
    EXPECT_TRUE(std::equal(samples.begin(), samples.begin() + oldest, all.begin()));
    EXPECT_TRUE(std::equal(samples.end() - 300, samples.end(), all.end() - 300));
}

TEST_F(CaptureFailureTest, CountsWhatIsLeftWhenItIsClosedWithoutAPlace) {
    QFile obstacle(path("captures"));
    ASSERT_TRUE(obstacle.open(QIODevice::WriteOnly));
    start({{}, path("captures"), {}, {}});
    offer(5);
    m_writer->close();
    EXPECT_EQ(m_writer->status().state, State::Closed);
    EXPECT_EQ(m_writer->status().account.missed.allSamples(), 500);
    EXPECT_EQ(news(), (std::vector{CaptureNews::Kind::Failed, CaptureNews::Kind::Missed}));
}

TEST_F(CaptureFailureTest, GoesOnInANewFileWhenAFullDiskHasSpaceAgain) {
    const SmallDisk disk(path("disk"));
    if (!disk.isMounted())
        GTEST_SKIP() << "no disk can be mounted here";
    start({{}, path("disk/captures"), {}, {}});
    offer(5);
    const CaptureStatus before = flushed();
    ASSERT_EQ(before.state, State::Recording);
    disk.fill(QStringLiteral("filler"));
    offer(30);
    const CaptureStatus full = flushed();
    EXPECT_EQ(full.state, State::Failing);
    ASSERT_TRUE(full.error);
    EXPECT_EQ(full.error->code, ErrorCode::StorageFull) << full.error->message().toStdString();
    EXPECT_EQ(full.account.durable.allSamples(), 500) << "nothing that was acknowledged is taken back";
    ASSERT_TRUE(QFile::remove(path("disk/filler")));
    ASSERT_TRUE(waitFor([this] { return m_writer->status().state == State::Recording; }));
    m_writer->close();
    const CaptureStatus after = m_writer->status();
    EXPECT_EQ(after.files, 2);
    EXPECT_EQ(after.account.missed.allSamples(), 0);
    EXPECT_TRUE(stored(after.paths) == m_maker.all());
}

TEST_F(CaptureFailureTest, NeverLeavesTheFolderOfTheFileThatWasNamed) {
    const SmallDisk disk(path("disk"));
    if (!disk.isMounted())
        GTEST_SKIP() << "no disk can be mounted here";
    start({path("disk/night.rill"), path("captures"), path("fallback"), {}});
    disk.fill(QStringLiteral("filler"));
    offer(5);
    const CaptureStatus full = flushed();
    EXPECT_EQ(full.state, State::Failing);
    EXPECT_EQ(full.account.waiting.allSamples(), 500);
    EXPECT_FALSE(QFile::exists(path("fallback"))) << "it was not asked for";
    EXPECT_FALSE(QFile::exists(path("captures")));
    ASSERT_TRUE(QFile::remove(path("disk/filler")));
    EXPECT_EQ(flushed().path, path("disk/night.rill")) << "nobody has taken the name";
    m_writer->close();
    EXPECT_TRUE(readSamples(path("disk/night.rill")) == m_maker.all());
}

TEST_F(CaptureFailureTest, KeepsToTheFolderThatWasChosenLater) {
    start({{}, path("captures"), path("fallback"), {}});
    offer(1);
    const QString first = flushed().path;
    QFile obstacle(path("chosen"));
    ASSERT_TRUE(obstacle.open(QIODevice::WriteOnly));
    m_writer->setFolder(path("chosen"));
    ASSERT_TRUE(QFile::remove(first));
    offer(1);
    EXPECT_EQ(flushed().state, State::Failing);
    EXPECT_FALSE(QFile::exists(path("fallback")));
    ASSERT_TRUE(obstacle.remove());
    EXPECT_EQ(QFileInfo(flushed().path).absolutePath(), path("chosen"));
}

TEST_F(CaptureFailureTest, CountsAFileThatIsGoneWhenTheSessionEndsInAnother) {
    start({path("night.rill"), path("captures"), {}, {}});
    offer(3);
    flushed();
    ASSERT_TRUE(QFile::remove(path("night.rill-wal")));
    offer(3); // so that it goes on in another
    ASSERT_EQ(flushed().files, 2);
    const CaptureAccount before = m_writer->status().account;
    offer(1);
    ASSERT_TRUE(QFile::remove(flushed().path));
    m_writer->close();
    const CaptureAccount account = m_writer->status().account;
    EXPECT_TRUE(account.balances());
    EXPECT_EQ(account.durable, CaptureCounts());
    EXPECT_EQ(account.missed.allSamples(), 700) << before.durable.allSamples();
}

/// The session may end well after that.
TEST_F(CaptureFailureTest, CountsAnEarlierFileThatIsGoneAtTheEnd) {
    const SmallDisk disk(path("disk"));
    if (!disk.isMounted())
        GTEST_SKIP() << "no disk can be mounted here";
    start({path("disk/night.rill"), path("captures"), {}, {}});
    offer(5);
    ASSERT_EQ(flushed().account.durable.allSamples(), 500);
    disk.fill(QStringLiteral("filler"));
    offer(30);
    ASSERT_EQ(flushed().state, State::Failing);
    ASSERT_TRUE(QFile::remove(path("disk/filler")));
    ASSERT_EQ(flushed().path, path("disk/night-2.rill"));
    ASSERT_TRUE(QFile::remove(path("disk/night.rill")));
    m_writer->close();
    const CaptureAccount account = m_writer->status().account;
    EXPECT_TRUE(account.balances());
    EXPECT_EQ(account.missed.allSamples(), 500);
    EXPECT_EQ(account.durable.allSamples(), 3'000);
}

AlarmOccurrence alarmOf(quint64 id, bool isActive) {
    AlarmOccurrence alarm;
    alarm.id = id;
    alarm.step = QStringLiteral("hot");
    alarm.isActive = isActive;
    return alarm;
}

TEST_F(CaptureFailureTest, KeepsAnAlarmThatWasRaisedAndEndedWhileMemoryWasFull) {
    QFile obstacle(path("captures"));
    ASSERT_TRUE(obstacle.open(QIODevice::WriteOnly));
    start({{}, path("captures"), {}, {}});
    offer(100, 1'000);
    for (const bool isActive : {true, false}) {
        CaptureBlock block = m_maker.next(1);
        block.alarms = {alarmOf(1, isActive)};
        block.windows.resize(2);
        block.events.resize(1);
        m_writer->offer(std::move(block));
    }
    const CaptureAccount failing = flushed().account;
    EXPECT_EQ(failing.missed.windows, 4);
    EXPECT_EQ(failing.missed.events, 2);
    ASSERT_TRUE(obstacle.remove());
    flushed();
    m_writer->close();
    const CaptureStatus status = m_writer->status();
    EXPECT_EQ(status.account.missedAlarms, 0);
    EXPECT_EQ(readText(status.path, "SELECT group_concat(id || active) FROM alarms"), QStringLiteral("10"));
    EXPECT_NE(std::ranges::count(news(), CaptureNews::Kind::ResultsMissed), 0);
}

TEST_F(CaptureFailureTest, BeginsANewFileWithTheStateThatWasInTheOneBefore) {
    start({path("night.rill"), path("captures"), {}, {}});
    CaptureBlock block = m_maker.next(10);
    block.streams = {StreamRecord{{}, ShownUri::fromText(QStringLiteral("sim:normal")), {}}};
    block.alarms = {alarmOf(1, false), alarmOf(2, true)};
    block.account = "{\"recorded\":10}";
    m_writer->offer(std::move(block));
    flushed();
    ASSERT_TRUE(QFile::remove(path("night.rill")));
    offer(1);
    const QString path = flushed().path;
    EXPECT_EQ(path, this->path("night-2.rill"));
    EXPECT_EQ(readText(path, "SELECT source FROM streams"), QStringLiteral("sim:normal"));
    EXPECT_EQ(readText(path, "SELECT group_concat(id || active) FROM alarms"), QStringLiteral("10,21"))
        << "all of them, for the first file is gone";
    EXPECT_EQ(readText(path, "SELECT value FROM capture WHERE key = 'account'"),
              QStringLiteral("{\"recorded\":10}"));
    m_writer->close();
    EXPECT_EQ(m_writer->status().account.missedAlarms, 0);
}

TEST_F(CaptureFailureTest, CountsWhatComesAfterItWasClosed) {
    start({{}, path("captures"), {}, {}});
    offer(1);
    m_writer->close();
    offer(1);
    const CaptureAccount account = m_writer->status().account;
    EXPECT_TRUE(account.balances());
    EXPECT_EQ(account.durable.allSamples(), 100);
    EXPECT_EQ(account.missed.allSamples(), 100);
}

TEST_F(CaptureFailureTest, MissesNothingWhenNothingWasRecorded) {
    start({{}, path("captures"), {}, {}});
    CaptureBlock block;
    block.events.resize(2);
    m_writer->offer(std::move(block));
    m_writer->close();
    EXPECT_FALSE(m_writer->status().account.isAnythingMissed()) << "there is no file that could lack it";
}

} // namespace
} // namespace rillscope::test
