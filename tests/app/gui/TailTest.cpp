// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/gui/ApplicationTest.h"
#include "tests/core/source/tail/GrowingFile.h"
#include "tests/support/Sources.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/SourcePanel.h"
#include "ui/settings/SettingsStore.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace rillscope::test {
namespace {

/// Follows a file that grows, from the form in the window on.
class TailTest : public ApplicationTest {
protected:
    void startFromForm() {
        start(QStringLiteral("sim:normal?seed=1&rate=100"));
        window().sourcePanel().setSource(SourceUri(QStringLiteral("tail"), m_file.path()));
        auto* form = window().sourcePanel().findChild<QWidget*>(QStringLiteral("sourceForm_tail"));
        form->findChild<QPushButton*>(QStringLiteral("startSource"))->click();
        ASSERT_TRUE(waitFor([&] { return session().uri().path() == m_file.path(); }));
    }

    QList<double> values() const {
        QList<double> values;
        for (std::int64_t i = 0; history().channelCount() > 0 && i < history().channel(0).size(); ++i)
            values.append(history().channel(0).value(i));
        return values;
    }

    GrowingFile m_file;
};

TEST_F(TailTest, GoesOnInTheSameHistoryWhereItStopped) {
    m_file.append("time,oven\n1700000000,20\n1700000001,21\n");
    startFromForm();
    ASSERT_TRUE(waitForSamples(2));
    const auto before = session().history();
    click("startStopButton");
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    m_file.append("1700000002,22\n");
    click("startStopButton");
    ASSERT_TRUE(waitForSamples(3));
    m_file.rotate();
    m_file.append("time,oven\n1700000003,23\n");
    ASSERT_TRUE(waitForSamples(4));
    EXPECT_EQ(session().history(), before);
    EXPECT_EQ(values(), (QList<double>{20, 21, 22, 23})) << "no line was read twice, none left out";
    // The account of a stream that runs follows the history.
    ASSERT_TRUE(waitFor([&] { return session().status().account.recorded == 4; }));
    expectBalanced();
}

TEST_F(TailTest, IsRememberedLikeAnyFile) {
    m_file.append("1\n2\n");
    startFromForm();
    ASSERT_TRUE(waitForSamples(2));
    EXPECT_EQ(window().chart().timeWindow().mode(), TimeWindow::Mode::FollowingLast)
        << "it is live, not a recording that is shown whole";
    EXPECT_EQ(find<QComboBox>("sourceKind").currentText(), QStringLiteral("Growing text file"));
    quit();
    const Settings settings = SettingsStore(settingsPath()).load(sources());
    ASSERT_TRUE(settings.lastSource);
    EXPECT_EQ(settings.lastSource->path(), m_file.path());
    EXPECT_TRUE(settings.recentSources.contains(*settings.lastSource));
}

TEST_F(TailTest, SaysThatItsFileIsGoneAndKeepsWhatRuns) {
    m_file.append("1\n");
    start(QStringLiteral("sim:normal?seed=1&rate=100"));
    window().sourcePanel().setSource(SourceUri(QStringLiteral("tail"), m_file.path()));
    m_file.remove();
    auto* form = window().sourcePanel().findChild<QWidget*>(QStringLiteral("sourceForm_tail"));
    form->findChild<QPushButton*>(QStringLiteral("startSource"))->click();
    ASSERT_TRUE(waitFor([&] { return find<QComboBox>("sourceKind").currentIndex() == 0; }));
    EXPECT_TRUE(session().isActive());
}

} // namespace
} // namespace rillscope::test
