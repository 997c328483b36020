// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/keep/CaptureCatalog.h"
#include "core/capture/keep/CaptureLock.h"
#include "tests/app/CsvTable.h"
#include "tests/app/ProgramRun.h"
#include "tests/app/gui/ApplicationTest.h"
#include "tests/support/CaptureMaker.h"
#include "tests/support/Sources.h"
#include "ui/chart/LiveChartView.h"
#include "ui/dialogs/CaptureDialog.h"
#include "ui/dialogs/CaptureListDialog.h"
#include "ui/dialogs/CaptureListModel.h"
#include "ui/panels/Banner.h"
#include "ui/panels/CaptureBar.h"
#include "ui/text/CaptureText.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QSpinBox>
#include <QTableView>

namespace rillscope::test {
namespace {

using State = CaptureEntry::State;

class CaptureTest : public ApplicationTest {
protected:
    CaptureTest() { setCaptured(true); }

    /// In the folder that the program looks at.
    QString make(const char* name, qint64 samples, bool isEnded = true, int day = 1) const {
        QDir().mkpath(captureFolder());
        CaptureToMake capture;
        capture.channels = {{QStringLiteral("inlet")}, {QStringLiteral("outlet")}};
        capture.samples = countingSamples(samples, 2);
        capture.isEnded = isEnded;
        capture.started = Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 1 / day}};
        const QString path = captureFolder() + u'/' + QString::fromUtf8(name);
        makeCapture(path, capture);
        return path;
    }

    QStringList captureFiles() const {
        return QDir(captureFolder()).entryList({QStringLiteral("*.rill*")}, QDir::Files, QDir::Name);
    }
    QList<CaptureEntry> captures() const { return readCaptureCatalog(captureFolder()).entries; }

    bool waitForStill() const {
        return waitFor([this] { return session().still() != nullptr; });
    }
    CaptureListDialog& openList() const {
        press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        auto& list = find<CaptureListDialog>("captureListDialog");
        list.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&list));
        return list;
    }
    /// A settings file with these preferences, and no stream that starts by itself.
    void prefer(const CapturePreferences& preferences) const {
        Settings settings;
        settings.wasRunning = false;
        settings.capture = preferences;
        ASSERT_TRUE(SettingsStore(settingsPath()).save(settings));
    }
};

TEST_F(CaptureTest, CapturesWhatItReceivesAndClosesTheFileWithTheWindow) {
    start(QStringLiteral("sim:normal?seed=1&rate=2000&channels=3"));
    ASSERT_TRUE(waitFor([this] { return session().captureStatus().account.durable.samples > 1'000; }));
    EXPECT_TRUE(waitFor([this] {
        return find<QAbstractButton>("statusCapture").text().startsWith(QStringLiteral("● Recorded"));
    }));
    EXPECT_EQ(captures().constFirst().state, State::BeingWritten);
    EXPECT_EQ(session().captureStatus().account.missed.samples, 0);
    const auto history = session().history();
    quit();
    ASSERT_EQ(captures().size(), 1);
    const CaptureEntry capture = captures().constFirst();
    EXPECT_EQ(capture.state, State::Complete);
    EXPECT_EQ(capture.samples, history->size());
    EXPECT_EQ(captureFiles().size(), 1) << "one plain file";
}

TEST_F(CaptureTest, CapturesNothingWhenToldSo) {
    GuiOptions options = this->options();
    options.source = *SourceUri::parse(QStringLiteral("sim:normal?seed=1&rate=500"));
    options.isCaptured = false;
    start(options);
    ASSERT_TRUE(waitForSamples(500));
    EXPECT_TRUE(text("statusState").contains(QStringLiteral("Live")));
    EXPECT_EQ(find<QAbstractButton>("statusCapture").text(), QStringLiteral("○ Not recording"));
    quit();
    EXPECT_TRUE(captureFiles().isEmpty());
}

TEST_F(CaptureTest, CapturesTheFirstSessionIntoTheFileThatWasAskedFor) {
    GuiOptions options = this->options();
    options.source = *SourceUri::parse(QStringLiteral("sim:normal?seed=1&rate=500"));
    options.capturePath = path("mine.rill");
    start(options);
    ASSERT_TRUE(waitFor([this] { return session().captureStatus().account.durable.samples > 100; }));
    EXPECT_EQ(session().captureStatus().path, options.capturePath);
    press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([this] { return session().captureStatus().account.durable.samples > 100; }));
    EXPECT_NE(session().captureStatus().path, options.capturePath);
    EXPECT_EQ(describeCapture(options.capturePath).state, State::Complete);
    EXPECT_EQ(captures().size(), 1) << "the second session has a name of its own, in the usual folder";
}

TEST_F(CaptureTest, NamesACaptureByItsStartInTheZoneOfTheWindow) {
    qputenv("TZ", "Asia/Tokyo");
    const QString path = make("2026-01-01T00-00-00Z.rill", 1'000);
    startWithoutStream();
    ASSERT_TRUE(dropFile(path, chart()));
    ASSERT_TRUE(waitForStill());
    const auto title = [&](const QTimeZone& zone) {
        return captureTitle(session().still()->info.started, zone);
    };
    EXPECT_EQ(text("captureBarTitle"), title(QTimeZone::systemTimeZone()));
    EXPECT_NE(text("captureBarTitle"), title(QTimeZone::utc()));
    press(Qt::Key_U, Qt::ControlModifier);
    EXPECT_EQ(text("captureBarTitle"), title(QTimeZone::utc()));
    press(Qt::Key_U, Qt::ControlModifier);
    EXPECT_EQ(text("captureBarTitle"), title(QTimeZone::systemTimeZone()));
    qunsetenv("TZ");
}

TEST_F(CaptureTest, OpensACaptureThatIsDroppedAndGoesBackToTheLiveSource) {
    const QString path = make("2026-01-01T00-00-00Z.rill", 1'000);
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    ASSERT_TRUE(waitForSamples(100));
    ASSERT_TRUE(dropFile(path, chart()));
    ASSERT_TRUE(waitForStill());
    EXPECT_EQ(history().size(), 1'000);
    EXPECT_EQ(history().info(1).name, QStringLiteral("outlet"));
    EXPECT_TRUE(window().captureBar().isVisible());
    EXPECT_TRUE(window().windowTitle().contains(QStringLiteral("1,000 samples")));
    EXPECT_EQ(text("statusState"), QStringLiteral("■ Opened recording"));
    EXPECT_TRUE(waitFor([this] { return chart().visibleSampleCount() == 1'000; })) << "all of it is shown";
    EXPECT_EQ(account().recorded, 1'000);
    const qint64 live = session().liveHistory()->size();
    EXPECT_TRUE(waitFor([&] { return session().liveHistory()->size() > live; })) << "the live source goes on";
    press(Qt::Key_F5);
    EXPECT_FALSE(session().still());
    EXPECT_FALSE(window().captureBar().isVisible());
    EXPECT_EQ(window().windowTitle(), QStringLiteral("Rillscope"));
    EXPECT_TRUE(hasEvent(QStringLiteral("The stream from")));
    EXPECT_TRUE(waitFor([this] { return chart().visibleSampleCount() > 0; }));
    EXPECT_EQ(chart().history(), session().liveHistory());
}

TEST_F(CaptureTest, OpensTheCaptureOfTheCommandLineWithoutStartingAnything) {
    GuiOptions options = this->options();
    options.source = SourceUri::captureOf(make("a.rill", 100));
    start(options);
    ASSERT_TRUE(waitForStill());
    EXPECT_FALSE(session().isActive());
    EXPECT_EQ(session().uri().scheme(), QStringLiteral("sim"));
    click("captureBarLive");
    EXPECT_FALSE(session().still());
}

TEST_F(CaptureTest, SavesAllOfACaptureFromItsFile) {
    const QString path = make("a.rill", 500);
    startWithoutStream();
    program().captures().jobs().open(path);
    ASSERT_TRUE(waitForStill());
    click("captureBarExport");
    auto& dialog = find<QDialog>("saveDialog");
    dialog.reject();
    const QString csv = this->path("out.csv");
    program().files().saveCsvTo(csv, CsvSource::ofCapture(path));
    ASSERT_TRUE(reachBanner(QStringLiteral("500 samples were saved")));
    EXPECT_EQ(readCsvTable(readFile(csv)).size(), 500);
}

/// Most of them are in the file only.
TEST_F(CaptureTest, CopiesAllSamplesOfTheVisibleRangeOfACapture) {
    const QString path = make("a.rill", 30'000);
    startWithoutStream();
    program().captures().jobs().open(path);
    ASSERT_TRUE(waitForStill());
    ASSERT_TRUE(waitFor([this] { return chart().visibleSampleCount() == 30'000; }));
    QGuiApplication::clipboard()->clear();
    choose("copyVisibleCsv");
    ASSERT_TRUE(reachBanner(QStringLiteral("30,000 samples were copied as CSV.")));
    const QString csv = this->path("out.csv");
    program().files().saveCsvTo(csv, CsvSource::ofCapture(path));
    ASSERT_TRUE(reachBanner(QStringLiteral("30,000 samples were saved")));
    EXPECT_EQ(QGuiApplication::clipboard()->text().toUtf8(), readFile(csv));
}

TEST_F(CaptureTest, OffersTheCaptureForWhatMemoryHasLost) {
    start(QStringLiteral("sim:normal?seed=1&interval=1s&start=2026-01-01T00:00:00Z&speed=max"));
    session().setHistoryLimits(4 << 20, ChannelHistory::defaultGapFactor);
    ASSERT_TRUE(waitForSamples(600'000));
    session().stop();
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    ASSERT_GT(history().evictedCount(), 0);
    program().files().saveCsvTo(path("part.csv"), session().history());
    ASSERT_TRUE(reachBanner(QStringLiteral("are not in the file")));
    clickBanner("saveWholeRecording");
    auto& dialog = find<QFileDialog>("saveDialog");
    dialog.selectFile(path("all.csv"));
    static_cast<QDialog&>(dialog).accept();
    ASSERT_TRUE(waitFor([this] { return QFileInfo::exists(path("all.csv")); }));
    EXPECT_EQ(readFile(path("all.csv")).count('\n'), 1 + history().size());
    EXPECT_LT(readFile(path("part.csv")).count('\n'), history().size());
}

TEST_F(CaptureTest, ReplaysACaptureThroughThePipeline) {
    const QString path = make("a.rill", 300);
    startWithoutStream();
    program().captures().jobs().open(path);
    ASSERT_TRUE(waitForStill());
    clickSegment("replaySpeed", 4);
    click("captureBarReplay");
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    EXPECT_FALSE(session().still());
    EXPECT_EQ(history().size(), 300);
}

TEST_F(CaptureTest, SaysWhatItRecoveredAndOpensIt) {
    make("cut.rill", 1'000, false);
    startWithoutStream();
    ASSERT_TRUE(reachBanner(QStringLiteral("1,000 samples; at most 250 ms before the crash are missing.")));
    EXPECT_EQ(captures().constFirst().state, State::Recovered);
    clickBanner("open");
    ASSERT_TRUE(waitForStill());
    EXPECT_EQ(history().size(), 1'000);
    quit();
    start();
    ASSERT_TRUE(waitFor([this] { return !program().captures().keeper().catalog().entries.isEmpty(); }));
    EXPECT_FALSE(shownBanner().contains(QStringLiteral("Recovered"))) << "it is said once";
}

TEST_F(CaptureTest, SumsUpSeveralRecoveries) {
    make("a.rill", 100, false);
    make("b.rill", 200, false, 2);
    startWithoutStream();
    ASSERT_TRUE(reachBanner(QStringLiteral("Recovered 2 recordings, 300 samples")));
    clickBanner("showRecordings");
    EXPECT_TRUE(find<QDialog>("captureListDialog").isVisible());
}

TEST_F(CaptureTest, LeavesACaptureThatAnotherProgramWrites) {
    const QString path = make("other.rill", 100, false);
    const auto lock = CaptureLock::acquire(path);
    ASSERT_TRUE(lock);
    startWithoutStream();
    ASSERT_TRUE(waitFor([this] { return !program().captures().keeper().catalog().entries.isEmpty(); }));
    EXPECT_EQ(captures().constFirst().state, State::BeingWritten);
    EXPECT_EQ(shownBanner(), QString());
}

TEST_F(CaptureTest, SetsADamagedCaptureAsideAndSaysSo) {
    const QString path = make("torn.rill", 20'000);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    file.seek(100); // the list of tables
    file.write(QByteArray(2'000, 'x'));
    file.close();
    startWithoutStream();
    ASSERT_TRUE(reachBanner(QStringLiteral("A recording was damaged")));
    EXPECT_TRUE(QFile::exists(path + QStringLiteral(".damaged")));
}

TEST_F(CaptureTest, AsksBeforeItDeletesOldCapturesForTheFirstTime) {
    const QString old = make("old.rill", 100);
    const QString recent = make("recent.rill", 100, true, 2);
    QFile file(old);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    ASSERT_TRUE(file.setFileTime(QDateTime(QDate(2026, 1, 2), {}), QFileDevice::FileModificationTime));
    file.close();
    prefer({.isOn = true, .folder = {}, .gigabytes = 20, .days = 90});
    start();
    ASSERT_TRUE(reachBanner(QStringLiteral("1 old recording")));
    EXPECT_TRUE(shownBanner().contains(QStringLiteral("90 days")));
    EXPECT_TRUE(QFile::exists(old)) << "nobody has agreed yet";
    clickBanner("deleteOld");
    ASSERT_TRUE(waitFor([&] { return !QFile::exists(old); }));
    EXPECT_TRUE(QFile::exists(recent));
    EXPECT_TRUE(waitFor([this] { return hasEvent(QStringLiteral("1 old recording")); }));
    EXPECT_TRUE(waitFor([this] {
        return SettingsStore(settingsPath()).load(test::sources()).capture.mayDelete;
    })) << "remembered at once";
}

TEST_F(CaptureTest, KeepsEverythingWhenToldSo) {
    const QString old = make("old.rill", 100);
    QFile file(old);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    ASSERT_TRUE(file.setFileTime(QDateTime(QDate(2026, 1, 2), {}), QFileDevice::FileModificationTime));
    file.close();
    prefer({.isOn = true, .folder = {}, .gigabytes = 20, .days = 1});
    start();
    ASSERT_TRUE(reachBanner(QStringLiteral("1 old recording")));
    clickBanner("keepEverything");
    quit();
    const CapturePreferences kept = SettingsStore(settingsPath()).load(test::sources()).capture;
    EXPECT_EQ(kept.days, 0);
    EXPECT_EQ(kept.gigabytes, 0);
    EXPECT_TRUE(QFile::exists(old));
}

TEST_F(CaptureTest, ListsCapturesAndMovesOneToTheTrash) {
    const QString first = make("first.rill", 100);
    make("second.rill", 200, true, 2);
    startWithoutStream();
    CaptureListDialog& list = openList();
    ASSERT_TRUE(waitFor([&] { return list.model()->rowCount() == 2; }));
    EXPECT_EQ(list.model()->index(0, CaptureListModel::SamplesColumn).data().toString(),
              QStringLiteral("200"));
    EXPECT_TRUE(list.findChild<QLabel*>(QStringLiteral("captureTotals"))
                    ->text()
                    .startsWith(QStringLiteral("2 recordings")));
    list.select(first);
    // The activation of the main window may come late.
    ASSERT_TRUE(waitFor([&] {
        list.activateWindow();
        return list.isActiveWindow();
    }));
    QTest::keyClick(list.findChild<QTableView*>(QStringLiteral("captureList")), Qt::Key_Delete);
    auto* confirm = list.findChild<QAbstractButton*>(QStringLiteral("confirmDeleteButton"));
    ASSERT_TRUE(confirm);
    EXPECT_TRUE(QFile::exists(first)) << "not before it is confirmed";
    confirm->click();
    EXPECT_TRUE(waitFor([&] { return list.model()->rowCount() == 1; }));
    EXPECT_FALSE(QFile::exists(first));
}

TEST_F(CaptureTest, OpensFromTheListByReturn) {
    make("a.rill", 100);
    startWithoutStream();
    CaptureListDialog& list = openList();
    ASSERT_TRUE(waitFor([&] { return list.model()->rowCount() == 1; }));
    QTest::keyClick(list.findChild<QTableView*>(QStringLiteral("captureList")), Qt::Key_Return);
    ASSERT_TRUE(waitForStill());
}

TEST_F(CaptureTest, RemembersItsSettings) {
    startWithoutStream();
    choose("captureSettings");
    auto& dialog = find<CaptureDialog>("captureDialog");
    EXPECT_EQ(dialog.folder(), captureFolder());
    find<QCheckBox>("captureOn").setChecked(false);
    find<QSpinBox>("captureGigabytes").setValue(7);
    find<QCheckBox>("captureAgeLimited").setChecked(false);
    dialog.setFolder(path("elsewhere"));
    dialog.accept();
    quit();
    EXPECT_EQ(SettingsStore(settingsPath()).load(test::sources()).capture,
              (CapturePreferences{.isOn = false, .folder = path("elsewhere"), .gigabytes = 7, .days = 0}));
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    ASSERT_TRUE(waitForSamples(100));
    EXPECT_EQ(session().captureStatus().state, CaptureStatus::State::Off);
}

TEST_F(CaptureTest, SaysThatItHadToUseAnotherFolder) {
    if (!isPersistent(path(".")))
        GTEST_SKIP() << "the folder of temporary files is in memory here";
    write("data", "a file where the folder should be");
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    ASSERT_TRUE(reachBanner(QStringLiteral("The chosen folder cannot be used")));
    EXPECT_TRUE(session().captureStatus().path.startsWith(path("temporary")));
    clickBanner("chooseAnotherFolder");
    EXPECT_TRUE(find<QDialog>("captureDialog").isVisible());
}

TEST_F(CaptureTest, NeverUsesAnotherFolderThanTheOneThatWasChosen) {
    CapturePreferences preferences;
    preferences.folder = write("chosen", "a file where the folder should be");
    prefer(preferences);
    GuiOptions options = this->options();
    options.source = *SourceUri::parse(QStringLiteral("sim:normal?seed=1&rate=500"));
    options.start = true;
    start(options);
    ASSERT_TRUE(reachBanner(QStringLiteral("are not on disk")));
    EXPECT_EQ(session().captureStatus().state, CaptureStatus::State::Failing);
    EXPECT_TRUE(QDir(path("temporary")).isEmpty());
    session().stop();
    ASSERT_TRUE(reachBanner(QStringLiteral("The recording is not complete")));
}

TEST_F(CaptureTest, RefusesWhatIsNoCapture) {
    const QString path = write("text.rill", "hello\n");
    startWithoutStream();
    ASSERT_TRUE(dropFile(path, chart()));
    ASSERT_TRUE(reachBanner(path));
    EXPECT_FALSE(session().still());
}

} // namespace
} // namespace rillscope::test
