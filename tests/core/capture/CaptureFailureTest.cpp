// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureWriter.h"
#include "tests/core/capture/CaptureReference.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <mutex>
#include <sys/mount.h>

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
    ASSERT_EQ(before.durable, m_maker.rawCount());
    ASSERT_FALSE(m_writer->index()->segments(0).isEmpty());
    ASSERT_TRUE(QFile::remove(before.path));
    offer(10);
    const CaptureStatus after = flushed();
    EXPECT_EQ(after.state, State::Recording);
    EXPECT_NE(after.path, before.path);
    EXPECT_EQ(after.files, 2);
    EXPECT_EQ(after.missed, static_cast<qint64>(first));
    EXPECT_EQ(after.durable + after.derived, static_cast<qint64>(m_maker.all().size() - first));
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
    EXPECT_EQ(failing.durable, 0);
    EXPECT_EQ(failing.waiting, static_cast<qint64>(m_maker.all().size()));
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
    EXPECT_GT(failing.missed, 0);
    EXPECT_EQ(failing.missed + failing.waiting, 100'000);
    ASSERT_TRUE(obstacle.remove());
    ASSERT_TRUE(waitFor([this] { return m_writer->status().waiting == 0; }));
    offer(3);
    m_writer->close();
    const CaptureStatus status = m_writer->status();
    EXPECT_EQ(status.missed, failing.missed);
    const auto samples = readSamples(status.path);
    EXPECT_EQ(static_cast<qint64>(samples.size()) + status.missed, 100'300);
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
    EXPECT_EQ(m_writer->status().missed, 500);
    EXPECT_EQ(news(), (std::vector{CaptureNews::Kind::Failed, CaptureNews::Kind::Missed}));
}

/// A small disk in memory; gone with this.
class SmallDisk {
public:
    explicit SmallDisk(const QString& folder) : m_folder(folder.toUtf8()) {
        m_isMounted = QDir().mkpath(folder) &&
                      mount("rillscope-test", m_folder.constData(), "tmpfs", 0, "size=4m,mode=0700") == 0;
    }
    ~SmallDisk() {
        if (m_isMounted)
            umount2(m_folder.constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool isMounted() const { return m_isMounted; }

private:
    QByteArray m_folder;
    bool m_isMounted = false;
};

TEST_F(CaptureFailureTest, GoesOnInANewFileWhenAFullDiskHasSpaceAgain) {
    const SmallDisk disk(path("disk"));
    if (!disk.isMounted())
        GTEST_SKIP() << "no disk can be mounted here";
    start({{}, path("disk/captures"), {}, {}});
    offer(5);
    const CaptureStatus before = flushed();
    ASSERT_EQ(before.state, State::Recording);
    QFile filler(path("disk/filler"));
    ASSERT_TRUE(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4'096, 'x')) == 4'096) {
    }
    offer(30);
    const CaptureStatus full = flushed();
    EXPECT_EQ(full.state, State::Failing);
    ASSERT_TRUE(full.error);
    EXPECT_EQ(full.error->code, ErrorCode::StorageFull) << full.error->message().toStdString();
    EXPECT_EQ(full.durable + full.derived, 500) << "nothing that was acknowledged is taken back";
    ASSERT_TRUE(filler.remove());
    ASSERT_TRUE(waitFor([this] { return m_writer->status().state == State::Recording; }));
    m_writer->close();
    const CaptureStatus after = m_writer->status();
    EXPECT_EQ(after.files, 2);
    EXPECT_EQ(after.missed, 0);
    EXPECT_TRUE(stored(after.paths) == m_maker.all());
}

} // namespace
} // namespace rillscope::test
