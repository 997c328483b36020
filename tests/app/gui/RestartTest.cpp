// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ProgramRun.h"
#include "tests/app/gui/ApplicationTest.h"
#include "tests/support/Sources.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/Banner.h"
#include "ui/panels/ReplayPanel.h"
#include "ui/panels/SourcePanel.h"
#include "ui/widgets/SegmentedControl.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QRandomGenerator>
#include <QScreen>
#include <QSettings>
#include <QTimer>

namespace rillscope::test {
namespace {

using namespace std::chrono_literals;

/// Ends the program and starts it again with the same settings.
class RestartTest : public ApplicationTest {
protected:
    void restart() {
        quit();
        start();
    }
};

TEST_F(RestartTest, KeepsHowThingsAreShown) {
    start();
    choose("themeDark");
    clickSegment("unitControl", 2);
    clickSegment("timeWindowControl", 2);
    press(Qt::Key_U, Qt::ControlModifier);
    press(Qt::Key_F9);
    press(Qt::Key_F8);
    fixValueAxis(250.0, 350.0);
    restart();
    EXPECT_LT(QApplication::palette().color(QPalette::Window).lightness(), 100);
    EXPECT_EQ(chart().unit(), Unit::Kelvin);
    EXPECT_EQ(find<SegmentedControl>("unitControl").current(), 2);
    EXPECT_EQ(chart().timeWindow().span(), 5min);
    EXPECT_EQ(find<SegmentedControl>("timeWindowControl").current(), 2);
    EXPECT_EQ(chart().timeZone(), QTimeZone::utc());
    EXPECT_FALSE(find<QWidget>("sourcePanel").isVisible());
    EXPECT_FALSE(find<QWidget>("eventPanel").isVisible());
    EXPECT_TRUE(find<QWidget>("readings").isVisible());
    EXPECT_FALSE(chart().valueScale().isAutomatic());
    EXPECT_EQ(chart().valueScale().minimum(), 250.0);
    EXPECT_EQ(chart().valueScale().maximum(), 350.0);

    press(Qt::Key_F9);
    press(Qt::Key_5, Qt::ControlModifier);
    press(Qt::Key_U, Qt::ControlModifier);
    restart();
    EXPECT_TRUE(find<QWidget>("sourcePanel").isVisible());
    EXPECT_EQ(chart().timeWindow().mode(), TimeWindow::Mode::FollowingAll);
    EXPECT_FALSE(window().actions().utcTimes->isChecked());
}

TEST_F(RestartTest, KeepsAFixedValueAxisInTheUnitItIsShownIn) {
    start();
    fixValueAxis(32.0, 212.0);
    clickSegment("unitControl", 0);
    EXPECT_NEAR(chart().valueScale().maximum(), 100.0, 1e-9);
    restart();
    EXPECT_EQ(chart().unit(), Unit::Celsius);
    EXPECT_NEAR(chart().valueScale().minimum(), 0.0, 1e-9);
    EXPECT_NEAR(chart().valueScale().maximum(), 100.0, 1e-9);
}

TEST_F(RestartTest, KeepsTheLimitsOfTheHistory) {
    start(QStringLiteral("sim:normal?rate=50&seed=3"));
    QTimer::singleShot(0, &window(), [this] {
        type("historyMemory", QStringLiteral("64"));
        type("historyGapFactor", QStringLiteral("3"));
        if (auto* dialog = window().findChild<QDialog*>(QStringLiteral("historyDialog")))
            dialog->accept();
    });
    press(Qt::Key_H, Qt::ControlModifier);
    const auto expectLimits = [this](const char* when) {
        EXPECT_EQ(history().memoryLimit(), std::int64_t{64} << 20) << when;
        EXPECT_EQ(history().gapFactor(), 3.0) << when;
    };
    expectLimits("of the running session");
    press(Qt::Key_N, Qt::ControlModifier);
    expectLimits("of the next session");
    restart();
    expectLimits("after the program began anew");
}

TEST_F(RestartTest, GoesOnWithTheLastSource) {
    start(QStringLiteral("sim:uniform?min=1&max=2&rate=50&seed=3"));
    type("rateNumber", QStringLiteral("80"));
    const SourceUri simulation = session().uri();
    restart();
    EXPECT_EQ(session().uri(), simulation);
    EXPECT_TRUE(waitForSamples(10));
    EXPECT_EQ(find<QComboBox>("distribution").currentIndex(), 1);

    const QString recording = write("recording.csv", "timestamp,temperature\n2024-05-01T00:00:00Z,20\n");
    ASSERT_TRUE(dropFile(recording, find<QWidget>("eventPanel")));
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    restart();
    EXPECT_EQ(session().uri().path(), recording);
    EXPECT_EQ(window().sourcePanel().replay()->filePath(), recording);
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    EXPECT_EQ(history().size(), 1);
    find<QComboBox>("sourceKind").setFocus();
    press(Qt::Key_Home);
    EXPECT_EQ(session().uri(), simulation) << "the simulator is set up as it was";
}

TEST_F(RestartTest, StaysStoppedUntilItIsStarted) {
    start();
    press(Qt::Key_R, Qt::ControlModifier);
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    for (int run = 0; run < 2; ++run) {
        restart();
        EXPECT_FALSE(session().isActive()) << "run " << run;
    }
    press(Qt::Key_R, Qt::ControlModifier);
    EXPECT_TRUE(session().isActive());
    restart();
    EXPECT_TRUE(session().isActive());
}

TEST_F(RestartTest, ShowsTheSameTimeZoneOnTheAxisAndInTheEvents) {
    qputenv("TZ", "Asia/Tokyo");
    start();
    EXPECT_EQ(chart().timeZone(), QTimeZone::systemTimeZone());
    // Whole or brief: the zone itself is always there.
    const QString abbreviation = chart().timeZone().abbreviation(QDateTime::currentDateTimeUtc());
    EXPECT_TRUE(waitFor([&] { return text("eventsNote").endsWith(abbreviation); }));
    press(Qt::Key_U, Qt::ControlModifier);
    EXPECT_TRUE(text("eventsNote").endsWith(QStringLiteral("UTC")));
    EXPECT_EQ(chart().timeZone(), QTimeZone::utc());
    restart();
    EXPECT_TRUE(waitFor([&] { return text("eventsNote").endsWith(QStringLiteral("UTC")); }));
    qunsetenv("TZ");
}

TEST_F(RestartTest, SurvivesSettingsOfARecordingThatIsGone) {
    start();
    const QString recording = write("recording.csv", "timestamp,temperature\n2024-05-01T00:00:00Z,20\n");
    ASSERT_TRUE(dropFile(recording, find<QWidget>("eventPanel")));
    quit();
    ASSERT_TRUE(QFile::remove(recording));
    start();
    EXPECT_TRUE(reachBanner(QStringLiteral("was not found")));
    EXPECT_EQ(session().state(), Pipeline::State::Idle);
    EXPECT_EQ(session().uri().path(), recording) << "so that it can be started when it is there again";
}

TEST_F(RestartTest, SurvivesHostileSettings) {
    const QList<QByteArray> files{
        QByteArray("[window]\ngeometry=AAAA\nstate=AAAAAAAA\n[view]\nunit=none\ntheme=purple\n"
                   "timeWindowSeconds=1e300\nvalueAxisAutomatic=false\nvalueAxisMinimum=nan\n"
                   "valueAxisMaximum=-inf\n[source]\nlast=sim:normal?mean=hot\nrecent=replay:, stdin:, x\n"),
        QByteArray("[source]\nlast=replay:\nlastSimulation=stdin:\nwasRunning=maybe\n"
                   "[folders]\nopen=../..\nexport=/dev/null/x\n"),
        QByteArray("[source]\nlast=sim:nothing?rate=-1\n"),
        QByteArray("[view]\nvalueAxisAutomatic=false\nvalueAxisMinimum=1e308\nvalueAxisMaximum=-1e308\n"),
        QByteArray("\0\xff\xfe[[[]]]=\n\n=;;\x1b[2J", 18),
        QByteArray(2'000'000, 'x')};
    for (const QByteArray& content : files) {
        SCOPED_TRACE(content.left(60).toStdString());
        write("settings.ini", content);
        start();
        if (!session().isActive()) {
            EXPECT_FALSE(window().banner().isEmpty()) << "nothing runs, and nothing says why";
            find<QComboBox>("sourceKind").setFocus();
            press(Qt::Key_N, Qt::ControlModifier);
        }
        EXPECT_TRUE(waitFor([&] { return history().size() > 0 || !session().isActive(); }));
        EXPECT_GT(chart().valueScale().maximum(), chart().valueScale().minimum());
        quit();
    }
}

TEST_F(RestartTest, SurvivesSpoiltSettings) {
    start();
    quit();
    const quint32 seed = QRandomGenerator::global()->generate();
    SCOPED_TRACE("seed " + std::to_string(seed));
    QRandomGenerator random(seed);
    const QByteArray good = readFile(settingsPath());
    ASSERT_FALSE(good.isEmpty());
    for (int round = 0; round < 12; ++round) {
        QByteArray content = good;
        for (int flips = random.bounded(1, 20); flips > 0; --flips)
            content[random.bounded(static_cast<int>(content.size()))] =
                static_cast<char>(random.bounded(' ', '~'));
        if (random.bounded(3) == 0)
            content.truncate(random.bounded(static_cast<int>(content.size()) + 1));
        write("settings.ini", content);
        start();
        EXPECT_TRUE(waitFor([&] { return history().size() > 0 || !session().isActive(); }))
            << content.toStdString();
        EXPECT_GE(chart().width(), 100);
        quit();
    }
}

TEST_F(RestartTest, FitsAWindowOfALargerScreen) {
    start();
    Settings settings = SettingsStore(settingsPath()).load(test::sources());
    window().resize(9'000, 7'000);
    settings.windowGeometry = window().saveGeometry();
    quit();
    ASSERT_TRUE(SettingsStore(settingsPath()).save(settings));
    start();
    const QSize screen = window().screen()->availableSize();
    EXPECT_LE(window().width(), std::max(screen.width(), window().minimumWidth())) << "wide fonts need more";
    EXPECT_LE(window().height(), screen.height());
}

} // namespace
} // namespace rillscope::test
