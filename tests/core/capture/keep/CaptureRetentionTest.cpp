// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/keep/CaptureRetention.h"

#include "core/capture/keep/CaptureLock.h"
#include "tests/support/CaptureMaker.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace rillscope::test {
namespace {

using namespace std::chrono_literals;
using State = CaptureEntry::State;

constexpr Duration day = 24h;

/// Day 0 is in 2020.
Timestamp onDay(int number) {
    return Timestamp{std::chrono::sys_days{std::chrono::year{2020} / 1 / 1}} + number * day;
}

CaptureEntry entry(const char* name, qint64 bytes, int endDay, State state = State::Complete) {
    CaptureEntry entry;
    entry.path = QString::fromUtf8(name);
    entry.bytes = bytes;
    entry.state = state;
    entry.ended = onDay(endDay);
    entry.modifiedMs = toNanoseconds(onDay(endDay)) / 1'000'000;
    return entry;
}

CaptureCatalog catalogOf(const QList<CaptureEntry>& entries) {
    CaptureCatalog catalog;
    catalog.entries = entries;
    return catalog;
}

std::string namesOf(const QList<CaptureEntry>& entries) {
    QStringList names;
    for (const CaptureEntry& each : entries)
        names.append(each.path);
    return names.join(u' ').toStdString();
}

std::string beyond(const QList<CaptureEntry>& entries, const RetentionLimits& limits, int today = 100,
                   const QString& current = {}) {
    return namesOf(capturesBeyond(catalogOf(entries), limits, onDay(today), current));
}

TEST(CaptureRetentionTest, LetsTheOldestGoUntilTheRestFits) {
    const QList<CaptureEntry> entries{entry("c", 30, 3), entry("a", 10, 1), entry("b", 20, 2)};
    EXPECT_EQ(beyond(entries, {.bytes = 60}), "");
    EXPECT_EQ(beyond(entries, {.bytes = 59}), "a");
    EXPECT_EQ(beyond(entries, {.bytes = 50}), "a");
    EXPECT_EQ(beyond(entries, {.bytes = 49}), "a b");
    EXPECT_EQ(beyond(entries, {.bytes = 0}), "a b c");
    EXPECT_EQ(beyond(entries, {}), "") << "no limit at all";
}

TEST(CaptureRetentionTest, LetsGoWhatIsTooOld) {
    const QList<CaptureEntry> entries{entry("a", 1, 10), entry("b", 1, 11), entry("future", 1, 500)};
    EXPECT_EQ(beyond(entries, {.age = 90 * day}, 100), "");
    EXPECT_EQ(beyond(entries, {.age = 90 * day}, 101), "a");
    EXPECT_EQ(beyond(entries, {.age = 90 * day}, 102), "a b");
    EXPECT_EQ(beyond(entries, {.bytes = 1, .age = 90 * day}, 101), "a b");
}

TEST(CaptureRetentionTest, NeverTouchesWhatIsWrittenOrNotItsOwn) {
    CaptureEntry link = entry("link", 50, 1);
    link.isLink = true;
    const QList<CaptureEntry> entries{entry("written", 50, 1, State::BeingWritten),
                                      entry("damaged", 50, 1, State::Quarantined),
                                      entry("strange", 50, 1, State::Unreadable),
                                      link,
                                      entry("current", 50, 1),
                                      entry("cut", 50, 1, State::CutShort),
                                      entry("whole", 50, 2)};
    EXPECT_EQ(beyond(entries, {.bytes = 0, .age = 1ns}, 100, QStringLiteral("current")), "cut whole");
    EXPECT_EQ(beyond(entries, {.bytes = 200}, 100, QStringLiteral("current")), "")
        << "what is written and what is current counts, the rest does not";
    EXPECT_EQ(beyond(entries, {.bytes = 199}, 100, QStringLiteral("current")), "cut");
}

TEST(CaptureRetentionTest, DoesNotBelieveACaptureThatItIsOlderThanItsFile) {
    CaptureEntry lying = entry("lying", 1, -10'000);
    lying.modifiedMs = toNanoseconds(onDay(99)) / 1'000'000;
    EXPECT_EQ(beyond({lying}, {.age = 90 * day}), "");
    lying.ended.reset();
    EXPECT_EQ(beyond({lying}, {.age = 90 * day}), "");
    for (const qint64 time : {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()}) {
        lying.modifiedMs = time;
        lying.ended = fromNanoseconds(time);
        EXPECT_EQ(beyond({lying}, {.age = 90 * day}), time < 0 ? "lying" : "");
    }
}

TEST(CaptureRetentionTest, KeepsAsMuchAsFitsWhateverThereIs) {
    const quint32 seed = QRandomGenerator::global()->generate();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 200; ++round) {
        QList<CaptureEntry> entries;
        for (int i = random.bounded(12); i > 0; --i)
            entries.append(entry(qPrintable(QString::number(i)), random.bounded(100), random.bounded(100),
                                 static_cast<State>(random.bounded(5))));
        const qint64 limit = random.bounded(400);
        const QList<CaptureEntry> gone = capturesBeyond(catalogOf(entries), {.bytes = limit}, onDay(100), {});
        qint64 kept = 0;
        qint64 mayGo = 0;
        for (const CaptureEntry& each : entries) {
            const bool isGone =
                std::ranges::any_of(gone, [&](const auto& other) { return other.path == each.path; });
            if (each.isCapture() && !isGone) {
                kept += each.bytes;
                mayGo += each.state == State::BeingWritten ? 0 : 1;
            }
        }
        EXPECT_TRUE(kept <= limit || mayGo == 0) << kept << " are kept, " << limit << " are allowed";
        if (!gone.isEmpty()) {
            EXPECT_GT(kept + gone.constLast().bytes, limit) << "no more than must be";
        }
    }
}

class CaptureRemovalTest : public testing::Test {
protected:
    QString make(const char* name, bool isEnded = true) const {
        CaptureToMake capture;
        capture.samples = countingSamples(100);
        capture.isEnded = isEnded;
        makeCapture(path(name), capture);
        return path(name);
    }
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files, QDir::Name); }

    QTemporaryDir m_folder;
};

TEST_F(CaptureRemovalTest, RemovesACaptureWithAllThatBelongsToIt) {
    make("a.rill", false);
    make("b.rill");
    ASSERT_GT(files().size(), 2) << "a log, too";
    const RemovedCaptures removed = removeCaptures({describeCapture(path("a.rill"))});
    EXPECT_EQ(removed.count, 1);
    EXPECT_GT(removed.bytes, 0);
    EXPECT_TRUE(removed.errors.isEmpty());
    EXPECT_EQ(files(), QStringList{QStringLiteral("b.rill")});
}

TEST_F(CaptureRemovalTest, LeavesWhatSomebodyWrites) {
    const QString cut = make("a.rill", false);
    const CaptureEntry before = describeCapture(cut);
    ASSERT_EQ(before.state, State::CutShort);
    const auto lock = CaptureLock::acquire(cut);
    ASSERT_TRUE(lock);
    EXPECT_EQ(removeCapture(cut).error().code, ErrorCode::FileInUse);
    EXPECT_EQ(trashCapture(cut).error().code, ErrorCode::FileInUse);
    EXPECT_EQ(removeCaptures({before}).count, 0);
    EXPECT_TRUE(QFile::exists(cut));
    EXPECT_GT(QFileInfo(cut + QStringLiteral("-wal")).size(), 0);
}

TEST_F(CaptureRemovalTest, LeavesWhatIsNotWhatItWas) {
    const CaptureEntry before = describeCapture(make("a.rill"));
    ASSERT_EQ(before.state, State::Complete);
    QFile::remove(before.path);
    QFile other(before.path);
    ASSERT_TRUE(other.open(QIODevice::WriteOnly));
    other.write("somebody else's");
    other.close();
    const RemovedCaptures removed = removeCaptures({before});
    EXPECT_EQ(removed.count, 0);
    EXPECT_TRUE(QFile::exists(before.path));
}

TEST_F(CaptureRemovalTest, SaysThatThereIsNothingToRemove) {
    EXPECT_EQ(removeCapture(path("none.rill")).error().code, ErrorCode::FileNotFound);
    EXPECT_TRUE(files().isEmpty()) << "not even a lock";
}

} // namespace
} // namespace rillscope::test
