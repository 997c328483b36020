// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/HistogramView.h"

#include "tests/ui/panels/EnglishFigures.h"

#include <QCoreApplication>
#include <QEvent>

#include <limits>

namespace rillscope {
namespace {

constexpr QColor background{255, 255, 255};
constexpr QColor bar{10, 20, 200};

class HistogramViewTest : public test::EnglishFigures {
protected:
    HistogramViewTest() {
        PanelColors colors;
        colors.bar = bar;
        colors.curve = Qt::red;
        m_view.setColors(colors);
        m_view.resize(200, m_view.sizeHint().height());
    }

    /// 68 to 78 in five bins.
    static HistogramPicture picture() {
        HistogramPicture picture;
        picture.histogram.edges = {68.0, 70.0, 72.0, 74.0, 76.0, 78.0};
        picture.histogram.counts = {0, 10, 40, 20, 1};
        picture.histogram.below = 29;
        picture.unit = QStringLiteral("°F");
        return picture;
    }

    QImage paint() {
        QImage image(m_view.size(), QImage::Format_RGB32);
        image.fill(background);
        m_view.render(&image, {}, {}, {});
        return image;
    }

    /// The height of the bar at a column of the picture.
    static int barHeight(const QImage& image, int x) {
        int height = 0;
        for (int y = 0; y < image.height(); ++y)
            height += image.pixelColor(x, y) == bar;
        return height;
    }

    HistogramView m_view;
};

} // namespace

TEST_F(HistogramViewTest, DrawsBarsAsHighAsTheirCounts) {
    m_view.setPicture(picture());
    const QImage image = paint();
    const int largest = barHeight(image, 100);
    EXPECT_GT(largest, 60);
    EXPECT_EQ(barHeight(image, 20), 0);
    EXPECT_NEAR(barHeight(image, 60), largest * 10 / 40, 1);
    EXPECT_NEAR(barHeight(image, 140), largest * 20 / 40, 1);
    EXPECT_GE(barHeight(image, 180), 1) << "a single value does not vanish";
}

TEST_F(HistogramViewTest, DrawsWhatIsExpectedAsACurve) {
    HistogramPicture picture = this->picture();
    picture.expected = {40.0, 40.0, 40.0, 40.0, 40.0};
    m_view.setPicture(picture);
    const QImage image = paint();
    int reds = 0;
    for (int y = 0; y < 10; ++y)
        reds += image.pixelColor(60, y).red() > 200 && image.pixelColor(60, y).blue() < 200;
    EXPECT_GT(reds, 0) << "at the height of the fullest bin";
}

TEST_F(HistogramViewTest, TellsTheRangeAndTheCountOfABin) {
    HistogramPicture picture = this->picture();
    m_view.setPicture(picture);
    EXPECT_EQ(m_view.binText(2).toStdString(), "72 to 74 °F: 40 of 100 (40.0 %)");
    EXPECT_EQ(m_view.binAt(100), 2U);
    EXPECT_EQ(m_view.binAt(199), 4U);
    EXPECT_EQ(m_view.binAt(-1), std::nullopt);
    picture.expected = {1.0, 2.0, 3.4, 4.0, 5.0};
    m_view.setPicture(picture);
    EXPECT_EQ(m_view.binText(2).toStdString(), "72 to 74 °F: 40 of 100 (40.0 %), 3 expected");
    EXPECT_TRUE(m_view.accessibleDescription().contains(QStringLiteral("5 bins from 68 to 78 °F")))
        << m_view.accessibleDescription().toStdString();
}

TEST_F(HistogramViewTest, IsRepaintedOnlyWhenItHasChanged) {
    EXPECT_TRUE(m_view.setPicture(picture()));
    EXPECT_FALSE(m_view.setPicture(picture()));
    HistogramPicture other = picture();
    ++other.histogram.counts[0];
    EXPECT_TRUE(m_view.setPicture(other));
}

TEST_F(HistogramViewTest, DrawsAnyHistogram) {
    const double largest = 1e300;
    for (const std::vector<double>& values :
         {std::vector<double>{}, {0.0}, {-largest, largest}, {5e-324, 1e-323}, {1e15, 1e15 + 0.125}}) {
        m_view.setPicture({.histogram = Histogram::of(values), .factor = 1e9, .unit = QStringLiteral("ns")});
        paint();
    }
    std::vector<double> spread;
    for (double value = 1e-9; value < 1e9; value *= 1.01)
        spread.push_back(value);
    m_view.setPicture({.histogram = Histogram::of(spread, Histogram::Scale::Automatic)});
    EXPECT_TRUE(m_view.picture().histogram.isLogarithmic);
    EXPECT_NE(paint(), QImage());
    EXPECT_FALSE(m_view.binText(0).isEmpty());
}

} // namespace rillscope
