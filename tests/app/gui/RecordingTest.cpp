// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rfc3339.h"
#include "tests/app/gui/ApplicationTest.h"
#include "tests/app/gui/StuckFile.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/Banner.h"
#include "ui/panels/ReplayPanel.h"
#include "ui/panels/SourcePanel.h"
#include "ui/text/NumberFormat.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QTableView>

namespace rillscope::test {
namespace {

/// Opens recordings in the window, good ones and others.
class RecordingTest : public ApplicationTest {
protected:
    static constexpr int rowCount = 500;

    static Timestamp timeOf(int row) {
        return Timestamp{std::chrono::sys_days{std::chrono::year{2024} / 5 / 1}} + std::chrono::seconds(row);
    }
    static double valueOf(int row) { return 20.0 + row / 7.0; }

    QString writeRecording(const char* name = "recording.csv") const {
        QByteArray csv = "timestamp,temperature\n";
        for (int row = 0; row < rowCount; ++row) {
            csv += QByteArray::fromStdString(formatRfc3339(timeOf(row))) + ',' +
                   QByteArray::number(valueOf(row), 'g', 17) + '\n';
        }
        return write(name, csv);
    }

    void expectRecordingInHistory() const {
        ASSERT_EQ(history().channelCount(), 1);
        const ChannelHistory& channel = history().channel(0);
        ASSERT_EQ(channel.size(), rowCount);
        for (int row = 0; row < rowCount; ++row) {
            ASSERT_EQ(channel.eventTime(row), timeOf(row)) << row;
            ASSERT_EQ(channel.value(row), valueOf(row)) << row;
        }
    }

    QList<QAction*> recentActions() const { return find<QMenu>("recentSources").actions(); }

    void startWithMaximumSpeed() {
        start(QStringLiteral("sim:normal?seed=1&rate=500"));
        window().sourcePanel().replay()->setSpeed(PlaybackSpeed::maximum());
        ASSERT_TRUE(waitForSamples(10));
    }

    /// The stream failed, the user is told, and the window goes on with another source.
    void expectFailureAndRecovery(const QString& message) {
        ASSERT_TRUE(waitForState(Pipeline::State::Failed));
        EXPECT_TRUE(hasEvent(QStringLiteral("The source failed")));
        EXPECT_TRUE(waitFor([&] { return text("statusState") == QStringLiteral("▲ Failed"); }));
        EXPECT_TRUE(reachBanner(message)) << message.toStdString();
        EXPECT_EQ(window().banner().property("severity").toString(), QStringLiteral("alarm"));
        click("bannerClose");
        expectBalanced();

        auto& kind = find<QComboBox>("sourceKind");
        kind.setFocus();
        press(Qt::Key_Home); // the simulator
        EXPECT_TRUE(waitForSamples(1)) << "the window cannot be used any more";
        EXPECT_EQ(session().uri().scheme(), QStringLiteral("sim"));
    }
};

TEST_F(RecordingTest, ReplaysAFileDroppedAnywhereOnTheWindow) {
    startWithMaximumSpeed();
    const QString recording = writeRecording();
    for (const QWidget* place :
         {static_cast<QWidget*>(&chart()), &find<QWidget>("eventPanel"), &find<QWidget>("statusLine"),
          &find<QWidget>("sourcePanel"), &find<QWidget>("toolBar")}) {
        SCOPED_TRACE(place->objectName().toStdString());
        const auto before = session().history();
        ASSERT_TRUE(dropFile(recording, *place));
        ASSERT_NE(session().history(), before);
        ASSERT_TRUE(waitForState(Pipeline::State::Finished));
        expectRecordingInHistory();
        expectBalanced();
    }
    EXPECT_EQ(find<QComboBox>("sourceKind").currentIndex(), 1);
    EXPECT_EQ(text("replayFile"), QStringLiteral("recording.csv"));
    EXPECT_TRUE(waitFor([&] { return text("statusState") == QStringLiteral("✓ Finished"); }));
    press(Qt::Key_5, Qt::ControlModifier);
    EXPECT_TRUE(waitFor([&] { return chart().visibleSampleCount() == rowCount; }));
}

TEST_F(RecordingTest, KeepsThePaceThatIsChosenWhileItRuns) {
    start();
    const QString recording = writeRecording();
    window().sourcePanel().replay()->setSpeed(PlaybackSpeed::times(1.0));
    ASSERT_TRUE(dropFile(recording, chart()));
    ASSERT_TRUE(waitForSamples(1));
    EXPECT_LT(history().size(), 30);
    clickSegment("replaySpeed", 4);
    EXPECT_TRUE(waitForState(Pipeline::State::Finished));
    expectRecordingInHistory();
    window().actions().startStop->trigger();
    EXPECT_TRUE(
        waitFor([&] { return session().state() == Pipeline::State::Finished && history().size() > 0; }));
    expectRecordingInHistory();
}

TEST_F(RecordingTest, RemembersRecordingsInTheMenu) {
    startWithMaximumSpeed();
    EXPECT_TRUE(recentActions().isEmpty());
    ASSERT_TRUE(dropFile(writeRecording("a & b.csv"), chart()));
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    ASSERT_TRUE(dropFile(writeRecording("other.csv"), chart()));
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    ASSERT_EQ(recentActions().size(), 2);
    EXPECT_TRUE(recentActions().at(0)->text().contains(QStringLiteral("other.csv")));
    EXPECT_TRUE(recentActions().at(1)->text().contains(QStringLiteral("a && b.csv")))
        << "an & is no mnemonic";
    recentActions().at(1)->trigger();
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    expectRecordingInHistory();
    EXPECT_EQ(session().uri().path(), path("a & b.csv"));
    EXPECT_TRUE(recentActions().at(0)->text().contains(QStringLiteral("a && b.csv")));
}

TEST_F(RecordingTest, IsNotGreenWhenLinesWereUnreadable) {
    startWithMaximumSpeed();
    const QString file = write("torn.csv", "timestamp,temperature\n2026-01-01T00:00:00Z,20\nnot a line\n"
                                           "2026-01-01T00:00:01Z,21\nyesterday,21\n"
                                           "2026-01-01T00:00:03Z,22\n");
    ASSERT_TRUE(dropFile(file, chart()));
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    EXPECT_EQ(account().malformed, 2);
    EXPECT_TRUE(waitFor([this] { return text("statusState") == QStringLiteral("◆ Finished, 2 unreadable"); }))
        << text("statusState").toStdString();
    EXPECT_EQ(find<QLabel>("statusState").property("state").toString(), QStringLiteral("warning"));
    EXPECT_TRUE(hasEvent(QStringLiteral("End of file. 3 samples recorded, 2 lines unreadable.")));
}

TEST_F(RecordingTest, OffersTheSamplesOfTheSessionBefore) {
    startWithMaximumSpeed();
    ASSERT_TRUE(dropFile(writeRecording(), chart()));
    ASSERT_TRUE(reachBanner(QStringLiteral("Previous session (")));
    const auto previous = session().previousHistory();
    ASSERT_TRUE(previous);
    EXPECT_TRUE(shownBanner().contains(NumberFormat().count(previous->size())))
        << shownBanner().toStdString();
    answerFileDialog(path("before.csv"));
    clickBanner("saveAsCsv");
    EXPECT_TRUE(
        reachBanner(QStringLiteral("%1 samples were saved").arg(NumberFormat().count(previous->size()))));
}

TEST_F(RecordingTest, OpensAFileByItsDialog) {
    startWithMaximumSpeed();
    answerFileDialog(writeRecording());
    press(Qt::Key_O, Qt::ControlModifier);
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    expectRecordingInHistory();
}

TEST_F(RecordingTest, TakesAFileThatIsDroppedOnAField) {
    for (const char* field : {"rateNumber", "seed"}) {
        startWithMaximumSpeed();
        EXPECT_TRUE(dropFile(writeRecording(), find<QWidget>(field))) << field;
        EXPECT_EQ(session().uri().scheme(), QStringLiteral("replay")) << field;
        quit();
        ASSERT_TRUE(QFile::remove(path("settings.ini")));
    }
}

TEST_F(RecordingTest, TakesNoMoreThanOneLocalFile) {
    startWithMaximumSpeed();
    const auto before = session().history();
    const QUrl file = QUrl::fromLocalFile(writeRecording());
    EXPECT_FALSE(dropUrls({file, file}, chart()));
    EXPECT_FALSE(dropUrls({QUrl(QStringLiteral("https://example.org/recording.csv"))}, chart()));
    EXPECT_FALSE(dropUrls({}, chart()));
    EXPECT_EQ(session().history(), before);
}

TEST_F(RecordingTest, TellsOfAMissingFile) {
    startWithMaximumSpeed();
    const QString recording = writeRecording();
    ASSERT_TRUE(dropFile(recording, chart()));
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    ASSERT_TRUE(QFile::remove(recording));
    window().banner().dismissAll();
    recentActions().constFirst()->trigger();
    EXPECT_TRUE(reachBanner(QStringLiteral("was not found")));
    EXPECT_EQ(history().size(), rowCount) << "what was there stays";
    EXPECT_EQ(session().state(), Pipeline::State::Finished);
}

TEST_F(RecordingTest, LetsTheStreamGoOnWhenAFileCannotBeOpened) {
    startWithMaximumSpeed();
    const auto before = session().history();
    ASSERT_TRUE(dropFile(path(""), chart()));
    EXPECT_TRUE(reachBanner(QStringLiteral("cannot be read")));
    EXPECT_EQ(session().history(), before);
    EXPECT_EQ(find<QComboBox>("sourceKind").currentIndex(), 0) << "it is still the simulator that is shown";
    const std::int64_t size = history().size();
    EXPECT_TRUE(waitForSamples(size + 10));
}

TEST_F(RecordingTest, GoesOnWhileAFileDoesNotOpen) {
    startWithMaximumSpeed();
    const QString recording = writeRecording();
    StuckFile stuck(recording, StuckFile::Call::Open);
    Q_EMIT window().fileDropped(recording);
    ASSERT_TRUE(waitFor([&stuck] { return stuck.isReached(); }));
    EXPECT_TRUE(waitForSamples(history().size() + 10)) << "what runs goes on";
    EXPECT_TRUE(reachBanner(QStringLiteral("“recording.csv” does not respond.")));
    stuck.release();
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    expectRecordingInHistory();
    EXPECT_FALSE(shownBanner().contains(QStringLiteral("does not respond")));
}

TEST_F(RecordingTest, ForgetsAFileThatDoesNotOpenWhenToldSo) {
    startWithMaximumSpeed();
    const QString recording = writeRecording();
    StuckFile stuck(recording, StuckFile::Call::Open);
    Q_EMIT window().fileDropped(recording);
    ASSERT_TRUE(reachBanner(QStringLiteral("does not respond")));
    clickBanner("cancel");
    stuck.release();
    EXPECT_TRUE(waitForSamples(history().size() + 10));
    EXPECT_EQ(session().uri().scheme(), QStringLiteral("sim"));
}

TEST_F(RecordingTest, TellsOfWhatIsNoRecording) {
    startWithMaximumSpeed();
    const QList<std::pair<QString, QString>> cases{
        {write("empty.csv", ""), QStringLiteral("holds no sample")},
        {write("header.csv", "timestamp,temperature\n"), QStringLiteral("holds no sample")},
        {write("picture.png", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + QByteArray(100'000, '\xfe')),
         QStringLiteral("nothing that can be read as samples")},
        {write("prose.txt", "It was the best of times,\nit was the worst of times\n"),
         QStringLiteral("nothing that can be read as samples")}};
    for (const auto& [file, message] : cases) {
        SCOPED_TRACE(file.toStdString());
        ASSERT_TRUE(dropFile(file, chart()));
        expectFailureAndRecovery(message);
        window().banner().dismissAll();
        click("clearEventsButton");
    }
}

TEST_F(RecordingTest, CountsAndListsLinesThatHoldNoSample) {
    startWithMaximumSpeed();
    const QString file = write("bad.csv", "timestamp,temperature\n2024-05-01T00:00:00Z,20\nrubbish\n"
                                          "2024-05-01T00:00:01Z,nan\n2024-05-01T00:00:00Z,21\n"
                                          "2024-05-01T00:00:02Z,-300\n");
    ASSERT_TRUE(dropFile(file, chart()));
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    const Account account = this->account();
    EXPECT_EQ(account.received, 5);
    EXPECT_EQ(account.malformed, 1);
    EXPECT_EQ(account.marks[QualityFlag::OutOfRange], 1);
    EXPECT_EQ(account.marks[QualityFlag::NotANumber], 1);
    EXPECT_EQ(account.marks[QualityFlag::OutOfOrder], 1);
    expectBalanced();
    EXPECT_TRUE(hasEvent(QStringLiteral("Line 3 holds no sample")));
    EXPECT_TRUE(waitFor([&] { return figure("accountMalformed") == 1.0; }));
}

} // namespace
} // namespace rillscope::test
