// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/CaptureWriter.h"

#include "core/capture/CaptureSchema.h"
#include "core/capture/read/CaptureReader.h"
#include "core/history/LeafSummary.h"
#include "tests/core/capture/CaptureReference.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <optional>
#include <thread>

namespace rillscope::test {
namespace {

class CaptureWriterTest : public testing::Test {
protected:
    CaptureSettings settings() const {
        return {{},
                m_folder.filePath(QStringLiteral("captures")),
                m_folder.filePath(QStringLiteral("fallback")),
                QStringLiteral("test 1")};
    }

    /// True once all that was offered is committed, or cannot be.
    static bool flush(CaptureWriter& writer) {
        std::atomic<bool> isDone{false};
        writer.flush([&isDone] { isDone = true; });
        return waitFor([&isDone] { return isDone.load(); });
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
};

TEST_F(CaptureWriterTest, WritesEverySampleToTheBit) {
    for (unsigned seed = 1; seed <= 5; ++seed) {
        SCOPED_TRACE(seed);
        BlockMaker maker(seed, 6);
        CaptureWriter writer(settings(), m_clock);
        std::mt19937 random(seed);
        for (int i = 0; i < 60; ++i) {
            writer.offer(maker.next(static_cast<int>(random() % 400)));
            if (random() % 20 == 0) {
                ASSERT_TRUE(flush(writer));
            }
        }
        writer.close();
        const CaptureStatus status = writer.status();
        EXPECT_EQ(status.state, CaptureStatus::State::Closed);
        EXPECT_EQ(status.account.durable.samples, maker.rawCount());
        EXPECT_EQ(status.account.durable.allSamples(), static_cast<qint64>(maker.all().size()));
        EXPECT_EQ(status.account.missed.samples, 0);
        EXPECT_EQ(status.files, 1);
        EXPECT_FALSE(status.error);
        EXPECT_TRUE(readSamples(status.path) == maker.all());
        EXPECT_EQ(readText(status.path, "SELECT value FROM capture WHERE key = 'closed'"),
                  QStringLiteral("stopped"));
        EXPECT_EQ(readText(status.path, "PRAGMA journal_mode"), QStringLiteral("delete"));
    }
}

TEST_F(CaptureWriterTest, KeepsTheUnitsOfWhatIsNoTemperature) {
    BlockMaker maker(3, 3);
    CaptureWriter writer(settings(), m_clock);
    CaptureBlock block = maker.plain(3);
    block.newChannels[0].unit = Unit::None;
    block.newChannels[2].unit = Unit::None;
    block.newChannels[2].unitText = QStringLiteral("µg/m³");
    const auto channels = block.newChannels;
    writer.offer(std::move(block));
    writer.close();
    const auto reader = CaptureReader::open(writer.status().path);
    ASSERT_TRUE(reader) << reader.error().message().toStdString();
    ASSERT_EQ(reader->channels().size(), 3);
    for (qsizetype i = 0; i < 3; ++i)
        EXPECT_EQ(reader->channels().at(i), channels[static_cast<std::size_t>(i)]);
    EXPECT_EQ(readNumber(writer.status().path, "SELECT count(*) FROM units"), 1);
}

TEST_F(CaptureWriterTest, HasNoTableOfUnitsWithoutNeed) {
    BlockMaker maker(3, 3);
    CaptureWriter writer(settings(), m_clock);
    writer.offer(maker.plain(3));
    writer.close();
    EXPECT_EQ(readNumber(writer.status().path, "SELECT count(*) FROM sqlite_schema WHERE name = 'units'"), 0);
}

TEST_F(CaptureWriterTest, SummarizesEvery256SamplesOfAChannel) {
    BlockMaker maker(11, 3);
    CaptureWriter writer(settings(), m_clock);
    for (int i = 0; i < 40; ++i)
        writer.offer(maker.next(100));
    writer.close();
    const QString path = writer.status().path;
    std::array<std::vector<StoredSample>, 3> channels;
    for (const StoredSample& sample : maker.all())
        channels[static_cast<std::size_t>(sample.channel)].push_back(sample);
    std::int64_t rows = 0;
    for (std::int64_t channel = 0; channel < 3; ++channel) {
        const auto& samples = channels[static_cast<std::size_t>(channel)];
        for (std::size_t first = 0; first + rollupSamples <= samples.size(); first += rollupSamples, ++rows) {
            std::array<std::int64_t, rollupSamples> times;
            std::array<double, rollupSamples> values;
            std::array<std::uint16_t, rollupSamples> flags;
            for (std::size_t i = 0; i < rollupSamples; ++i) {
                times[i] = samples[first + i].time;
                values[i] = samples[first + i].value;
                flags[i] = static_cast<std::uint16_t>(samples[first + i].quality);
            }
            const LeafSummary leaf = summarizeLeaf(times.data(), values.data(), flags.data(), rollupSamples);
            const std::string where = "FROM rollups WHERE channel = " + std::to_string(channel) +
                                      " AND number = " + std::to_string(first / rollupSamples);
            EXPECT_EQ(readNumber(path, "SELECT count " + where), leaf.m4.count);
            EXPECT_EQ(readNumber(path, "SELECT earliest " + where), leaf.earliest);
            EXPECT_EQ(readNumber(path, "SELECT latest " + where), leaf.latest);
            EXPECT_EQ(readNumber(path, "SELECT minimum_time " + where), leaf.m4.minimumTime);
            EXPECT_EQ(readNumber(path, "SELECT (SELECT count(*) FROM samples WHERE samples.channel = "
                                       "rollups.channel AND id BETWEEN first_sample AND last_sample) " +
                                           where),
                      rollupSamples);
        }
    }
    EXPECT_EQ(readNumber(path, "SELECT count(*) FROM rollups"), rows);
    EXPECT_GT(rows, 10);
}

TEST_F(CaptureWriterTest, TellsWhichStretchOfTheHistoryLiesWhere) {
    BlockMaker maker(3, 4);
    CaptureWriter writer(settings(), m_clock);
    for (int i = 0; i < 30; ++i)
        writer.offer(maker.next(50));
    ASSERT_TRUE(flush(writer));
    for (int channel = 0; channel < 4; ++channel) {
        std::int64_t count = 0;
        for (const StoredSample& sample : maker.all())
            count += sample.channel == channel ? 1 : 0;
        const CaptureSegment whole{0, count, writer.status().path, 0};
        EXPECT_EQ(writer.index()->segments(channel), QList<CaptureSegment>{whole});
    }
    EXPECT_TRUE(writer.index()->segments(4).isEmpty());
    EXPECT_TRUE(writer.index()->segments(-1).isEmpty());
}

TEST_F(CaptureWriterTest, LeavesOutOfTheIndexWhatWasMissed) {
    BlockMaker maker(3, 1);
    CaptureWriter writer(settings(), m_clock);
    writer.offer(maker.next(100));
    maker.next(30); // nobody has it
    writer.offer(maker.next(100));
    ASSERT_TRUE(flush(writer));
    const QString path = writer.status().path;
    EXPECT_EQ(writer.index()->segments(0), (QList<CaptureSegment>{{0, 100, path, 0}, {130, 230, path, 100}}));
}

/// The file is read by another connection, as another program would, at the very moment.
TEST_F(CaptureWriterTest, SaysWhatIsSafeOnlyWhenItIs) {
    BlockMaker maker(5, 2);
    std::vector<std::pair<qint64, std::int64_t>> told;
    CaptureWriter* present = nullptr;
    CaptureWriter writer(settings(), m_clock,
                         {[&](qint64 durable) {
                              const QString path = present->status().path;
                              told.emplace_back(durable,
                                                readNumber(path, "SELECT count(*) FROM samples JOIN channels "
                                                                 "USING(channel) WHERE kind = 'raw'"));
                          },
                          {}});
    present = &writer;
    for (int i = 0; i < 10; ++i) {
        writer.offer(maker.next(200));
        ASSERT_TRUE(flush(writer));
    }
    writer.close();
    ASSERT_GE(told.size(), 10U);
    for (const auto& [durable, stored] : told)
        EXPECT_EQ(durable, stored);
    EXPECT_EQ(told.back().first, maker.rawCount());
}

TEST_F(CaptureWriterTest, CommitsByItself) {
    BlockMaker maker(5, 1);
    CaptureWriter writer(settings(), m_clock);
    for (int i = 1; i <= 3; ++i) {
        writer.offer(maker.plain(10));
        EXPECT_TRUE(waitFor([&] { return writer.status().account.durable.samples == 10 * i; }));
        EXPECT_EQ(writer.status().account.waiting.samples, 0);
    }
}

TEST_F(CaptureWriterTest, MakesNoFileWithoutASample) {
    CaptureWriter writer(settings(), m_clock);
    CaptureBlock block;
    block.streams = {StreamRecord{{}, ShownUri::fromText(QStringLiteral("sim:normal")), {}}};
    writer.offer(block);
    ASSERT_TRUE(flush(writer));
    EXPECT_EQ(writer.status().state, CaptureStatus::State::Ready);
    writer.close();
    EXPECT_EQ(writer.status().state, CaptureStatus::State::Closed);
    EXPECT_EQ(writer.status().files, 0);
    EXPECT_FALSE(QFile::exists(m_folder.filePath(QStringLiteral("captures"))));
}

TEST_F(CaptureWriterTest, KeepsStreamsWindowsAlarmsAndEvents) {
    BlockMaker maker(5, 1);
    CaptureWriter writer(settings(), m_clock);
    CaptureBlock block = maker.plain(10);
    block.streams = {StreamRecord{fromNanoseconds(5), ShownUri::fromText(QStringLiteral("sim:normal")),
                                  QStringLiteral("format = 1\n")}};
    WindowRow row{0, fromNanoseconds(0), fromNanoseconds(10), 2, {}};
    row.values.fill(std::nan(""));
    row.values[static_cast<std::size_t>(Aggregate::Count)] = 7;
    row.values[static_cast<std::size_t>(Aggregate::Mean)] = -0.5;
    block.windows.push_back({QStringLiteral("w"), QStringLiteral("channel 0"), row});
    AlarmOccurrence alarm;
    alarm.id = 1;
    alarm.step = QStringLiteral("hot");
    alarm.severity = Severity::Alarm;
    block.alarms.push_back(alarm);
    block.events.push_back({fromNanoseconds(9),
                            QStringLiteral("started"),
                            Severity::Notice,
                            QStringLiteral("it's \"odd\""),
                            {},
                            3,
                            4});
    writer.offer(block);
    ASSERT_TRUE(flush(writer));
    CaptureBlock later = maker.plain(1);
    alarm.isActive = false;
    later.alarms.push_back(alarm);
    later.streams = {StreamRecord{fromNanoseconds(6), ShownUri::fromText(QStringLiteral("stdin:")), {}}};
    later.account = "{}";
    writer.offer(later);
    writer.close();
    const QString path = writer.status().path;
    EXPECT_EQ(readText(path, "SELECT group_concat(first_sample || source || definition) FROM streams"),
              QStringLiteral("1sim:normalformat = 1\n,11stdin:"));
    EXPECT_EQ(readText(path,
                       "SELECT step || channel || start || end || count || mean || rank_error FROM windows "
                       "WHERE min IS NULL AND typeof(count) = 'integer'"),
              QStringLiteral("wchannel 00107-0.52"));
    EXPECT_EQ(readText(path, "SELECT group_concat(id || step || severity || active) FROM alarms"),
              QStringLiteral("1hotalarm0"));
    EXPECT_EQ(
        readText(path,
                 "SELECT id || time || kind || severity || subject || detail || line || count FROM events"),
        QStringLiteral("19startednoticeit's \"odd\"34"));
    EXPECT_EQ(readText(path, "SELECT value FROM capture WHERE key = 'account'"), QStringLiteral("{}"));
    EXPECT_EQ(readText(path, "SELECT value FROM capture WHERE key = 'program'"), QStringLiteral("test 1"));
}

TEST_F(CaptureWriterTest, NeverTouchesTheCaptureOfAnother) {
    BlockMaker maker(5, 1);
    CaptureWriter first(settings(), m_clock);
    CaptureWriter second(settings(), m_clock);
    first.offer(maker.plain(10));
    second.offer(maker.plain(20));
    ASSERT_TRUE(flush(first) && flush(second));
    EXPECT_NE(first.status().path, second.status().path);
    first.close();
    second.close();
    EXPECT_EQ(readSamples(first.status().path).size(), 10U);
    EXPECT_EQ(QDir(m_folder.filePath(QStringLiteral("captures"))).entryList(QDir::Files).size(), 2);
}

TEST_F(CaptureWriterTest, LeavesOneFileThoughSomebodyWasLookingAtItWhenItWasClosed) {
    BlockMaker maker(5, 1);
    CaptureWriter writer(settings(), m_clock);
    writer.offer(maker.plain(10));
    ASSERT_TRUE(flush(writer));
    std::optional<Result<CaptureReader>> reader(CaptureReader::open(writer.status().path));
    ASSERT_TRUE(*reader);
    std::jthread lookingOn([&reader] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        reader.reset();
    });
    writer.close();
    lookingOn.join();
    EXPECT_EQ(QDir(m_folder.filePath(QStringLiteral("captures"))).entryList(QDir::Files | QDir::Hidden),
              QStringList{QFileInfo(writer.status().path).fileName()});
    EXPECT_EQ(readSamples(writer.status().path).size(), 10U);
}

TEST_F(CaptureWriterTest, KeepsItsLogShort) {
    BlockMaker maker(5, 1);
    CaptureWriter writer(settings(), m_clock);
    for (int i = 0; i < 150; ++i) {
        writer.offer(maker.plain(10'000));
        if (i % 10 == 0) {
            ASSERT_TRUE(flush(writer));
        }
    }
    ASSERT_TRUE(flush(writer));
    constexpr qint64 bound = 32 << 20;
    EXPECT_LT(QFileInfo(writer.status().path + QStringLiteral("-wal")).size(), bound);
    writer.close();
    EXPECT_GT(QFileInfo(writer.status().path).size(), bound) << "or else this proves nothing";
}

} // namespace
} // namespace rillscope::test
