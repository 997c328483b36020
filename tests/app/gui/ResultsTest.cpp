// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rfc3339.h"
#include "core/export/ResultCsv.h"
#include "core/process/definition/DefinitionFile.h"
#include "core/source/replay/ReplaySettings.h"
#include "tests/app/gui/ApplicationTest.h"
#include "tests/support/Sources.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/AlarmPanel.h"
#include "ui/panels/ListsPanel.h"
#include "ui/panels/WindowPanel.h"
#include "ui/widgets/ResultTable.h"

#include <QCheckBox>
#include <QFile>
#include <QPushButton>

namespace rillscope::test {
namespace {

using namespace std::chrono_literals;

/// Alarms and windows as a person meets them: on the chart, in the lists, in the status line.
class ResultsTest : public ApplicationTest {
protected:
    /// A recording of `minutes`, a sample a second at 20 °C, but 90 °C in the sixth minute.
    QString recording() const {
        QByteArray csv("timestamp,temperature\n");
        for (int second = 0; second < 1'200; ++second) {
            const auto time = formatRfc3339(begin + std::chrono::seconds(second));
            csv += QByteArray::fromStdString(time) + (second / 60 == 5 ? ",90\n" : ",20\n");
        }
        return QStringLiteral("replay:%1?speed=max").arg(write("recording.csv", csv));
    }

    static PipelineDefinition definition() {
        PipelineDefinition definition;
        definition.eventTime.outOfOrderness = 1s;
        StepDefinition minutes;
        minutes.name = QStringLiteral("minutes");
        minutes.settings =
            TumblingWindow{1min, {}, {Aggregate::Minimum, Aggregate::Maximum, Aggregate::Mean}};
        StepDefinition hot;
        hot.name = QStringLiteral("hot");
        AlarmRule rule;
        rule.high = 80.0;
        rule.severity = Severity::Alarm;
        hot.settings = rule;
        definition.steps = {minutes, hot};
        return definition;
    }

    void replay() {
        startWithoutStream();
        session().setDefinition(definition());
        const auto uri = SourceUri::parse(recording());
        ASSERT_TRUE(uri);
        ASSERT_TRUE(session().begin(*uri));
        chart().followAll();
        ASSERT_TRUE(waitForState(Pipeline::State::Finished));
        ASSERT_TRUE(waitFor([this] { return window().alarms().model()->rowCount() == 1; }));
    }

    QByteArray contentOf(const QString& file) const {
        QFile opened(file);
        EXPECT_TRUE(opened.open(QIODevice::ReadOnly));
        return opened.readAll();
    }

    QString tabText(int index) const { return find<QTabBar>("listTabs").tabText(index); }

    static constexpr Timestamp begin = fromNanoseconds(1'700'000'400'000'000'000);
};

TEST_F(ResultsTest, ShadesTheTimeOfAnAlarmAndDrawsWindowsOverTheLine) {
    replay();
    ASSERT_TRUE(waitFor([this] { return !chart().results().alarmShades().bands().empty(); }));
    chart().refresh();
    const auto x = [this](Duration time) { return chart().mapping().x(begin + time); };
    const QRectF shade = chart().results().alarmShades().bands().front();
    EXPECT_NEAR(shade.left(), x(5min), 2.0);
    EXPECT_NEAR(shade.right(), x(5min + 59s), 2.0);
    ASSERT_EQ(chart().results().windowRows().series().size(), 1U);
    const QRectF band = chart().results().windowRows().series().front().bands.at(5);
    EXPECT_NEAR(band.left(), x(5min), 2.0);
    EXPECT_NEAR(band.top(), chart().mapping().y(fromCelsius(90.0, chart().unit())), 2.0);
}

TEST_F(ResultsTest, TellsOfAnAlarmUntilItIsAcknowledgedByKey) {
    replay();
    EXPECT_EQ(find<QPushButton>("statusAlarms").text(), QStringLiteral("▲ 1 alarm"));
    EXPECT_TRUE(find<QPushButton>("statusAlarms").isVisible());
    click("statusAlarms");
    EXPECT_EQ(window().lists().current(), &window().alarms());
    auto& list = find<ResultTable>("alarmList");
    list.setFocus();
    list.selectRow(0);
    press(Qt::Key_A);
    EXPECT_TRUE(waitFor([this] { return session().status().alarms.unacknowledged == 0; }));
    EXPECT_TRUE(waitFor([this] { return !find<QPushButton>("statusAlarms").isVisible(); }));
    EXPECT_EQ(window().alarms().model()->index(0, 0).data().toString(), QStringLiteral("▲ Alarm, cleared"));
}

TEST_F(ResultsTest, AcknowledgesAllByKeyFromAnywhere) {
    replay();
    EXPECT_TRUE(window().actions().acknowledgeAlarms->isEnabled());
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(waitFor([this] { return !window().actions().acknowledgeAlarms->isEnabled(); }));
}

TEST_F(ResultsTest, ShowsTheTimeOfAnAlarmOnTheChart) {
    replay();
    chart().refresh(); // it shows nothing later than what its last frame knew
    find<ResultTable>("alarmList").setCurrentIndex(window().alarms().model()->index(0, 0));
    Q_EMIT find<ResultTable>("alarmList").doubleClicked(window().alarms().model()->index(0, 0));
    const auto [first, last] = chart().visibleRange();
    EXPECT_LE(first, begin + 5min);
    EXPECT_GE(first, begin + 3min);
    EXPECT_GE(last, begin + 5min + 59s);
    EXPECT_LE(last, begin + 8min);
}

TEST_F(ResultsTest, SavesWhatTheCoreWrites) {
    replay();
    ASSERT_TRUE(saveWindowsCsv(path("core-windows.csv"), session().results().windows));
    ASSERT_TRUE(saveAlarmsCsv(path("core-alarms.csv"), session().results().alarms));
    press(Qt::Key_L, Qt::ControlModifier);
    answerFileDialog(path("alarms.csv"));
    click("saveAlarmsButton");
    EXPECT_TRUE(reachBanner(QStringLiteral("1 rows were saved")));
    EXPECT_EQ(contentOf(path("alarms.csv")), contentOf(path("core-alarms.csv")));
    window().lists().showPage(&window().windows());
    EXPECT_EQ(window().windows().model()->rowCount(), 20);
    answerFileDialog(path("windows.csv"));
    click("saveWindowsButton");
    EXPECT_TRUE(reachBanner(QStringLiteral("20 rows were saved")));
    EXPECT_EQ(contentOf(path("windows.csv")), contentOf(path("core-windows.csv")));
    EXPECT_GT(contentOf(path("windows.csv")).size(), 500);
}

TEST_F(ResultsTest, SavesTheSameResultsToTheOtherFileAfterAFailure) {
    replay();
    program().results().files().saveWindowsTo(path("no/such/windows.csv"));
    ASSERT_TRUE(reachBanner(QStringLiteral("Could not save")));
    ASSERT_TRUE(session().begin(*SourceUri::parse(QStringLiteral("sim:normal?rate=1"))));
    ASSERT_TRUE(reachBanner(QStringLiteral("Could not save")));
    answerFileDialog(path("windows"));
    clickBanner("chooseAnotherFile");
    EXPECT_TRUE(reachBanner(QStringLiteral("20 rows were saved")));
    EXPECT_TRUE(contentOf(path("windows.csv")).count('\n') > 20);
}

/// The recording of a machine that failed twice, and the example made for it.
TEST_F(ResultsTest, TellsWhereTheMachineOfTheExampleFailed) {
    startWithoutStream();
    const auto example =
        loadDefinition(QStringLiteral(RILLSCOPE_SOURCE_DIR "/resources/pipelines/machine.toml"));
    ASSERT_TRUE(example);
    session().setDefinition(example->definition);
    ASSERT_TRUE(session().begin(
        replayOf(QStringLiteral(RILLSCOPE_SOURCE_DIR "/tests/data/machine_temperature.csv"))));
    session().setSpeed(PlaybackSpeed::maximum());
    chart().followAll();
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    const StreamStatus status = session().status();
    EXPECT_EQ(status.account.recorded, 22'695);
    EXPECT_EQ(status.account.marks[QualityFlag::Late], 10);
    EXPECT_EQ(status.windows.lateDropped, 10);
    const WindowResults windows = session().results().windows;
    const WindowSeries* tenMinutes = windows.find(QStringLiteral("ten minutes"), QStringLiteral("value"));
    ASSERT_TRUE(tenMinutes);
    EXPECT_EQ(tenMinutes->size(), 11'342);
    QStringList failures;
    const AlarmTable alarms = session().results().alarms;
    for (const AlarmOccurrence& alarm : alarms.occurrences()) {
        if (alarm.severity == Severity::Alarm)
            failures.append(QString::fromStdString(formatRfc3339(alarm.first)).left(10));
    }
    EXPECT_EQ(failures, (QStringList{QStringLiteral("2013-12-16"), QStringLiteral("2014-02-08")}));
    EXPECT_TRUE(waitFor([this] {
        const auto marks = chart().marks().marks();
        return std::any_of(marks.begin(), marks.end(),
                           [](const SampleMarksItem::Mark& mark) { return mark.kind == QualityFlag::Late; });
    })) << "the hour that is there twice";
}

TEST_F(ResultsTest, CountsResultsInTheAccount) {
    replay();
    EXPECT_EQ(text("accountWindows"), QStringLiteral("20"));
    EXPECT_EQ(text("accountAlarms"), QStringLiteral("1"));
}

TEST_F(ResultsTest, HidesTheWindowsOfAStepThatIsGone) {
    replay();
    PipelineDefinition other = definition();
    other.steps.removeFirst();
    session().setDefinition(other);
    chart().refresh();
    EXPECT_TRUE(chart().results().windowRows().series().empty());
}

TEST_F(ResultsTest, BeginsAnotherSessionWithoutResults) {
    replay();
    int times = 0;
    // The session that begins raises the same alarm, perhaps before the key is back.
    QObject::connect(&session(), &Session::replaced, &window(), [&] {
        ++times;
        EXPECT_EQ(window().alarms().model()->rowCount(), 0);
        EXPECT_FALSE(find<QPushButton>("statusAlarms").isVisible());
        EXPECT_EQ(tabText(1), QStringLiteral("Alarms"));
    });
    press(Qt::Key_N, Qt::ControlModifier);
    EXPECT_TRUE(waitFor([&] { return times > 0; })) << "the recording is opened behind the window";
    EXPECT_EQ(times, 1);
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
}

TEST_F(ResultsTest, CountsActiveAlarmsOnTheTab) {
    start(QStringLiteral("sim:normal?mean=95&sd=1&rate=200&seed=1"));
    session().setDefinition(definition());
    EXPECT_TRUE(waitFor([this] { return tabText(1) == QStringLiteral("Alarms (1 active)"); }));
}

TEST_F(ResultsTest, RunsACommandForEachAlarm) {
    GuiOptions options = this->options();
    const auto uri = SourceUri::parse(QStringLiteral("sim:normal?mean=95&sd=1&rate=200&seed=1"));
    ASSERT_TRUE(uri);
    options.source = *uri;
    // Only the shell takes the alarm as arguments; touch would make files of them.
    options.onAlarm = QStringLiteral("/bin/sh -c \"touch %1\"").arg(path("raised"));
    start(options);
    session().setDefinition(definition());
    EXPECT_TRUE(waitFor([this] { return QFile::exists(path("raised")); }));
}

TEST_F(ResultsTest, RemembersWhetherTheDesktopTells) {
    startWithoutStream();
    EXPECT_FALSE(program().results().notifier().isEnabled());
    press(Qt::Key_L, Qt::ControlModifier);
    find<QCheckBox>("notifyOfAlarmsBox").click();
    EXPECT_TRUE(program().results().notifier().isEnabled());
    quit();
    start();
    EXPECT_TRUE(program().results().notifier().isEnabled());
}

TEST(DesktopNotifierTest, TellsTheFirstAtOnceAndTheRestTogether) {
    QStringList titles;
    DesktopNotifier notifier([&](const QString& title, const QString&, Severity) { titles.append(title); });
    AlarmOccurrence alarm;
    alarm.step = QStringLiteral("hot");
    alarm.severity = Severity::Warning;
    notifier.tell({alarm});
    EXPECT_TRUE(titles.isEmpty()) << "off until it is switched on";
    notifier.setEnabled(true);
    notifier.tell({alarm});
    EXPECT_EQ(titles, QStringList{QStringLiteral("Warning: hot")});
    notifier.tell({alarm, alarm});
    notifier.tell({alarm});
    EXPECT_EQ(titles.size(), 1);
    notifier.tellWaiting();
    EXPECT_EQ(titles.constLast(), QStringLiteral("3 alarms"));
    notifier.tellWaiting();
    EXPECT_EQ(titles.size(), 2);
}

TEST(DesktopNotifierTest, TellsTheTimeInTheZoneOfTheWindow) {
    QString text;
    DesktopNotifier notifier([&](const QString&, const QString& told, Severity) { text = told; });
    notifier.setEnabled(true);
    AlarmOccurrence alarm;
    alarm.channel = QStringLiteral("oven");
    alarm.first = fromNanoseconds(1'769'868'261'337'000'000); // 14:04 UTC
    notifier.setTimeZone(QTimeZone(5'400));
    notifier.tell({alarm});
    EXPECT_TRUE(text.startsWith(QStringLiteral("oven, since 2026-01-31 15:34:21.337 ")))
        << text.toStdString();
}

/// The list and the notification, both as a person has chosen.
TEST_F(ResultsTest, TellsTheDesktopTheTimeOfTheList) {
    qputenv("TZ", "Asia/Tokyo");
    startWithoutStream();
    EXPECT_EQ(program().results().notifier().timeZone(), chart().timeZone());
    EXPECT_NE(chart().timeZone(), QTimeZone::utc());
    press(Qt::Key_U, Qt::ControlModifier);
    EXPECT_EQ(chart().timeZone(), QTimeZone::utc());
    EXPECT_EQ(program().results().notifier().timeZone(), QTimeZone::utc());
    qunsetenv("TZ");
}

TEST(GuiOptionsTest, WantsACommandThatIsThere) {
    const auto parse = [](const QStringList& options) {
        return GuiOptions::parse(QStringList{QStringLiteral("rillscope")} + options, test::sources());
    };
    EXPECT_EQ(parse({QStringLiteral("--on-alarm"), QStringLiteral("/bin/true x")})->onAlarm,
              QStringLiteral("/bin/true x"));
    EXPECT_FALSE(parse({QStringLiteral("--on-alarm"), QStringLiteral("/nowhere/program")}));
    EXPECT_FALSE(parse({QStringLiteral("--on-alarm"), QString()}));
    EXPECT_FALSE(parse({QStringLiteral("--on-alarm"), QStringLiteral("/bin/true"), QStringLiteral("--render"),
                        QStringLiteral("a.png")}));
}

} // namespace
} // namespace rillscope::test
