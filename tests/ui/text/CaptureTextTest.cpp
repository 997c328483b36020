// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/CaptureText.h"
#include "core/base/Message.h"

#include "ui/panels/CaptureBar.h"
#include "ui/panels/StatusLine.h"
#include "ui/widgets/JobProgress.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

const NumberFormat format{QLocale(QLocale::English)};

CaptureStatus recording(qint64 durable, qint64 free) {
    CaptureStatus status;
    status.state = CaptureStatus::State::Recording;
    status.path = QStringLiteral("/data/<b>captures</b>/a.rill");
    status.account.durable.samples = durable;
    status.free = free;
    return status;
}

std::string line(const CaptureStatus& status) {
    const CaptureLine line = captureLine(status, format);
    return QStringLiteral("%1 [%2]").arg(line.text, line.state).toStdString();
}

TEST(CaptureTextTest, SaysHowMuchIsSafeAndHowMuchSpaceIsLeft) {
    EXPECT_EQ(line({}), "○ Not recording []");
    EXPECT_EQ(line(recording(41'230, 12'000'000'000)), "● Recorded 41,230 · 12.0 GB free [ok]");
    EXPECT_EQ(line(recording(41'230, -1)), "● Recorded 41,230 [ok]");
    EXPECT_EQ(line(recording(41'230, 900'000'000)), "◆ Recorded 41,230 · 900.0 MB free [warning]");
    CaptureStatus status = recording(41'230, -1);
    status.account.missed.samples = 7;
    EXPECT_EQ(line(status), "◆ Recorded 41,230, 7 missed [warning]");
    status.state = CaptureStatus::State::Failing;
    EXPECT_EQ(line(status), "▲ Not recorded: 7 missed [alarm]");
    status.isStalled = true;
    status.account.waiting.samples = 1'234;
    EXPECT_EQ(line(status), "▲ Disk too slow: 1,234 waiting [alarm]");
    status.isStalled = false;
    status.state = CaptureStatus::State::Closed;
    EXPECT_EQ(line(status), "◆ Recorded 41,230, 7 missed [warning]");
    status.account.missed.samples = 0;
    status.account.missed.windows = 2;
    status.account.missedAlarms = 3;
    EXPECT_EQ(line(status), "◆ Recorded 41,230, 5 results missed [warning]");
    status.account.missed.windows = 0;
    status.account.missedAlarms = 0;
    EXPECT_EQ(line(status), "✓ Recorded 41,230 []");
}

TEST(CaptureTextTest, SaysHowFarTheDiskIsBehind) {
    CaptureStatus status = recording(41'230, 12'000'000'000);
    status.lag = 240ms;
    EXPECT_EQ(line(status), "● Recorded 41,230 · 12.0 GB free [ok]") << "as promised";
    EXPECT_TRUE(captureLine(status, format).toolTip.contains(QStringLiteral("not on disk: 0.2 s ago")))
        << captureLine(status, format).toolTip.toStdString();
    status.lag = 2'600ms;
    EXPECT_EQ(line(status), "◆ Recorded 41,230 · disk 2.6 s behind · 12.0 GB free [warning]");
}

TEST(CaptureTextTest, TellsAllInTheToolTipAndTakesNoMarkupFromOutside) {
    CaptureStatus status = recording(1'000, 5'000'000'000);
    status.account.durable.derived = 2'000;
    status.account.waiting.samples = 30;
    status.bytes = 12'345'678;
    status.files = 2;
    status.error =
        Error{ErrorCode::StorageFull, status.path, Message::verbatim(QStringLiteral("<i>full</i>"))};
    const QString tip = captureLine(status, format).toolTip;
    for (const char* part : {"1,000", "2,000", "30", "12.3 MB", "file 2", "&lt;b&gt;", "&lt;i&gt;full"})
        EXPECT_TRUE(tip.contains(QString::fromUtf8(part))) << part << " in " << tip.toStdString();
    EXPECT_FALSE(tip.contains(QStringLiteral("<b>")));
}

TEST(CaptureTextTest, SaysHowMuchIsInNoFile) {
    CaptureStatus status = recording(100, -1);
    EXPECT_EQ(captureLossText(status, format), QString());
    status.account.missed = {.samples = 1'234, .windows = 2, .events = 3};
    status.account.missedAlarms = 1;
    EXPECT_EQ(captureLossText(status, format).toStdString(),
              "1,234 samples are in no file. 6 results (windows, alarms, events) are in no file.");
}

TEST(CaptureTextTest, SaysWhatWasRecovered) {
    RecoveryReport report;
    report.outcome = RecoveryReport::Outcome::Recovered;
    report.samples = 41'230;
    report.arrivals = {Timestamp(0s), Timestamp(3h + 12min)};
    EXPECT_EQ(recoveryText({report}, format).toStdString(),
              "Recovered 3 h 12 min, 41,230 samples; at most 250 ms before the crash are missing.");
    EXPECT_EQ(recoverySeverity({report}), Severity::Notice);
    RecoveryReport damaged;
    damaged.outcome = RecoveryReport::Outcome::Salvaged;
    damaged.damagedPath = QStringLiteral("/x/a.rill.damaged");
    damaged.fault = Message::verbatim(QStringLiteral("page 7 is torn"));
    damaged.samples = 10;
    const QString text = recoveryText({damaged}, format);
    EXPECT_TRUE(text.contains(QStringLiteral("page 7 is torn"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("a.rill.damaged; 10 samples"))) << text.toStdString();
    EXPECT_EQ(recoverySeverity({damaged}), Severity::Warning);
    const QString both = recoveryText({report, report, damaged}, format);
    EXPECT_TRUE(both.contains(QStringLiteral("Recovered 2 recordings, 82,460 samples")))
        << both.toStdString();
    EXPECT_TRUE(both.contains(QStringLiteral("set aside: 1; 10 samples"))) << both.toStdString();
    damaged.outcome = RecoveryReport::Outcome::Lost;
    EXPECT_TRUE(recoveryText({damaged}, format).contains(QStringLiteral("nothing in it can be read")));
    report.samples = 0;
    EXPECT_TRUE(recoveryText({report}, format).contains(QStringLiteral("before its first sample")));
}

TEST(CaptureTextTest, NamesACaptureByItsStart) {
    const QDateTime start(QDate(QDate::currentDate().year(), 11, 22), QTime(13, 40, 5), Qt::UTC);
    const Timestamp time = fromNanoseconds(start.toMSecsSinceEpoch() * 1'000'000);
    EXPECT_EQ(captureTitle(time, QTimeZone::utc()).toStdString(), "Recording of 22 Nov 13:40");
    EXPECT_EQ(captureTitle(Timestamp(0s), QTimeZone::utc()).toStdString(), "Recording of 1 Jan 1970 00:00");
    EXPECT_EQ(captureTitle(std::nullopt, QTimeZone::utc()).toStdString(), "Recording");
    for (const Timestamp end : {Timestamp::min(), Timestamp::max()})
        EXPECT_FALSE(captureTitle(end, QTimeZone::utc()).isEmpty());
}

TEST(CaptureTextTest, GuessesWhatIsLeftOnlyWhenThereIsSomethingToGoBy) {
    EXPECT_EQ(timeLeft(500ms, 500, 1'000), std::nullopt);
    EXPECT_EQ(timeLeft(10s, 0, 1'000), std::nullopt);
    EXPECT_EQ(timeLeft(10s, 1'000, 1'000), std::nullopt);
    EXPECT_EQ(timeLeft(10s, 250, 1'000), Duration(30s));
    EXPECT_TRUE(timeLeft(Duration::max(), 1, std::numeric_limits<int>::max()));
}

TEST(CaptureTextTest, StandsInTheStatusLineAndLeadsToTheCaptures) {
    StatusLine statusLine;
    statusLine.resize(1'000, 30);
    statusLine.show();
    auto* capture = statusLine.findChild<QPushButton*>(QStringLiteral("statusCapture"));
    EXPECT_FALSE(capture->isVisible());
    statusLine.setCapture(captureLine(recording(5, -1), format));
    EXPECT_TRUE(capture->isVisible());
    EXPECT_EQ(capture->text(), QStringLiteral("● Recorded 5"));
    int clicks = 0;
    QObject::connect(&statusLine, &StatusLine::captureClicked, &statusLine, [&clicks] { ++clicks; });
    capture->click();
    EXPECT_EQ(clicks, 1);
}

TEST(CaptureTextTest, ShowsTheOpenedCaptureAsPlainText) {
    CaptureBar bar;
    bar.resize(900, 40);
    EXPECT_FALSE(bar.isVisible());
    bar.showCapture(QStringLiteral("Recording of <b>now</b>"), QStringLiteral("3 samples"),
                    QStringLiteral("/a/<i>.rill"));
    auto* title = bar.findChild<QLabel*>(QStringLiteral("captureBarTitle"));
    EXPECT_EQ(title->textFormat(), Qt::PlainText);
    bar.setLiveNote(QStringLiteral("live"));
    EXPECT_EQ(bar.findChild<QLabel*>(QStringLiteral("captureBarText"))->text(),
              QStringLiteral("3 samples · live"));
    int replays = 0;
    QObject::connect(&bar, &CaptureBar::replayRequested, &bar, [&replays] { ++replays; });
    bar.findChild<QPushButton*>(QStringLiteral("captureBarReplay"))->click();
    EXPECT_EQ(replays, 1);
    bar.showLive();
    EXPECT_FALSE(bar.isVisible());
}

} // namespace
} // namespace rillscope
