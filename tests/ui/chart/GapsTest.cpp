// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/GapItem.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

constexpr QRectF area(100.0, 50.0, 600.0, 300.0);

/// A plot of the first ten minutes since the epoch, a second a pixel.
class GapsTest : public testing::Test {
protected:
    void append(Duration from, Duration to, double value = 20.0) {
        for (Duration time = from; time < to; time += 1s)
            history.append(Timestamp{time}, value, {});
    }

    QList<Gap> gaps() {
        const ColumnGrid grid{1s, 0, 600};
        return findGaps(history.query(grid), history,
                        {area, grid.begin(), grid.end(), 0.0, 40.0, Unit::None});
    }

    ChannelHistory history;
};

TEST_F(GapsTest, StretchFromTheLastSampleBeforeToTheFirstAfter) {
    append(0s, 100s);
    append(130s, 600s);
    ASSERT_EQ(gaps().size(), 1);
    EXPECT_DOUBLE_EQ(gaps().constFirst().left, 199.0);
    EXPECT_DOUBLE_EQ(gaps().constFirst().right, 230.0);
    EXPECT_EQ(gaps().constFirst().length, 31s);
}

TEST_F(GapsTest, EndAtTheEdgesOfThePlotAndKeepTheirWholeLength) {
    append(-100s, -50s);
    append(50s, 500s);
    append(700s, 710s);
    const QList<Gap> found = gaps();
    ASSERT_EQ(found.size(), 2);
    EXPECT_DOUBLE_EQ(found.at(0).left, area.left());
    EXPECT_EQ(found.at(0).length, 101s);
    EXPECT_DOUBLE_EQ(found.at(1).right, area.right());
    EXPECT_EQ(found.at(1).length, 201s);
}

TEST_F(GapsTest, AreNotMadeByValuesThatAreNotNumbers) {
    append(0s, 100s);
    append(100s, 200s, std::numeric_limits<double>::quiet_NaN());
    append(200s, 300s);
    EXPECT_TRUE(gaps().isEmpty());
}

TEST_F(GapsTest, AreShownOnlyWhenWideEnoughToBeSeen) {
    for (int i = 0; i < 1'000; ++i)
        history.append(Timestamp{100ms * (i < 500 ? i : i + 30)}, 20.0, {});
    EXPECT_TRUE(gaps().isEmpty());
}

TEST_F(GapsTest, AreTheLongestWhenThereAreVeryMany) {
    Duration time = 0s;
    for (int i = 0; i < 80; ++i) {
        for (int sample = 0; sample < 20; ++sample)
            history.append(Timestamp{time += 10ms}, 20.0, {});
        time += i % 2 == 0 ? 6'500ms : 7'000ms;
    }
    const QList<Gap> found = gaps();
    ASSERT_EQ(found.size(), mostGaps);
    for (qsizetype i = 1; i < found.size(); ++i)
        EXPECT_LT(found.at(i - 1).left, found.at(i).left);
    EXPECT_GE(std::count_if(found.begin(), found.end(), [](const Gap& gap) { return gap.length > 6'900ms; }),
              38);
}

/// What a GapItem writes on these gaps.
QStringList labelsOf(const QList<Gap>& gaps) {
    GapItem item(nullptr);
    item.setGaps(gaps, area);
    return item.labels();
}

TEST(GapItemTest, JoinsTheGapsThatChannelsShareAndNamesTheOthers) {
    const auto a = QStringLiteral("a");
    EXPECT_EQ(
        labelsOf({{150.0, 350.0, 12s, a}, {400.0, 690.0, 90s, a}, {150.5, 350.5, 12s, QStringLiteral("b")}}),
        (QStringList{QStringLiteral("a: gap 1 min 30 s"), QStringLiteral("gap 12.0 s")}));
}

TEST(GapItemTest, LabelsTheLongestWhereThereIsNoRoomForAll) {
    const QStringList labels =
        labelsOf({{150.0, 158.0, 3s, {}}, {165.0, 185.0, 12s, {}}, {400.0, 500.0, 4s, {}}});
    EXPECT_EQ(labels, QStringList{QStringLiteral("gap 4.0 s")}) << "none over the band of another";
    EXPECT_EQ(labelsOf({{150.0, 170.0, 3s, {}}, {210.0, 230.0, 12s, {}}}),
              QStringList{QStringLiteral("gap 12.0 s")});
}

} // namespace
} // namespace rillscope
