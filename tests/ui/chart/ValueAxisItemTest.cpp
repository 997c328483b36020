// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/chart/ChartFixture.h"

#include <QFontMetricsF>

#include <bit>
#include <random>
#include <vector>

namespace rillscope::test {
namespace {

class ValueAxisItemTest : public ChartFixture {
protected:
    void showValues(const std::vector<double>& values) {
        history = std::make_shared<SampleHistory>();
        history->addChannel({QStringLiteral("x"), Unit::None});
        for (std::size_t i = 0; i < values.size(); ++i)
            append(std::chrono::seconds(i), values[i]);
        view.setHistory(history);
        view.followAll();
        view.refresh();
    }
    void showValues(double low, double high) { showValues({low, high}); }

    double widestLabel() const {
        const QFontMetricsF metrics(view.valueAxis().font());
        double widest = 0.0;
        for (const ValueTick& tick : view.valueAxis().ticks())
            widest = std::max(widest, metrics.horizontalAdvance(tick.label));
        return widest;
    }
};

TEST_F(ValueAxisItemTest, GivesTheWidestLabelItsRoomWhateverTheValues) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int i = 0; i < 300; ++i) {
        const double a = std::bit_cast<double>(random());
        const double b = i % 2 == 0 ? std::bit_cast<double>(random()) : a * (1.0 + 1e-9);
        if (!std::isfinite(a) || !std::isfinite(b))
            continue;
        showValues(std::min(a, b), std::max(a, b));
        constexpr double titleAndGaps = 30.0;
        ASSERT_GE(view.plotArea().left(), widestLabel() + titleAndGaps) << a << ", " << b;
        ASSERT_EQ(view.plotArea().left(), view.valueAxis().width());
    }
}

TEST_F(ValueAxisItemTest, KeepsThePlotInItsPlaceWhileTheLabelsAreAboutAsWide) {
    showValues(-5e-3, 5e-3);
    const double usual = view.plotArea().left();
    for (const double high : {9.0, 99.0, 999.0, 0.2, 0.01}) {
        showValues(-high, high);
        EXPECT_EQ(view.plotArea().left(), usual) << high;
    }
    showValues(1.1e9, 1.1e9 + 1e-3);
    const double wide = view.plotArea().left();
    EXPECT_GT(wide, usual);
    showValues(1.1e9, 1.1e9 + 1e-2);
    EXPECT_EQ(view.plotArea().left(), wide) << "one digit less";
    showValues(0.0, 100.0);
    EXPECT_LE(view.plotArea().left(), usual) << "clearly less";
}

TEST_F(ValueAxisItemTest, ShowsASineOfMillivoltsAsASine) {
    std::vector<double> sine;
    for (int i = 0; i < 200; ++i)
        sine.push_back(0.005 * std::sin(i / 9.0));
    showValues(sine);
    const QImage picture = view.grab().toImage();
    QRect line;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = static_cast<int>(view.plotArea().left()); x < view.plotArea().right(); ++x) {
            if (picture.pixelColor(x, y) == QColor(Qt::red) && view.plotArea().contains(x, y))
                line |= QRect(x, y, 1, 1);
        }
    }
    EXPECT_GT(line.height(), 0.5 * view.plotArea().height());
}

} // namespace
} // namespace rillscope::test
