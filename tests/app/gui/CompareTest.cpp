// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/gui/ApplicationTest.h"
#include "tests/support/CaptureMaker.h"
#include "ui/chart/LiveChartView.h"

#include <QAbstractButton>
#include <QPushButton>

namespace rillscope::test {
namespace {

/// A capture beside the live stream, as a person asks for it.
class CompareTest : public ApplicationTest {
protected:
    void SetUp() override {
        CaptureToMake capture;
        capture.channels = {{QStringLiteral("oven")}};
        capture.samples = countingSamples(30'000);
        makeCapture(path("old.rill"), capture);
        start(QStringLiteral("sim:normal?interval=5ms..10ms"));
        ASSERT_TRUE(waitForSamples(10));
    }

    bool waitForReference() const {
        return waitFor(
            [this] { return history().channelCount() == 2 && history().channel(1).size() == 30'000; });
    }
};

TEST_F(CompareTest, ShowsItsChannelsFromTheStartOfTheSessionOn) {
    program().comparing().compareWith(path("old.rill"), CompareActions::Placing::AtSessionStart);
    ASSERT_TRUE(waitForReference());
    EXPECT_TRUE(reachBanner(QStringLiteral("beside the stream")));
    EXPECT_TRUE(history().info(1).name.startsWith(QStringLiteral("oven · ")));
    EXPECT_EQ(history().channel(1).eventTime(0), history().channel(0).eventTime(0));
    EXPECT_TRUE(waitFor([this] { return chart().channelCount() == 2; }));
    const std::int64_t size = history().channel(0).size();
    EXPECT_TRUE(waitFor([&] { return history().channel(0).size() > size; })) << "the stream goes on";
    EXPECT_EQ(account().derived, 0);
}

TEST_F(CompareTest, AsksForAFileAndItsPlaceInTime) {
    answerFileDialog(path("old.rill"));
    window().actions().compareWithCapture->trigger();
    QAbstractButton* button = nullptr;
    ASSERT_TRUE(waitFor([&] {
        button = window().findChild<QAbstractButton*>(QStringLiteral("compareAtItsOwnTimes"));
        return button != nullptr;
    }));
    button->click();
    ASSERT_TRUE(waitForReference());
    EXPECT_LT(history().channel(1).eventTime(0), history().channel(0).eventTime(0));
}

TEST_F(CompareTest, SaysWhyAFileCannotBeCompared) {
    program().comparing().compareWith(path("none.rill"), CompareActions::Placing::AtItsOwnTimes);
    EXPECT_TRUE(reachBanner(QStringLiteral("none.rill")));
    EXPECT_EQ(history().channelCount(), 1);
}

} // namespace
} // namespace rillscope::test
