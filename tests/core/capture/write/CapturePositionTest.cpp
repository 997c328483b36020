// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureSchema.h"
#include "core/capture/check/CaptureVerifier.h"
#include "core/capture/read/CaptureReader.h"
#include "core/capture/write/CaptureWriter.h"
#include "tests/core/capture/CaptureReference.h"
#include "tests/support/CaptureMaker.h"
#include "tests/support/FaultyDisk.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <random>
#include <set>

namespace rillscope::test {
namespace {

const ShownUri source = ShownUri::fromText(QStringLiteral("tail:/var/log/oven.csv"));

QList<rillscope::StoredPosition> positionsIn(const QString& path) {
    auto reader = CaptureReader::open(path);
    EXPECT_TRUE(reader) << reader.error().message().toStdString();
    const auto positions = reader->readPositions();
    EXPECT_TRUE(positions) << positions.error().message().toStdString();
    return positions.value_or(QList<rillscope::StoredPosition>());
}

class CapturePositionTest : public testing::Test {
protected:
    CaptureSettings settings() const {
        return {{}, m_folder.filePath(QStringLiteral("captures")), {}, QStringLiteral("test 1")};
    }
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    static bool flush(CaptureWriter& writer) {
        std::atomic<bool> isDone{false};
        writer.flush([&isDone] { isDone = true; });
        return waitFor([&isDone] { return isDone.load(); });
    }

    /// The time of a sample is its number, and the position that of the last in the block.
    CaptureBlock next(int samples) {
        CaptureBlock block = m_maker.plain(samples);
        for (PackedSample& sample : block.samples)
            sample.time = ++m_count;
        block.position = StreamPosition{1, source, QByteArray::number(m_count)};
        return block;
    }

    CaptureObserver observer() {
        CaptureObserver observer;
        observer.acknowledged = [this](const StreamPosition& position) {
            const std::lock_guard lock(m_mutex);
            m_acknowledged.append(position.position.toLongLong());
        };
        return observer;
    }
    QList<qint64> acknowledged() {
        const std::lock_guard lock(m_mutex);
        return m_acknowledged;
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    BlockMaker m_maker{1, 2};
    qint64 m_count = 0;

private:
    std::mutex m_mutex; ///< guards m_acknowledged
    QList<qint64> m_acknowledged;
};

TEST_F(CapturePositionTest, CommitsThePositionWithTheSamplesBeforeIt) {
    CaptureWriter writer(settings(), m_clock, observer());
    for (int i = 0; i < 5; ++i) {
        writer.offer(next(100));
        ASSERT_TRUE(flush(writer));
        const auto positions = positionsIn(writer.status().path);
        ASSERT_EQ(positions.size(), 1);
        EXPECT_EQ(positions.at(0).source, source.text());
        EXPECT_EQ(positions.at(0).position, QByteArray::number(m_count));
        EXPECT_EQ(acknowledged().constLast(), m_count);
    }
    writer.close();
    EXPECT_EQ(positionsIn(writer.status().path).at(0).position, "500");
    EXPECT_TRUE(verifyCapture(writer.status().path, VerifyDepth::Whole)->isGood());
}

TEST_F(CapturePositionTest, KeepsThePositionsOfSeveralSourcesApart) {
    CaptureWriter writer(settings(), m_clock);
    const auto other = ShownUri::fromText(QStringLiteral("tail:/b.csv"));
    const QByteArray bytes("\0\xff\n", 3);
    for (const auto& [uri, position] :
         {std::pair(source, QByteArray("1")), std::pair(other, bytes), std::pair(source, QByteArray("2"))}) {
        CaptureBlock block = m_maker.plain(10);
        block.position = StreamPosition{uri == source ? 1 : 2, uri, position};
        writer.offer(std::move(block));
    }
    writer.close();
    const auto positions = positionsIn(writer.status().path);
    ASSERT_EQ(positions.size(), 2);
    for (const auto& position : positions)
        EXPECT_EQ(position.position, position.source == other.text() ? bytes : QByteArray("2"));
}

TEST_F(CapturePositionTest, MakesNoTableForASourceWithoutPositions) {
    CaptureWriter writer(settings(), m_clock);
    writer.offer(m_maker.plain(10));
    writer.close();
    EXPECT_TRUE(positionsIn(writer.status().path).isEmpty());
    EXPECT_EQ(readNumber(writer.status().path, "SELECT count(*) FROM sqlite_schema WHERE name = 'positions'"),
              0);
}

TEST_F(CapturePositionTest, NeverHasAPositionBeyondItsSamplesWhateverTheDiskDoes) {
    const quint64 seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    FaultyDisk disk(seed);
    std::mt19937_64 random(seed);
    CaptureWriter writer(settings(), m_clock, observer());
    for (int i = 0; i < 150; ++i) {
        writer.offer(next(1 + static_cast<int>(random() % 50)));
        if (random() % 10 == 0)
            disk.fail(static_cast<int>(random() % 2) * 40, SQLITE_IOERR_WRITE);
        if (random() % 4 == 0) {
            ASSERT_TRUE(flush(writer));
        }
    }
    disk.fail(0, SQLITE_OK);
    writer.close();
    const CaptureStatus status = writer.status();
    // What a write that failed left in a file may be in the next one, too.
    std::set<std::int64_t> stored;
    for (const QString& path : status.paths) {
        for (const StoredSample& sample : readSamples(path))
            stored.insert(sample.time);
        ASSERT_FALSE(stored.empty()) << path.toStdString();
        for (const auto& position : positionsIn(path))
            EXPECT_LE(position.position.toLongLong(), *stored.rbegin()) << path.toStdString();
        EXPECT_EQ(static_cast<qint64>(stored.size()), *stored.rbegin()) << "there is no hole before it";
    }
    const QList<qint64> told = acknowledged();
    ASSERT_FALSE(told.isEmpty());
    EXPECT_TRUE(std::ranges::is_sorted(told));
    EXPECT_EQ(told.constLast(), status.account.durable.allSamples());
    EXPECT_EQ(static_cast<qint64>(stored.size()), m_count);
}

TEST_F(CapturePositionTest, RefusesATableThatIsNotWhatItShouldBe) {
    for (const char* sql :
         {"CREATE TABLE positions(source, time)",
          "CREATE TABLE positions(source, time, position); INSERT INTO positions VALUES(1, 2, 3)",
          "CREATE VIEW positions AS SELECT 'a' AS source, 1 AS time, x'00' AS position"}) {
        const QString file = path("odd.rill");
        QFile::remove(file);
        makeCapture(file, {.samples = countingSamples(3)});
        changeCapture(file, sql);
        auto reader = CaptureReader::open(file);
        EXPECT_FALSE(reader && reader->readPositions()) << sql;
    }
}

} // namespace
} // namespace rillscope::test
