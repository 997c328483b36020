// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/StatusLine.h"
#include "tests/ui/CutTexts.h"
#include "tests/ui/panels/EnglishFigures.h"
#include "ui/text/CaptureText.h"

#include <random>

namespace rillscope {
namespace {

constexpr qint64 huge = 1'234'567'890'123;

class StatusLineTest : public test::EnglishFigures {
protected:
    StatusLineTest() : m_line(&m_window) {
        m_line.resize(1'000, 30);
        m_window.show();
    }

    bool shows(const char* objectName) const {
        return m_line.findChild<QLabel*>(QString::fromLatin1(objectName))->isVisible();
    }

    std::string colorOf(const char* objectName) const {
        return m_line.findChild<QWidget*>(QString::fromLatin1(objectName))
            ->property("state")
            .toString()
            .toStdString();
    }

    QWidget m_window;
    StatusLine m_line;
};

} // namespace

TEST_F(StatusLineTest, TellsEachStateByShapeWordAndColour) {
    m_line.setStatus({.state = {StreamState::Live}});
    EXPECT_EQ(textOf(m_line, "statusState"), "● Live");
    EXPECT_EQ(colorOf("statusState"), "ok");
    m_line.setStatus({.state = {StreamState::Paused, std::chrono::seconds(2)}});
    EXPECT_EQ(textOf(m_line, "statusState"), "‖ Paused");
    EXPECT_EQ(colorOf("statusState"), "info");
    m_line.setStatus({.state = {StreamState::Stopped}});
    EXPECT_EQ(textOf(m_line, "statusState"), "■ Stopped");
    m_line.setStatus({.state = {StreamState::Finished}});
    EXPECT_EQ(textOf(m_line, "statusState"), "✓ Finished");
    EXPECT_EQ(colorOf("statusState"), "ok");
    m_line.setStatus({.state = {StreamState::Failed}});
    EXPECT_EQ(textOf(m_line, "statusState"), "▲ Failed");
    EXPECT_EQ(colorOf("statusState"), "alarm");
}

TEST_F(StatusLineTest, SaysWhatTheSourceIsDoingWhenItGivesNothing) {
    m_line.setStatus({.state = {.state = StreamState::Silent, .silence = std::chrono::milliseconds(35'900)}});
    EXPECT_EQ(textOf(m_line, "statusState"), "◆ Silent for 35.0 s");
    EXPECT_EQ(colorOf("statusState"), "warning");
    m_line.setStatus({.state = {.state = StreamState::Connecting}});
    EXPECT_EQ(textOf(m_line, "statusState"), "◆ Connecting");
    EXPECT_EQ(colorOf("statusState"), "warning");
    m_line.setStatus({.state = {.state = StreamState::Waiting}});
    EXPECT_EQ(textOf(m_line, "statusState"), "○ Waiting for data");
    EXPECT_EQ(colorOf("statusState"), "info");
    m_line.setStatus({.state = {.state = StreamState::Refused}});
    EXPECT_EQ(textOf(m_line, "statusState"), "▲ Refused");
    EXPECT_EQ(colorOf("statusState"), "alarm");
}

TEST_F(StatusLineTest, IsNotGreenWhileTheStreamIsBehind) {
    m_line.setCapture({QStringLiteral("● Recording"), {}, QStringLiteral("ok")});
    m_line.setStatus({{StreamState::Behind, std::chrono::minutes(5), 16e6}, 312'345.0, 90'000'000});
    EXPECT_EQ(textOf(m_line, "statusState"), "◆ Behind 5 min");
    EXPECT_EQ(textOf(m_line, "statusRate"), "0.312 of 16 M");
    EXPECT_EQ(colorOf("statusState"), "warning");
    EXPECT_EQ(colorOf("statusCapture"), "info");
    m_line.setStatus({{StreamState::Live}, 312'345.0});
    EXPECT_EQ(colorOf("statusCapture"), "ok");
    EXPECT_EQ(textOf(m_line, "statusRate"), "312,345");
}

TEST_F(StatusLineTest, IsNotGreenWhenSomethingIsLacking) {
    ShownState state{.state = StreamState::Finished};
    EXPECT_EQ(lackingText(state, NumberFormat()), QString());
    state.unreadable = 12;
    m_line.setStatus({.state = state});
    EXPECT_EQ(textOf(m_line, "statusState"), "◆ Finished, 12 unreadable");
    EXPECT_EQ(colorOf("statusState"), "warning");
    state.unreadable = 0;
    state.dropped = 1'500;
    state.missed = 3;
    m_line.setStatus({.state = state});
    EXPECT_EQ(textOf(m_line, "statusState"), "◆ Finished");
    EXPECT_EQ(colorOf("statusState"), "warning");
    EXPECT_EQ(lackingText(state, NumberFormat()), QStringLiteral("1,500 dropped, 3 in no file"));
    state = {.state = StreamState::Finished, .lost = 2};
    EXPECT_EQ(stateColor(state), QStringLiteral("warning"));
    EXPECT_EQ(lackingText(state, NumberFormat()), QStringLiteral("2 lost at the source"));
    state = {.state = StreamState::Finished, .unknownLosses = 1};
    EXPECT_TRUE(state.isIncomplete());
    EXPECT_EQ(lackingText(state, NumberFormat()), QStringLiteral("1 loss of unknown size"));
    state.unknownLosses = 2;
    EXPECT_EQ(lackingText(state, NumberFormat()), QStringLiteral("2 losses of unknown size"));
    state = {.state = StreamState::Finished, .rowsLeftOut = 1};
    EXPECT_EQ(stateColor(state), QStringLiteral("warning"));
    EXPECT_EQ(lackingText(state, NumberFormat()), QStringLiteral("1 row left out"));
    state.rowsLeftOut = 3;
    EXPECT_EQ(lackingText(state, NumberFormat()), QStringLiteral("3 rows left out"));
}

TEST_F(StatusLineTest, ShowsTheKeyFigures) {
    m_line.setStatus({{StreamState::Live}, 3.31, 41'230, 41'229, 0, 12'400'000, 59.94});
    EXPECT_EQ(textOf(m_line, "statusRate"), "3.3");
    EXPECT_EQ(textOf(m_line, "statusReceived"), "41,230");
    EXPECT_EQ(textOf(m_line, "statusRecorded"), "41,229");
    EXPECT_EQ(textOf(m_line, "statusDropped"), "0");
    EXPECT_EQ(textOf(m_line, "statusHistory"), "12.4 MB");
    EXPECT_EQ(textOf(m_line, "statusFrames"), "59.9");
    EXPECT_TRUE(shows("statusFrames"));
    m_line.setStatus({{StreamState::Live}, 3.31, 41'230, 41'229, 5, 12'400'000, {}});
    EXPECT_FALSE(shows("statusFrames"));
    EXPECT_EQ(textOf(m_line, "statusDropped"), "◆ 5");
}

TEST_F(StatusLineTest, SaysFromWhenOnTheHistoryIsComplete) {
    m_line.setStatus(
        {.historyBytes = 12'400'000, .fullResolutionFrom = QStringLiteral("2 Dec 2013 21:15:00")});
    EXPECT_EQ(textOf(m_line, "statusHistory"), "12.4 MB, complete from 2 Dec 2013 21:15:00");
    m_line.setStatus({.historyBytes = 12'400'000});
    EXPECT_EQ(textOf(m_line, "statusHistory"), "12.4 MB");
}

TEST_F(StatusLineTest, ShowsAllEvenHugeFiguresInTheSmallestWindow) {
    m_line.resize(1'000, 30);
    m_line.setStatus({{StreamState::Finished}, 1e6, huge, huge, huge, huge, 120.0});
    for (const char* name :
         {"statusRate", "statusReceived", "statusRecorded", "statusDropped", "statusHistory", "statusFrames"})
        EXPECT_TRUE(shows(name)) << name;
}

TEST_F(StatusLineTest, LeavesOutTheLeastImportantFiguresFirst) {
    m_line.setStatus({{StreamState::Live}, 3.3, huge, huge, 0, huge, 60.0});
    m_line.resize(330, 30);
    EXPECT_TRUE(shows("statusRate"));
    EXPECT_TRUE(shows("statusDropped"));
    EXPECT_FALSE(shows("statusFrames"));
    EXPECT_FALSE(shows("statusHistory"));
    EXPECT_LT(m_line.minimumSizeHint().width(), 200);
    m_line.resize(1'000, 30);
    EXPECT_TRUE(shows("statusHistory"));
    EXPECT_TRUE(shows("statusFrames"));
}

/// Whatever it has to say, in the order in which things happen to a stream that is too much for the machine.
TEST_F(StatusLineTest, ShowsWholeWhatItShowsWhateverChanges) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const auto below = [&random](int end) { return std::uniform_int_distribution(0, end - 1)(random); };
    for (int round = 0; round < 300; ++round) {
        SCOPED_TRACE(round);
        const bool isBehind = below(2) == 0;
        ShownState state{isBehind ? StreamState::Behind : StreamState::Live};
        if (isBehind)
            state = {StreamState::Behind, std::chrono::seconds(below(500)), 2'000.0 * below(1'000)};
        const qint64 count = std::int64_t{1} << below(40);
        switch (below(4)) {
        case 0:
            m_line.setCapture(
                {QString(below(60), u'r'), {}, QString::fromLatin1(below(2) ? "ok" : "warning")});
            break;
        case 1:
            m_line.setAlarms(below(3), Severity::Alarm);
            break;
        case 2:
            m_line.resize(500 + below(700), 30);
            break;
        default:
            m_line.setStatus({state, 1.5 * below(10'000), count, count, below(3), count,
                              below(2) ? std::optional(60.0) : std::nullopt});
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        if (m_line.width() < m_line.minimumSizeHint().width())
            continue;
        for (const std::string& text : test::cutTexts(m_line))
            ADD_FAILURE() << text << " of " << m_line.width() << " px";
        if (HasFailure())
            return;
    }
}

} // namespace rillscope
