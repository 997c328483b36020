// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SettingsStore.h"
#include "core/source/replay/ReplaySettings.h"
#include "tests/support/Sources.h"

#include <gtest/gtest.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

SourceUri uri(const char* text) {
    return *SourceUri::parse(QString::fromUtf8(text));
}

class SettingsStoreTest : public testing::Test {
protected:
    QString path() const { return m_folder.filePath(QStringLiteral("settings.ini")); }
    SettingsStore store() const { return SettingsStore(path()); }

    void write(const QByteArray& content) const {
        QFile file(path());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(content), content.size());
        // QSettings reads a file again only when its size or its time has changed, and on a disk that counts
        // time in steps of some milliseconds two writes may have the same.
        ASSERT_TRUE(file.flush());
        m_time = m_time.addSecs(1);
        ASSERT_TRUE(file.setFileTime(m_time, QFileDevice::FileModificationTime));
    }

    QTemporaryDir m_folder;
    mutable QDateTime m_time = QDateTime::currentDateTime();
};

Settings unusualSettings() {
    Settings settings;
    settings.windowGeometry = QByteArray("\x01\xd9\x00\xff,;=\"", 8);
    settings.windowState = QByteArray(5'000, '\0');
    settings.themeMode = ThemeMode::Dark;
    settings.unit = Unit::Kelvin;
    settings.timeWindow = 3'600s;
    settings.valueAxis = {.isAutomatic = false, .minimum = -0.1, .maximum = 1.0 / 3.0};
    settings.history = {.memoryMiB = 64, .gapFactor = 1.0 / 0.3};
    settings.capture = {.isOn = false,
                        .folder = QStringLiteral("/tmp/with, comma"),
                        .gigabytes = 0,
                        .days = 7,
                        .mayDelete = true};
    settings.utcTimes = true;
    settings.notifyOfAlarms = true;
    settings.antialiasing = Antialiasing::Off;
    settings.reportFormat = ReportFormat::Html;
    settings.showPerformance = true;
    settings.wasRunning = false;
    settings.rememberSource(uri("replay:/tmp/a, b; c=d %25 “é”.csv?speed=60"));
    settings.lastSimulation = uri("sim:normal?mean=20&seed=42");
    settings.rememberSource(*settings.lastSimulation);
    settings.rememberSource(uri("stdin:"));
    settings.lastPipeline = QStringLiteral("/tmp/with, comma.toml");
    settings.pipelineDraft = "# \"ü\", ; \\n\nformat = 1\n";
    settings.recentPipelines = {settings.lastPipeline, QStringLiteral("/tmp/b.toml")};
    settings.pipelineFolder = QStringLiteral("/tmp");
    settings.openFolder = QStringLiteral("/tmp/with, comma and %percent");
    settings.foldedCards = {QStringLiteral("accountPanel"), QStringLiteral("with, comma")};
    settings.exportFolder = QStringLiteral("/tmp/Ünïcode");
    return settings;
}

TEST_F(SettingsStoreTest, LeavesWhatIsNoFileAsItIs) {
    ASSERT_EQ(mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
    EXPECT_TRUE(store().save(unusualSettings()));
    EXPECT_EQ(store().load(test::sources()), Settings());
    EXPECT_TRUE(QFileInfo::exists(path()));
    EXPECT_FALSE(QFileInfo(path()).isFile()) << "a pipe or a device must not be replaced";
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files | QDir::System | QDir::Hidden).size(), 1);
}

TEST_F(SettingsStoreTest, GivesDefaultsWithoutAFile) {
    const Settings settings = store().load(test::sources());
    EXPECT_EQ(settings, Settings());
    EXPECT_EQ(settings.unit, Unit::Fahrenheit);
    EXPECT_EQ(settings.timeWindow, std::optional<Duration>(60s));
    EXPECT_EQ(settings.themeMode, ThemeMode::System);
    EXPECT_TRUE(settings.valueAxis.isAutomatic);
    EXPECT_FALSE(QFile::exists(path())) << "reading must not write";
}

TEST_F(SettingsStoreTest, ReadsBackExactlyWhatItWrote) {
    const Settings settings = unusualSettings();
    ASSERT_TRUE(store().save(settings));
    EXPECT_EQ(store().load(test::sources()), settings);
    ASSERT_TRUE(store().save(Settings()));
    EXPECT_EQ(store().load(test::sources()), Settings()) << "what was cleared must not come back";
}

TEST_F(SettingsStoreTest, KeepsTheWholeHistoryApartFromASpan) {
    Settings settings;
    settings.timeWindow = std::nullopt;
    ASSERT_TRUE(store().save(settings));
    EXPECT_FALSE(store().load(test::sources()).timeWindow);
}

TEST_F(SettingsStoreTest, ReplacesEachImpossibleValueAlone) {
    write("[window]\ngeometry=***not base64***\nstate=@ByteArray(\\xff)\n"
          "[view]\ntheme=purple\nunit=none\ntimeWindowSeconds=1e400\nvalueAxisAutomatic=false\n"
          "valueAxisMinimum=nan\nvalueAxisMaximum=5\nutcTimes=7\nantialiasing=maybe\nperformance=7\n"
          "[source]\nlast=gopher://x\nlastSimulation=stdin:\n"
          "recent=sim:normal, sim:normal, \"bad:one\", stdin:\n"
          "[folders]\nopen=../relative\nexport=/tmp\n[report]\nformat=docx\n");
    Settings expected;
    expected.valueAxis.isAutomatic = false;
    expected.recentSources = {uri("sim:normal"), uri("stdin:")};
    expected.exportFolder = QStringLiteral("/tmp");
    EXPECT_EQ(store().load(test::sources()), expected);
}

TEST_F(SettingsStoreTest, RefusesTimeWindowsAndAxesOutOfBounds) {
    for (const char* seconds : {"0", "-60", "1e300", "inf", "nan", "sixty", "", "60 s"}) {
        write(QByteArray("[view]\ntimeWindowSeconds=") + seconds + "\n");
        EXPECT_EQ(store().load(test::sources()).timeWindow, std::optional<Duration>(60s)) << seconds;
    }
    for (const char* range :
         {"valueAxisMinimum=5\nvalueAxisMaximum=5", "valueAxisMinimum=6\nvalueAxisMaximum=5",
          "valueAxisMinimum=-1e300\nvalueAxisMaximum=1e300", "valueAxisMinimum=5"}) {
        write(QByteArray("[view]\n") + range + "\n");
        EXPECT_EQ(store().load(test::sources()).valueAxis, ValueAxisSettings()) << range;
    }
}

TEST_F(SettingsStoreTest, RefusesHistoryLimitsOutOfBounds) {
    for (const char* limits : {"memoryMiB=63\ngapFactor=1.4", "memoryMiB=-1\ngapFactor=nan",
                               "memoryMiB=1e300\ngapFactor=10001", "memoryMiB=all\ngapFactor="}) {
        write(QByteArray("[history]\n") + limits + "\n");
        EXPECT_EQ(store().load(test::sources()).history, HistorySettings()) << limits;
    }
}

TEST_F(SettingsStoreTest, DeletesNothingBecauseOfALimitThatCannotBeRead) {
    write("[capture]\ngigabytes=2O\ndays=-1\nmayDelete=perhaps\nfolder=relative\n");
    EXPECT_EQ(store().load(test::sources()).capture,
              (CapturePreferences{.isOn = true, .folder = {}, .gigabytes = 0, .days = 0}));
    write("[capture]\ngigabytes=1e300\ndays=nan\n");
    EXPECT_EQ(store().load(test::sources()).capture.gigabytes, 0);
    EXPECT_EQ(store().load(test::sources()).capture.days, 0);
    write("");
    EXPECT_EQ(store().load(test::sources()).capture, CapturePreferences());
}

TEST_F(SettingsStoreTest, SurvivesNoiseInsteadOfAFile) {
    const quint32 seed = QRandomGenerator::global()->generate();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    QRandomGenerator random(seed);
    const QByteArray whole = [this] {
        EXPECT_TRUE(store().save(unusualSettings()));
        QFile file(path());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }();
    for (int round = 0; round < 300; ++round) {
        QByteArray content = whole.left(random.bounded(static_cast<int>(whole.size())));
        for (int i = 0; i < 20 && !content.isEmpty(); ++i)
            content[random.bounded(static_cast<int>(content.size()))] =
                static_cast<char>(random.bounded(256));
        write(content);
        const Settings settings = store().load(test::sources());
        EXPECT_LE(settings.recentSources.size(), Settings::maxRecentSources);
        EXPECT_LT(settings.valueAxis.minimum, settings.valueAxis.maximum);
        EXPECT_NE(settings.unit, Unit::None);
        EXPECT_TRUE(!settings.timeWindow || *settings.timeWindow >= Settings::minimumTimeWindow);
    }
}

TEST_F(SettingsStoreTest, TakesAWindowStateOnlyWhole) {
    Settings settings;
    settings.windowState = QByteArray("the sizes of the panels");
    ASSERT_TRUE(store().save(settings));
    QFile file(path());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    const qsizetype begin = whole.indexOf("state=") + 6;
    for (qsizetype i = begin; i < whole.indexOf('\n', begin); ++i) {
        QByteArray content = whole;
        content[i] = content.at(i) == 'A' ? 'B' : 'A';
        write(content);
        EXPECT_EQ(store().load(test::sources()).windowState, QByteArray()) << content.toStdString();
    }
    write(whole);
    EXPECT_EQ(store().load(test::sources()), settings);
}

TEST_F(SettingsStoreTest, DoesNotReadAHugeFileOrAFolder) {
    write("[view]\nunit=kelvin\n" + QByteArray(SettingsStore::maxFileBytes, ';'));
    EXPECT_EQ(store().load(test::sources()), Settings());
    EXPECT_EQ(SettingsStore(m_folder.path()).load(test::sources()), Settings());
}

TEST_F(SettingsStoreTest, BeginsAnewWhereTheFileCannotBeRead) {
    for (const QByteArray& content :
         {QByteArray(2 * SettingsStore::maxFileBytes, 'x'), QByteArray("\0\xff\xfe[[[]]]=\n\n=;;\x1b[2J", 18),
          QByteArray("no section and no equals sign"), QByteArray()}) {
        SCOPED_TRACE(content.left(40).toStdString());
        write(content);
        const auto saved = store().save(unusualSettings());
        EXPECT_TRUE(saved) << "never again, otherwise";
        EXPECT_EQ(store().load(test::sources()), unusualSettings());
    }
    EXPECT_TRUE(QFile::exists(path() + QStringLiteral(".unreadable"))) << "a person may want to mend it";
}

TEST_F(SettingsStoreTest, SaysWhenItCannotWrite) {
    const SettingsStore folder(m_folder.path());
    const auto saved = folder.save(Settings());
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::WriteFailed);
    EXPECT_EQ(saved.error().subject, QDir::cleanPath(m_folder.path()));
}

TEST(SettingsTest, RemembersTheLastTenSourcesEachOnce) {
    Settings settings;
    for (int i = 0; i < 15; ++i)
        settings.rememberSource(replayOf(QStringLiteral("/tmp/%1.csv").arg(i)));
    settings.rememberSource(replayOf(QStringLiteral("/tmp/10.csv")));
    ASSERT_EQ(settings.recentSources.size(), 10);
    EXPECT_EQ(settings.recentSources.first().path(), QStringLiteral("/tmp/10.csv"));
    EXPECT_EQ(settings.recentSources.at(1).path(), QStringLiteral("/tmp/14.csv"));
    EXPECT_EQ(settings.recentSources.last().path(), QStringLiteral("/tmp/5.csv"));
    EXPECT_EQ(settings.lastSource, settings.recentSources.first());
    EXPECT_FALSE(settings.lastSimulation);
}

} // namespace
} // namespace rillscope
