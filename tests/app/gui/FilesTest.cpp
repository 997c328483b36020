// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/CsvTable.h"
#include "tests/app/ProgramRun.h"
#include "tests/app/gui/ApplicationTest.h"
#include "tests/support/CaptureMaker.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/Banner.h"
#include "ui/text/NumberFormat.h"
#include "ui/widgets/JobProgress.h"

#include <QDir>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSet>
#include <QSvgRenderer>
#include <QThreadPool>

#include <bit>

namespace rillscope::test {
namespace {

/// Everything that leaves the window for a file.
class FilesTest : public ApplicationTest {
protected:
    /// Compares the file with the first samples of a history with one channel, to the bit.
    static void expectBeginningOf(const SampleHistory& history, const QList<CsvRow>& rows) {
        ASSERT_EQ(history.channelCount(), 1);
        const ChannelHistory& channel = history.channel(0);
        ASSERT_LE(rows.size(), channel.size());
        qsizetype different = 0;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const CsvRow& row = rows.at(i);
            const double value = channel.value(i);
            const bool isSame = row.time == channel.eventTime(i) &&
                                std::bit_cast<quint64>(row.value) == std::bit_cast<quint64>(value) &&
                                row.fahrenheit == value * 9.0 / 5.0 + 32.0 &&
                                row.quality.toStdString() == qualityName(channel.quality(i)) &&
                                QString::fromUtf8(row.channel) == history.info(0).name;
            different += isSame ? 0 : 1;
        }
        EXPECT_EQ(different, 0) << "of " << rows.size() << " rows";
    }

    /// So many samples that saving them takes much longer than a click.
    void makeLongHistory() {
        start(QStringLiteral("sim:normal?seed=1&speed=max"));
        ASSERT_TRUE(waitForSamples(500'000));
        window().actions().startStop->trigger();
        ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    }

    /// Shows a tenth of the history; returns how many samples that is.
    qint64 showAPart() const {
        const auto [first, last] = *history().timeRange();
        const Duration tenth = (last - first) / 10;
        chart().explore(first + tenth, first + 2 * tenth);
        chart().refresh();
        const auto [begin, end] = chart().visibleRange();
        return countSamples(history(), {begin, end});
    }

    qint64 rowsOf(const char* name) const { return readFile(path(name)).count('\n') - 1; }

    /// Answers the question whether a file may be replaced.
    void answerQuestion(const char* button) const {
        auto& question = find<QMessageBox>("replaceQuestion");
        EXPECT_TRUE(question.isVisible());
        QPushButton* pressed =
            button ? question.findChild<QPushButton*>(QString::fromLatin1(button)) : nullptr;
        QTest::mouseClick(pressed ? pressed : question.button(QMessageBox::Cancel), Qt::LeftButton);
    }

    bool isAsking() const {
        return window().findChild<QMessageBox*>(QStringLiteral("replaceQuestion")) != nullptr;
    }

    QStringList files() const {
        QStringList names = QDir(path("")).entryList(QDir::Files | QDir::Hidden);
        names.removeAll(QStringLiteral("settings.ini"));
        return names;
    }
};

qsizetype distinctColours(const QImage& image) {
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            colours.insert(image.pixel(x, y));
    }
    return colours.size();
}

TEST_F(FilesTest, ExportsTheChartInEachFormat) {
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    ASSERT_TRUE(waitFor([&] { return chart().visibleSampleCount() > 200; }));
    const QSize size = chart().size();
    for (const char* name : {"chart.png", "chart.svg", "chart.pdf"}) {
        program().files().exportChartTo(path(name));
        EXPECT_TRUE(shownBanner().contains(path(name))) << shownBanner().toStdString();
        EXPECT_FALSE(shownBanner().contains(QStringLiteral("could not")));
        click("bannerClose");
    }
    const QImage png(path("chart.png"));
    EXPECT_EQ(png.size(), size * chart().devicePixelRatioF()) << "the pixels of the screen";
    EXPECT_GT(distinctColours(png), 20);
    QSvgRenderer svg(path("chart.svg"));
    ASSERT_TRUE(svg.isValid());
    QImage drawn(900, 500, QImage::Format_ARGB32);
    drawn.fill(0);
    QPainter painter(&drawn);
    svg.render(&painter);
    painter.end();
    EXPECT_GT(distinctColours(drawn), 10);
    EXPECT_TRUE(readFile(path("chart.svg")).contains("Temperature (°F)"));
    const QByteArray pdf = readFile(path("chart.pdf"));
    EXPECT_TRUE(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
    EXPECT_GT(pdf.size(), 2'000);
}

TEST_F(FilesTest, ExportsByTheDialog) {
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    ASSERT_TRUE(waitForSamples(100));
    answerFileDialog(path("picture"));
    press(Qt::Key_E, Qt::ControlModifier);
    EXPECT_TRUE(reachBanner(QStringLiteral("picture.png"))) << "a name without an ending gets one";
    EXPECT_FALSE(QImage(path("picture.png")).isNull());
    answerFileDialog(path("samples"));
    press(Qt::Key_S, Qt::ControlModifier);
    EXPECT_TRUE(reachBanner(QStringLiteral("samples.csv")));
    EXPECT_GE(readCsvTable(readFile(path("samples.csv"))).size(), 100);
    EXPECT_EQ(program().saving().folder(), QFileInfo(path("samples.csv")).absolutePath());
}

TEST_F(FilesTest, AsksBeforeItReplacesAFileNamedWithoutItsEnding) {
    startWithoutStream();
    for (const auto& [key, typed, name] :
         {std::tuple{Qt::Key_S, "run1", "run1.csv"}, {Qt::Key_E, "pic", "pic.png"}}) {
        write(name, "old");
        answerFileDialog(path(typed));
        press(key, Qt::ControlModifier);
        ASSERT_TRUE(waitFor([this] { return isAsking(); })) << name;
        EXPECT_EQ(readFile(path(name)), "old") << "not yet";
        answerQuestion(nullptr);
        EXPECT_TRUE(waitFor([this] { return !isAsking(); }));
        EXPECT_TRUE(find<QFileDialog>("saveDialog").isVisible()) << "another name can be typed";
        EXPECT_EQ(readFile(path(name)), "old");
        answerFileDialog(path(typed));
        ASSERT_TRUE(waitFor([this] { return isAsking(); })) << name;
        answerQuestion("replaceFile");
        ASSERT_TRUE(reachBanner(QString::fromLatin1(name)));
        EXPECT_NE(readFile(path(name)), "old");
    }
}

TEST_F(FilesTest, SavesTheSamePictureToTheOtherFileAfterAFailure) {
    makeLongHistory();
    program().files().exportChartTo(path("before.svg"));
    program().files().exportChartTo(path("no/such/folder/pic.svg"));
    ASSERT_TRUE(reachBanner(QStringLiteral("Could not save")));
    showAPart(); // what shows by then is another picture
    answerFileDialog(path("pic"));
    clickBanner("chooseAnotherFile");
    ASSERT_TRUE(reachBanner(path("pic.svg")));
    EXPECT_EQ(readFile(path("pic.svg")), readFile(path("before.svg")));
    program().files().exportChartTo(path("after.svg"));
    EXPECT_NE(readFile(path("after.svg")), readFile(path("before.svg")));
}

TEST_F(FilesTest, SavesTheSameRangeToTheOtherFileAfterAFailure) {
    makeLongHistory();
    const qint64 asked = showAPart();
    ASSERT_GT(asked, 100);
    ASSERT_LT(asked, history().size() / 5);
    answerFileDialog(path("no/such/folder/part.csv"));
    window().actions().saveVisibleCsv->trigger();
    ASSERT_TRUE(reachBanner(QStringLiteral("Could not save")));
    chart().followAll(); // what shows by then is another range
    answerFileDialog(path("part.csv"));
    clickBanner("chooseAnotherFile");
    ASSERT_TRUE(reachBanner(QStringLiteral("were saved to")));
    EXPECT_EQ(rowsOf("part.csv"), asked);
}

TEST_F(FilesTest, SavesTheSameSessionToTheOtherFileAfterAFailure) {
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    ASSERT_TRUE(waitForSamples(300));
    window().actions().startStop->trigger();
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    const auto asked = session().history();
    program().files().saveCsvTo(path("no/such/folder/all.csv"), asked);
    ASSERT_TRUE(reachBanner(QStringLiteral("Could not save")));
    ASSERT_TRUE(session().begin(*SourceUri::parse(QStringLiteral("sim:normal?rate=500"))));
    ASSERT_TRUE(waitForSamples(10));
    ASSERT_TRUE(reachBanner(QStringLiteral("Could not save")));
    answerFileDialog(path("all.csv"));
    clickBanner("chooseAnotherFile");
    ASSERT_TRUE(reachBanner(QStringLiteral("were saved to")));
    EXPECT_EQ(rowsOf("all.csv"), asked->size());
    expectBeginningOf(*asked, readCsvTable(readFile(path("all.csv"))));
}

TEST_F(FilesTest, SavesTheSameFromTheCaptureToTheOtherFileAfterAFailure) {
    CaptureToMake capture;
    capture.channels = {{QStringLiteral("inlet")}};
    capture.samples = countingSamples(5'000, 1);
    makeCapture(path("a.rill"), capture);
    startWithoutStream();
    program().captures().jobs().open(path("a.rill"));
    ASSERT_TRUE(waitFor([this] { return session().still() != nullptr; }));
    const qint64 asked = showAPart();
    ASSERT_GT(asked, 10);
    answerFileDialog(path("no/such/folder/part.csv"));
    window().actions().saveVisibleCsv->trigger();
    ASSERT_TRUE(reachBanner(QStringLiteral("Could not save")));
    session().backToLive();
    answerFileDialog(path("part.csv"));
    clickBanner("chooseAnotherFile");
    ASSERT_TRUE(reachBanner(QStringLiteral("were saved to")));
    EXPECT_EQ(rowsOf("part.csv"), asked);
}

TEST_F(FilesTest, SavesWhenTheOtherJobIsDone) {
    makeLongHistory();
    const qint64 asked = showAPart();
    program().files().saveCsvTo(path("all.csv"), session().history());
    answerFileDialog(path("part.csv"));
    program().files().chooseVisibleCsvFile();
    ASSERT_TRUE(waitFor([this] { return shownBanner().contains(QStringLiteral("being read or written")); }));
    click("cancelJob");
    ASSERT_TRUE(waitFor([this] { return !window().jobProgress().isBusy(); }));
    ASSERT_TRUE(reachBanner(QStringLiteral("being read or written")));
    clickBanner("tryAgain");
    ASSERT_TRUE(reachBanner(path("part.csv")));
    EXPECT_EQ(rowsOf("part.csv"), asked);
}

TEST_F(FilesTest, SaysWhatKeptThePictureFromBeingWritten) {
    start();
    const QString file = write("a-file", "old");
    for (const QString& target : {path("no/such/folder/chart.png"), file + QStringLiteral("/chart.svg"),
                                  path("chart.bmp"), path("chart")}) {
        program().files().exportChartTo(target);
        EXPECT_TRUE(shownBanner().contains(QStringLiteral("Could not save"))) << target.toStdString();
        EXPECT_EQ(window().banner().property("severity").toString(), QStringLiteral("alarm"));
        EXPECT_TRUE(find<QWidget>("banner_chooseAnotherFile").isVisible()) << "a way on";
        click("bannerClose");
        EXPECT_FALSE(QFile::exists(target));
    }
    EXPECT_EQ(readFile(file), "old");
}

TEST_F(FilesTest, SavesWhatWasThereWhileTheStreamGoesOn) {
    start(QStringLiteral("sim:normal?seed=1&rate=50000"));
    ASSERT_TRUE(waitForSamples(100'000));
    const std::int64_t before = history().size();
    program().files().saveCsvTo(path("samples.csv"), session().history());
    const std::int64_t after = history().size();
    EXPECT_FALSE(window().actions().saveCsv->isEnabled()) << "one job at a time";
    EXPECT_TRUE(window().jobProgress().isVisible());
    ASSERT_TRUE(reachBanner(QStringLiteral("samples were saved to")));
    EXPECT_TRUE(window().actions().saveCsv->isEnabled());
    EXPECT_FALSE(window().jobProgress().isVisible());
    EXPECT_GT(history().size(), after) << "the stream went on";
    const QList<CsvRow> rows = readCsvTable(readFile(path("samples.csv")));
    EXPECT_GE(rows.size(), before);
    expectBeginningOf(history(), rows);
    EXPECT_TRUE(shownBanner().startsWith(NumberFormat().count(rows.size()))) << shownBanner().toStdString();

    // The file opened again is the same samples to the bit.
    window().actions().startStop->trigger();
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    const auto saved = session().history();
    start(QStringLiteral("replay:%1?speed=max").arg(path("samples.csv")));
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    ASSERT_EQ(history().size(), rows.size());
    expectBeginningOf(*saved, rows);
    expectBeginningOf(history(), rows);
    expectBalanced();
}

TEST_F(FilesTest, LeavesNothingBehindWhenSavingIsCancelled) {
    makeLongHistory();
    for (const bool isOverwriting : {false, true}) {
        if (isOverwriting)
            write("samples.csv", "the old one");
        program().files().saveCsvTo(path("samples.csv"), session().history());
        click("cancelJob");
        ASSERT_TRUE(reachBanner(QStringLiteral("cancelled")));
        EXPECT_EQ(files(), isOverwriting ? QStringList{QStringLiteral("samples.csv")} : QStringList());
        click("bannerClose");
        EXPECT_TRUE(window().actions().saveCsv->isEnabled());
        EXPECT_FALSE(window().jobProgress().isVisible());
    }
    EXPECT_EQ(readFile(path("samples.csv")), "the old one");
}

TEST_F(FilesTest, SavesOneFileAtATime) {
    makeLongHistory();
    program().files().saveCsvTo(path("first.csv"), session().history());
    program().files().saveCsvTo(path("second.csv"), session().history());
    EXPECT_TRUE(shownBanner().contains(QStringLiteral("being read or written")));
    click("cancelJob");
    ASSERT_TRUE(reachBanner(QStringLiteral("cancelled")));
    EXPECT_EQ(files(), QStringList());
}

TEST_F(FilesTest, SaysWhatKeptTheSamplesFromBeingWritten) {
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    ASSERT_TRUE(waitForSamples(100));
    const QString file = write("a-file", "old");
    for (const QString& target : {path("no/such/folder/samples.csv"), file + QStringLiteral("/samples.csv"),
                                  path(""), QStringLiteral("/proc/samples.csv")}) {
        program().files().saveCsvTo(target, session().history());
        EXPECT_TRUE(reachBanner(QStringLiteral("Could not save"))) << target.toStdString();
        EXPECT_EQ(window().banner().property("severity").toString(), QStringLiteral("alarm"));
        EXPECT_TRUE(window().actions().saveCsv->isEnabled());
        click("bannerClose");
    }
    EXPECT_EQ(readFile(file), "old");
    EXPECT_TRUE(session().isActive());
    EXPECT_TRUE(hasEvent(QStringLiteral("Could not save"))) << "every failure is in the event list, too";
}

TEST_F(FilesTest, SavesAndExportsNothingWhenThereIsNothing) {
    startWithoutStream();
    program().files().exportChartTo(path("empty.png"));
    EXPECT_FALSE(QImage(path("empty.png")).isNull());
    program().files().saveCsvTo(path("empty.csv"), session().history());
    EXPECT_TRUE(reachBanner(QStringLiteral("empty.csv")));
    EXPECT_EQ(readFile(path("empty.csv")),
              "timestamp,temperature,temperature_f,channel,quality,value,unit\n");
}

TEST_F(FilesTest, FinishesSavingWhenTheProgramIsEnded) {
    makeLongHistory();
    const auto saved = session().history();
    program().files().saveCsvTo(path("samples.csv"), saved);
    quit();
    QThreadPool::globalInstance()->waitForDone(); // as the end of the program does
    const QList<CsvRow> rows = readCsvTable(readFile(path("samples.csv")));
    EXPECT_EQ(rows.size(), saved->size());
    expectBeginningOf(*saved, rows);
}

TEST_F(FilesTest, GoesOnSavingWhileARecordingIsOpened) {
    makeLongHistory();
    const auto saved = session().history();
    program().files().saveCsvTo(path("samples.csv"), saved);
    const QString recording = write("short.csv", "timestamp,temperature\n2026-01-01T00:00:00Z,20\n");
    ASSERT_TRUE(dropFile(recording, find<QWidget>("statisticsPanel")));
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    EXPECT_EQ(history().size(), 1);
    ASSERT_TRUE(reachBanner(QStringLiteral("were saved to")));
    expectBeginningOf(*saved, readCsvTable(readFile(path("samples.csv"))));
}

} // namespace
} // namespace rillscope::test
