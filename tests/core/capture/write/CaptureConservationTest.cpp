// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/CaptureWriter.h"
#include "tests/core/capture/CaptureReference.h"
#include "tests/support/FaultyDisk.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <array>
#include <set>

namespace rillscope::test {
namespace {

/// A writer to which everything happens, and a count of what it was given: all of it is in a file, or
/// counted.
class Ordeal {
public:
    enum class Kind {
        Places, ///< files and folders vanish, and nothing can be made in their place
        Disk    ///< writes and syncs fail
    };

    Ordeal(Kind kind, quint64 seed) : m_kind(kind), m_random(seed), m_disk(seed) {
        m_writer.emplace(CaptureSettings{{}, folder(), {}, QStringLiteral("test 1")}, m_clock,
                         CaptureObserver(), qint64{64} << (10 + number(5)));
    }

    void run() {
        for (int steps = 20 + number(40); steps > 0; --steps) {
            doSomething();
            EXPECT_TRUE(m_writer->status().account.balances());
        }
        m_writer->close();
        expectNothingVanished();
    }

private:
    QString folder() const { return m_folder.filePath(QStringLiteral("captures")); }
    int number(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }

    void doSomething() {
        const int what = number(10);
        if (what < 6)
            offer(1 + number(20));
        else if (what < 8)
            flush();
        else if (m_kind == Kind::Places)
            number(2) == 0 ? toggleObstacle() : removeFile();
        else
            toggleFault();
    }

    void offer(int blocks) {
        for (; blocks > 0; --blocks) {
            CaptureBlock block = makeBlock(number(400));
            m_offered += block.counts();
            m_writer->offer(std::move(block));
        }
    }

    /// Every entry has a number of its own.
    CaptureBlock makeBlock(int samples) {
        CaptureBlock block;
        if (m_next == 0)
            block.newChannels = {{QStringLiteral("raw"), Unit::Celsius, ChannelKind::Raw},
                                 {QStringLiteral("derived"), Unit::Celsius, ChannelKind::Derived}};
        for (int i = 0; i < samples; ++i) {
            const auto channel = static_cast<ChannelIndex>(number(3) / 2);
            block.rawCount += channel == 0 ? 1 : 0;
            block.samples.push_back({++m_next, 1.0, channel, 0});
        }
        for (const ChannelIndex channel : {ChannelIndex{0}, ChannelIndex{1}})
            block.places.push_back({channel, 0});
        block.arrival = fromNanoseconds(m_next);
        block.events.resize(static_cast<std::size_t>(number(3)));
        for (CapturedEvent& event : block.events)
            event.line = ++m_next;
        block.windows.resize(static_cast<std::size_t>(number(3)));
        for (CapturedWindow& window : block.windows)
            window.row.start = fromNanoseconds(++m_next);
        for (int i = number(3); i > 0; --i)
            block.alarms.push_back(nextAlarmState());
        return block;
    }

    AlarmOccurrence nextAlarmState() {
        AlarmOccurrence alarm;
        alarm.id = 1 + static_cast<quint64>(number(40));
        alarm.isActive = number(2) == 0;
        alarm.worst = static_cast<double>(++m_next);
        m_alarms[alarm.id] = alarm.worst;
        return alarm;
    }

    void flush() {
        std::atomic<bool> isDone{false};
        m_writer->flush([&isDone] { isDone = true; });
        EXPECT_TRUE(waitFor([&isDone] { return isDone.load(); }));
    }

    void toggleObstacle() {
        QFile obstacle(folder());
        if (std::exchange(m_isObstructed, !m_isObstructed)) {
            EXPECT_TRUE(obstacle.remove());
            return;
        }
        QDir(folder()).removeRecursively();
        EXPECT_TRUE(obstacle.open(QIODevice::NewOnly));
    }

    void removeFile() {
        flush();
        const CaptureStatus status = m_writer->status();
        if (status.state == CaptureStatus::State::Recording)
            QFile::remove(status.path);
    }

    void toggleFault() {
        constexpr std::array codes{SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC};
        const int percent = std::array{0, 0, 1, 10, 100}.at(static_cast<std::size_t>(number(5)));
        m_disk.fail(percent, codes.at(static_cast<std::size_t>(number(codes.size()))));
    }

    /// The numbers in all files of the session that are there.
    std::set<std::int64_t> stored(const char* sql) const {
        std::set<std::int64_t> numbers;
        for (const QString& path : m_writer->status().paths) {
            if (!QFile::exists(path))
                continue;
            auto database = Database::openToRead(path);
            auto rows = database ? database->prepare(sql) : tl::unexpected(database.error());
            if (!rows) {
                ADD_FAILURE() << rows.error().message().toStdString();
                continue;
            }
            while (rows->step().value_or(false))
                numbers.insert(rows->integer(0));
        }
        return numbers;
    }

    void expectNothingVanished() {
        m_disk.fail(0, SQLITE_OK);
        const CaptureAccount account = m_writer->status().account;
        EXPECT_TRUE(account.balances());
        EXPECT_TRUE(account.waiting.isEmpty()) << "nobody will write it any more";
        EXPECT_EQ(account.offered, m_offered);
        expectStored("SELECT time FROM samples WHERE channel = 0", account.durable.samples);
        expectStored("SELECT time FROM samples WHERE channel = 1", account.durable.derived);
        expectStored("SELECT start FROM windows", account.durable.windows);
        expectStored("SELECT line FROM events", account.durable.events);
        const auto states = stored("SELECT CAST(worst AS INTEGER) FROM alarms");
        qint64 missing = 0;
        for (const auto& [id, latest] : m_alarms)
            missing += states.contains(static_cast<std::int64_t>(latest)) ? 0 : 1;
        if (m_kind == Kind::Places)
            EXPECT_EQ(missing, account.missedAlarms);
        else
            EXPECT_LE(missing, account.missedAlarms);
    }

    /// A write that fails may be in the file all the same.
    void expectStored(const char* sql, qint64 durable) {
        const auto count = static_cast<qint64>(stored(sql).size());
        if (m_kind == Kind::Places)
            EXPECT_EQ(count, durable) << sql;
        else
            EXPECT_GE(count, durable) << sql;
    }

    const Kind m_kind;
    std::mt19937_64 m_random;
    QTemporaryDir m_folder;
    FaultyDisk m_disk;
    SystemClock m_clock;
    bool m_isObstructed = false;
    std::int64_t m_next = 0;
    CaptureCounts m_offered;
    std::map<quint64, double> m_alarms; ///< the latest state of each
    std::optional<CaptureWriter> m_writer;
};

class CaptureConservationTest : public testing::TestWithParam<Ordeal::Kind> {};

TEST_P(CaptureConservationTest, AccountsForAllThatItWasGivenWhateverGoesWrong) {
    const quint64 seed = std::random_device{}();
    for (quint64 round = 0; round < 20 && !HasFailure(); ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << seed + round);
        Ordeal(GetParam(), seed + round).run();
    }
}

INSTANTIATE_TEST_SUITE_P(Faults, CaptureConservationTest,
                         testing::Values(Ordeal::Kind::Places, Ordeal::Kind::Disk));

} // namespace
} // namespace rillscope::test
