// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/chart/ChartFixture.h"

namespace rillscope::test {
namespace {

class LegendItemTest : public ChartFixture {
protected:
    void addChannels(int count) {
        for (int channel = history->channelCount(); channel < count; ++channel)
            history->addChannel({QStringLiteral("sensor-%1").arg(channel + 1), Unit::Celsius});
        fill(1);
    }

    int entries() const {
        int count = 0;
        while (!view.legend().entryArea(count).isNull())
            ++count;
        return count;
    }
};

TEST_F(LegendItemTest, StaysBesideTheTitleWhileAllFindRoom) {
    const double top = view.plotArea().top();
    addChannels(3);
    EXPECT_EQ(entries(), 3);
    EXPECT_EQ(view.plotArea().top(), top);
}

TEST_F(LegendItemTest, GivesSixteenChannelsRowsOfTheirOwn) {
    addChannels(16);
    EXPECT_EQ(entries(), 16);
    for (int channel = 0; channel < 16; ++channel) {
        const QRectF area = view.legend().entryArea(channel);
        EXPECT_LE(area.bottom(), view.plotArea().top()) << channel;
        EXPECT_LE(area.right(), view.width()) << channel;
        EXPECT_EQ(view.legend().channelAt(area.center()), channel);
    }
}

TEST_F(LegendItemTest, CountsWhatFindsNoRoomAndAsksForTheList) {
    addChannels(16);
    view.resize(400, 260);
    view.refresh();
    EXPECT_GT(entries(), 1);
    EXPECT_LT(entries(), 16);
    EXPECT_GT(view.plotArea().height(), 100.0);
    int asked = 0;
    QObject::connect(&view, &LiveChartView::channelListRequested, &view, [&asked] { ++asked; });
    const QPoint more = view.legend().moreArea().center().toPoint();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, more);
    EXPECT_EQ(asked, 1);
}

TEST_F(LegendItemTest, FitsEveryNumberOfChannelsIntoEverySize) {
    addChannels(256);
    for (const QSize size : {QSize(260, 180), QSize(1, 1), QSize(2'000, 1'200), QSize(3'000, 60)}) {
        view.resize(size);
        view.refresh();
        EXPECT_GE(entries(), 0);
        EXPECT_GT(view.plotArea().height(), 0.0);
    }
}

} // namespace
} // namespace rillscope::test
