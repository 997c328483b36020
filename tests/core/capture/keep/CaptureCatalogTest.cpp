// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/keep/CaptureCatalog.h"

#include "core/capture/check/CaptureRecovery.h"
#include "core/capture/keep/CaptureLock.h"
#include "tests/support/CaptureMaker.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace rillscope::test {
namespace {

using State = CaptureEntry::State;

class CaptureCatalogTest : public testing::Test {
protected:
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    CaptureCatalog read(const CaptureCatalog& known = {}) const {
        return readCaptureCatalog(m_folder.path(), known);
    }

    QString make(const char* name, qint64 samples, bool isEnded = true, int day = 1) const {
        CaptureToMake capture;
        capture.samples = countingSamples(samples);
        capture.isEnded = isEnded;
        capture.started = Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 1 / day}};
        makeCapture(path(name), capture);
        return path(name);
    }

    QString write(const char* name, const QByteArray& content) const {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        EXPECT_EQ(file.write(content), content.size());
        return path(name);
    }

    /// "name state samples, …"
    static std::string toText(const CaptureCatalog& catalog) {
        static constexpr const char* words[]{"written", "complete",    "recovered",
                                             "cut",     "quarantined", "unreadable"};
        QStringList entries;
        for (const CaptureEntry& entry : catalog.entries)
            entries.append(QStringLiteral("%1 %2 %3")
                               .arg(QFileInfo(entry.path).fileName(),
                                    QString::fromLatin1(words[static_cast<int>(entry.state)]))
                               .arg(entry.samples));
        return entries.join(QStringLiteral(", ")).toStdString();
    }

    QTemporaryDir m_folder;
};

TEST_F(CaptureCatalogTest, FindsNothingWhereNothingIs) {
    EXPECT_EQ(toText(read()), "");
    const CaptureCatalog none = readCaptureCatalog(path("not there"));
    EXPECT_EQ(toText(none), "");
    EXPECT_EQ(none.folder, path("not there"));
    EXPECT_EQ(none.bytes, 0);
}

TEST_F(CaptureCatalogTest, ListsTheNewestFirstWithWhatIsKnownOfEach) {
    make("b.rill", 1'000, true, 2);
    make("a.rill", 0, true, 3);
    make("c.rill", 300, false, 1);
    const CaptureCatalog catalog = read();
    EXPECT_EQ(toText(catalog), "a.rill complete 0, b.rill complete 1000, c.rill cut 300");
    const CaptureEntry& whole = catalog.entries.at(1);
    EXPECT_EQ(whole.started, Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 1 / 2}});
    EXPECT_TRUE(whole.ended);
    EXPECT_EQ(joined(whole.sources, QStringLiteral(" ")), QStringLiteral("sim:normal"));
    EXPECT_GE(whole.bytes, QFileInfo(whole.path).size());
    EXPECT_TRUE(catalog.entries.at(2).duration()) << "up to its newest sample";
    EXPECT_EQ(catalog.bytes, whole.bytes + catalog.entries.at(0).bytes + catalog.entries.at(2).bytes);
    EXPECT_GT(catalog.entries.at(2).bytes, QFileInfo(path("c.rill")).size()) << "its log counts";
}

TEST_F(CaptureCatalogTest, KnowsThatOneIsBeingWrittenByItsLock) {
    const QString cut = make("a.rill", 10, false);
    {
        const auto lock = CaptureLock::acquire(cut);
        ASSERT_TRUE(lock);
        EXPECT_EQ(describeCapture(cut).state, State::BeingWritten);
    }
    EXPECT_EQ(describeCapture(cut).state, State::CutShort);
}

TEST_F(CaptureCatalogTest, KnowsWhatWasRecoveredFromWhatItsWriterClosed) {
    const QString cut = make("a.rill", 10, false, 2);
    const QString whole = make("b.rill", 10);
    ASSERT_TRUE(recoverCapture(cut));
    ASSERT_TRUE(recoverCapture(whole));
    EXPECT_EQ(toText(read()), "a.rill recovered 10, b.rill complete 10");
    EXPECT_TRUE(describeCapture(cut).isEnded());
}

TEST_F(CaptureCatalogTest, TellsWhatIsNoCaptureAndChangesNothing) {
    write("text.rill", "not a database, but quite a long text all the same\n");
    write("empty.rill", {});
    write("zeros.rill", QByteArray(100'000, '\0'));
    const QString truncated = make("truncated.rill", 5'000);
    QFile::resize(truncated, 5'000);
    make("old.rill.damaged", 10);
    write("other.txt", "not listed");
    QDir(m_folder.path()).mkdir(QStringLiteral("folder.rill"));
    const CaptureCatalog catalog = read();
    EXPECT_EQ(catalog.entries.size(), 5);
    for (const CaptureEntry& entry : catalog.entries) {
        const bool isQuarantined = entry.path.endsWith(QLatin1String(".damaged"));
        EXPECT_EQ(entry.state, isQuarantined ? State::Quarantined : State::Unreadable)
            << entry.path.toStdString();
        EXPECT_EQ(entry.error.has_value(), !isQuarantined);
        EXPECT_FALSE(entry.isCapture());
    }
    EXPECT_EQ(QFileInfo(truncated).size(), 5'000);
}

TEST_F(CaptureCatalogTest, GivesUpWhereATableHasNoKey) {
    // The highest id of a table without a key is found by reading all of it.
    const QString slow = make("slow.rill", 10);
    changeCapture(slow, "ALTER TABLE samples RENAME TO old;"
                        "CREATE TABLE samples(id, channel, time, value, quality);"
                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000)"
                        "INSERT INTO samples SELECT i, 0, i, i, 0 FROM n");
    EXPECT_EQ(describeCapture(slow).state, State::Unreadable);
}

TEST_F(CaptureCatalogTest, BelievesWhatItKnowsOnlyWhileTheFileIsTheSame) {
    const QString path = make("a.rill", 100);
    CaptureCatalog known = read();
    known.entries[0].samples = 7; // to tell what is believed from what is read
    EXPECT_EQ(toText(read(known)), "a.rill complete 7");
    known.entries[0].bytes += 1;
    EXPECT_EQ(toText(read(known)), "a.rill complete 100");
    known = read();
    known.entries[0].samples = 7;
    known.entries[0].state = State::BeingWritten;
    EXPECT_EQ(toText(read(known)), "a.rill complete 100");
}

TEST_F(CaptureCatalogTest, StopsWhenItIsTold) {
    make("a.rill", 1);
    make("b.rill", 1, true, 2);
    int asked = 0;
    EXPECT_EQ(readCaptureCatalog(m_folder.path(), {}, [&] { return ++asked > 1; }).entries.size(), 1);
}

} // namespace
} // namespace rillscope::test
