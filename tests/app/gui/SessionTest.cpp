// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ThreadRole.h"
#include "tests/app/gui/ApplicationTest.h"
#include "tests/support/ThreadNice.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/Banner.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>

#include <unistd.h>

namespace rillscope::test {
namespace {

/// Starts, stops and replaces streams, also in the wrong order.
class SessionTest : public ApplicationTest {
protected:
    void pressStartStop() const { press(Qt::Key_R, Qt::ControlModifier); }
};

TEST_F(SessionTest, GoesOnInTheSameHistoryAfterAStop) {
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    ASSERT_TRUE(waitForSamples(100));
    EXPECT_TRUE(waitFor([&] { return text("statusState") == QStringLiteral("● Live"); }));
    EXPECT_EQ(find<QPushButton>("startStopButton").text(), QStringLiteral("Stop"));
    const auto before = session().history();
    click("startStopButton");
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    EXPECT_EQ(text("statusState"), QStringLiteral("■ Stopped"));
    EXPECT_EQ(find<QPushButton>("startStopButton").text(), QStringLiteral("Start"));
    EXPECT_TRUE(hasEvent(QStringLiteral("samples recorded")));
    expectBalanced();
    const std::int64_t stoppedAt = history().size();

    click("startStopButton");
    EXPECT_EQ(session().history(), before);
    ASSERT_TRUE(waitForSamples(stoppedAt + 100));
    EXPECT_EQ(text("statusState"), QStringLiteral("● Live"));
    EXPECT_EQ(history().channelCount(), 1);
    const ChannelHistory& channel = history().channel(0);
    EXPECT_GT(channel.eventTime(stoppedAt), channel.eventTime(stoppedAt - 1)) << "time goes on";
    pressStartStop();
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    expectBalanced();
}

TEST_F(SessionTest, LetsTheWindowGoFirst) {
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    const int window = getpriority(PRIO_PROCESS, static_cast<id_t>(getpid()));
    for (const auto& [thread, role] :
         {std::pair{"source", ThreadRole::Source}, {"processing", ThreadRole::Processing}})
        EXPECT_TRUE(waitFor([&] { return niceOfThread(thread) == window + niceness(role); })) << thread;
    pressStartStop();
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
}

TEST_F(SessionTest, EmptiesTheChartForANewSession) {
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    ASSERT_TRUE(waitForSamples(200));
    ASSERT_TRUE(waitFor([&] { return chart().visibleSampleCount() > 100; }));
    const auto before = session().history();
    press(Qt::Key_N, Qt::ControlModifier);
    EXPECT_NE(session().history(), before);
    EXPECT_EQ(session().previousHistory(), before);
    ASSERT_TRUE(waitForSamples(1));
    EXPECT_TRUE(waitFor([&] { return figure("accountRecorded") < 200.0; }));
    EXPECT_TRUE(reachBanner(QStringLiteral("Previous session (")));
    pressStartStop();
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    expectBalanced();
}

/// The banner must not keep alive what it says is kept only until the next session.
TEST_F(SessionTest, KeepsOneSessionBeforeAndNoMore) {
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    ASSERT_TRUE(waitForSamples(10));
    const std::weak_ptr<const SampleHistory> first = session().history();
    press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(waitForSamples(10));
    EXPECT_FALSE(first.expired());
    press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(waitForSamples(10));
    EXPECT_TRUE(waitFor([&] { return first.expired(); })) << "its memory is still taken";

    // What is offered is what is kept.
    const QString offer = QStringLiteral("(%1 samples)").arg(session().previousHistory()->size());
    EXPECT_TRUE(waitFor([&] { return shownBanner().contains(offer); })) << shownBanner().toStdString();
}

TEST_F(SessionTest, DoesNothingTwice) {
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    ASSERT_TRUE(waitForSamples(10));
    session().stop();
    session().stop();
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    session().stop();
    EXPECT_EQ(session().state(), Pipeline::State::Stopped);
    ASSERT_TRUE(session().resume());
    ASSERT_TRUE(session().resume());
    EXPECT_EQ(session().state(), Pipeline::State::Running);
    for (int i = 0; i < 9; ++i)
        pressStartStop(); // while the one before is still under way
    ASSERT_TRUE(waitFor([&] { return session().state() != Pipeline::State::Stopping; }));
    if (session().isActive())
        pressStartStop();
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    expectBalanced();
}

TEST_F(SessionTest, FreezesBeforeTheFirstSample) {
    startWithoutStream();
    EXPECT_EQ(text("statusState"), QStringLiteral("■ Stopped"));
    for (const Qt::Key key : {Qt::Key_F6, Qt::Key_Plus, Qt::Key_Left, Qt::Key_Home, Qt::Key_End})
        pressOnChart(key);
    press(Qt::Key_F6);
    pressStartStop();
    ASSERT_TRUE(waitForSamples(2));
    EXPECT_TRUE(waitFor([&] { return chart().visibleSampleCount() > 0; }))
        << "nothing can be seen: " << find<QPushButton>("livePill").text().toStdString();
    EXPECT_LT(chart().timeWindow().behind(), std::chrono::hours(1));
    press(Qt::Key_F5);
    EXPECT_TRUE(chart().timeWindow().isLive());
}

TEST_F(SessionTest, SwitchesSourcesManyTimesInARow) {
    const quint32 seed = QRandomGenerator::global()->generate();
    SCOPED_TRACE("seed " + std::to_string(seed));
    QRandomGenerator random(seed);
    QByteArray csv = "timestamp,temperature,pressure\n";
    for (int i = 0; i < 20'000; ++i)
        csv += "2024-05-01T00:00:00." + QByteArray::number(i).rightJustified(6, '0') + "Z,20.5,1013\n";
    const QString recording = write("recording.csv", csv);
    start(QStringLiteral("sim:normal?seed=1&rate=100000&channels=4"));
    for (int i = 0; i < 20; ++i) {
        switch (random.bounded(4)) {
        case 0:
            ASSERT_TRUE(dropFile(recording, find<QWidget>("eventPanel")));
            break;
        case 1:
            press(Qt::Key_N, Qt::ControlModifier);
            break;
        case 2:
            find<QComboBox>("sourceKind").setFocus();
            press(Qt::Key_Home);
            break;
        default:
            pressStartStop();
            break;
        }
        for (int turn = random.bounded(4); turn > 0; --turn)
            QCoreApplication::processEvents();
    }
    if (session().isActive())
        session().stop();
    ASSERT_TRUE(waitFor([&] { return !session().isActive(); }));
    expectBalanced();
    press(Qt::Key_N, Qt::ControlModifier);
    EXPECT_TRUE(waitForSamples(1));
}

TEST_F(SessionTest, SaysThatItIsBehindAndShowsNothingGreen) {
    start(QStringLiteral("sim:normal?seed=1&rate=1000000&channels=16"));
    ASSERT_TRUE(waitFor([&] { return text("statusState").startsWith(QStringLiteral("◆ Behind ")); }));
    ASSERT_TRUE(
        waitFor([&] { return find<QPushButton>("livePill").text().startsWith(QStringLiteral("Behind ")); }));
    EXPECT_TRUE(text("statusRate").endsWith(QStringLiteral(" of 16 M"))) << text("statusRate").toStdString();
    for (const QWidget* widget : window().findChildren<QWidget*>())
        EXPECT_NE(widget->property("state").toString(), QStringLiteral("ok"))
            << widget->objectName().toStdString();
    click("freezeButton");
    EXPECT_TRUE(waitFor([&] { return text("statusState") == QStringLiteral("‖ Paused"); }));
    window().actions().startStop->trigger();
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    EXPECT_TRUE(waitFor([&] { return text("statusState") == QStringLiteral("■ Stopped"); }));
    expectBalanced();
}

TEST_F(SessionTest, ShowsAPlausibleLatencyFromTheFirstFrameOn) {
    start(QStringLiteral("sim:normal?seed=1&rate=20"));
    window().actions().acknowledgeAlarms->trigger();
    ASSERT_TRUE(waitForSamples(20));
    EXPECT_TRUE(waitFor([&] { return program().frameStatistics().summary().hasLatency; }));
    for (const Duration latency : program().frameStatistics().latencies())
        EXPECT_LT(latency, std::chrono::hours(1));
}

TEST_F(SessionTest, EndsWithAFastStreamRunning) {
    start(QStringLiteral("sim:normal?seed=1&speed=max&channels=16"));
    ASSERT_TRUE(waitForSamples(100'000));
    const auto history = session().history();
    quit();
    EXPECT_GE(history->size(), 100'000);
}

TEST_F(SessionTest, FitsIntoASmallWindow) {
    start(QStringLiteral("sim:normal?seed=1&rate=500&channels=4"));
    ASSERT_TRUE(waitForSamples(100));
    const QSize small(std::max(800, window().minimumWidth()), 500); // wide fonts need more
    window().resize(small);
    ASSERT_TRUE(waitFor([&] { return window().size() == small; }));
    const std::int64_t shown = chart().visibleSampleCount();
    EXPECT_TRUE(waitFor([&] { return chart().visibleSampleCount() > shown; }));
    EXPECT_GE(chart().width(), 228);
    const auto leftOf = [this](const QWidget& widget) { return widget.mapTo(&window(), QPoint()).x(); };
    EXPECT_LE(leftOf(chart()) + chart().width(), leftOf(find<QWidget>("readings"))) << "nothing lies over it";
    EXPECT_GE(chart().height(), 180);
    for (const char* name : {"sourcePanel", "chartCard", "eventPanel", "readings", "statusLine", "toolBar"}) {
        const auto& panel = find<QWidget>(name);
        const QRect place(panel.mapTo(&window(), QPoint()), panel.size());
        EXPECT_TRUE(window().rect().contains(place))
            << name << " is cut off at " << place.right() << ", " << place.bottom();
    }
    window().banner().post({Severity::Alarm, QString(500, u'x'), {}});
    QCoreApplication::processEvents();
    EXPECT_LE(window().width(), small.width()) << "a long message must not widen the window";
}

} // namespace
} // namespace rillscope::test
