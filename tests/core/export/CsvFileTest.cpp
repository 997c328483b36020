// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Message.h"
#include "core/export/CsvWriter.h"
#include "tests/core/export/CsvReading.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <csignal>
#include <sys/resource.h>

namespace rillscope {
namespace {

/// A folder with an old export in it, and a history for a new one.
class CsvFileTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_folder.isValid());
        QFile file(m_path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("old");
    }

    static std::shared_ptr<const SampleHistory> makeHistory() {
        auto history = std::make_shared<SampleHistory>();
        history->addChannel({QStringLiteral("a"), Unit::Celsius});
        for (int i = 0; i < sampleCount; ++i)
            history->append({0, fromNanoseconds(i), i * 0.1, {}});
        return history;
    }

    void expectTheOldFileAlone() const {
        EXPECT_EQ(test::readFile(m_path), "old");
        EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    static constexpr int sampleCount = 20'000;

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("samples.csv"));
    std::shared_ptr<const SampleHistory> m_history = makeHistory();
};

TEST_F(CsvFileTest, ReplacesTheOldFile) {
    EXPECT_EQ(saveCsv(m_path, *m_history), Result<CsvRows>(CsvRows{sampleCount, 0}));
    EXPECT_EQ(test::readRows(test::readFile(m_path)).size(), static_cast<std::size_t>(sampleCount));
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

TEST_F(CsvFileTest, LeavesTheOldFileWhenCancelled) {
    int asked = 0;
    const Result<CsvRows> result = saveCsv(m_path, *m_history, {}, [&asked] { return ++asked == 3; });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
    expectTheOldFileAlone();
}

TEST_F(CsvFileTest, WritesWhatIsThereAndCountsWhatIsOnlyAnEnvelope) {
    constexpr qint64 count = 30'000;
    SampleHistory history(200'000);
    history.addChannel({QStringLiteral("a"), Unit::Celsius});
    for (qint64 i = 0; i < count; ++i)
        history.append({0, fromNanoseconds(i), 1.0, {}});
    const qint64 evicted = history.evictedCount();
    ASSERT_GT(evicted, 4'096);
    const auto all = saveCsv(m_path, history);
    EXPECT_EQ(all, Result<CsvRows>(CsvRows{count - evicted, evicted}));
    EXPECT_EQ(test::readRows(test::readFile(m_path)).size(), static_cast<std::size_t>(count - evicted));
    ASSERT_TRUE(missingRows(m_path, *all));
    EXPECT_TRUE(missingRows(m_path, *all)->detail.english().contains(QString::number(evicted)));

    const CsvRange part{fromNanoseconds(256), fromNanoseconds(3 * 256 - 1)};
    EXPECT_EQ(saveCsv(m_path, history, part), Result<CsvRows>(CsvRows{0, 512}));
    const CsvRange late{fromNanoseconds(evicted), fromNanoseconds(evicted + 9)};
    const auto lateRows = saveCsv(m_path, history, late);
    EXPECT_EQ(lateRows, Result<CsvRows>(CsvRows{10, 0}));
    EXPECT_FALSE(missingRows(m_path, *lateRows));
}

TEST_F(CsvFileTest, NamesAMissingFolder) {
    const QString path = m_folder.filePath(QStringLiteral("none/samples.csv"));
    const Result<CsvRows> result = saveCsv(path, *m_history);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::WriteFailed);
    EXPECT_EQ(result.error().message(), QStringLiteral("%1: the folder %2 does not exist")
                                            .arg(path, m_folder.filePath(QStringLiteral("none"))));
}

TEST_F(CsvFileTest, RefusesAFolder) {
    const Result<CsvRows> result = saveCsv(m_folder.path(), *m_history);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::WriteFailed);
    EXPECT_EQ(result.error().detail.english(), QStringLiteral("it is a folder, not a file"));
}

TEST_F(CsvFileTest, SaysThatTheDiskIsFull) {
    const Result<CsvRows> result = saveCsv(QStringLiteral("/dev/full"), *m_history);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::WriteFailed);
    EXPECT_EQ(result.error().subject, QStringLiteral("/dev/full"));
    EXPECT_EQ(result.error().detail.english(), qt_error_string(ENOSPC));
    EXPECT_FALSE(saveCsv(QStringLiteral("/dev/full"), SampleHistory())) << "even the header alone";
}

TEST_F(CsvFileTest, WritesStraightToWhatIsNoFile) {
    EXPECT_EQ(saveCsv(QStringLiteral("/dev/null"), *m_history), Result<CsvRows>(CsvRows{sampleCount, 0}));
    EXPECT_FALSE(QFileInfo(QStringLiteral("/dev/null")).isFile()) << "a device must not be replaced";
}

/// No process may write a file of more than `bytes` while this lives: a disk that fills up.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        getrlimit(RLIMIT_FSIZE, &m_previous);
        const rlimit limit{bytes, m_previous.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
        m_previousHandler = std::signal(SIGXFSZ, SIG_IGN);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &m_previous);
        std::signal(SIGXFSZ, m_previousHandler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_previous{};
    void (*m_previousHandler)(int) = nullptr;
};

TEST_F(CsvFileTest, LeavesTheOldFileWhenWritingFailsOnTheWay) {
    Result<CsvRows> result = CsvRows{};
    {
        const FileSizeLimit limit(300'000);
        result = saveCsv(m_path, *m_history);
    }
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error(),
              (Error{ErrorCode::WriteFailed, m_path, Message::verbatim(qt_error_string(EFBIG))}));
    expectTheOldFileAlone();
}

} // namespace
} // namespace rillscope
