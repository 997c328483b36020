// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/CsvTable.h"
#include "tests/app/ProgramRun.h"
#include "tests/app/gui/ApplicationTest.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/Banner.h"
#include "ui/panels/JobProgress.h"
#include "ui/panels/NumberFormat.h"

#include <QDir>
#include <QImage>
#include <QLabel>
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
                                std::bit_cast<quint64>(row.temperature) == std::bit_cast<quint64>(value) &&
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
    EXPECT_EQ(png.size(), size * 2);
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
    EXPECT_EQ(program().files().folder(), QFileInfo(path("samples.csv")).absolutePath());
}

TEST_F(FilesTest, SaysWhatKeptThePictureFromBeingWritten) {
    start();
    const QString file = write("a-file", "old");
    for (const QString& target : {path("no/such/folder/chart.png"), file + QStringLiteral("/chart.svg"),
                                  path("chart.bmp"), path("chart")}) {
        program().files().exportChartTo(target);
        EXPECT_TRUE(shownBanner().contains(QStringLiteral("could not be written"))) << target.toStdString();
        EXPECT_EQ(window().banner().property("severity").toString(), QStringLiteral("alarm"));
        EXPECT_TRUE(find<QWidget>("bannerAction1").isVisible()) << "a way on";
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
    EXPECT_TRUE(shownBanner().contains(QStringLiteral("saved or copied already")));
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
        EXPECT_TRUE(reachBanner(QStringLiteral("could not be written"))) << target.toStdString();
        EXPECT_EQ(window().banner().property("severity").toString(), QStringLiteral("alarm"));
        EXPECT_TRUE(window().actions().saveCsv->isEnabled());
        click("bannerClose");
    }
    EXPECT_EQ(readFile(file), "old");
    EXPECT_TRUE(session().isActive());
}

TEST_F(FilesTest, SavesAndExportsNothingWhenThereIsNothing) {
    startWithoutStream();
    program().files().exportChartTo(path("empty.png"));
    EXPECT_FALSE(QImage(path("empty.png")).isNull());
    program().files().saveCsvTo(path("empty.csv"), session().history());
    EXPECT_TRUE(reachBanner(QStringLiteral("empty.csv")));
    EXPECT_EQ(readFile(path("empty.csv")), "timestamp,temperature,temperature_f,channel,quality\n");
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
