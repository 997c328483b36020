// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ChartExport.h"

#include "ui/chart/LiveChartView.h"
#include "ui/chart/PerformanceOverlay.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QSvgRenderer>
#include <QTemporaryDir>

#include <cmath>

namespace rillscope {
namespace {

class ChartExportTest : public testing::Test {
protected:
    ChartExportTest() {
        const auto history = std::make_shared<SampleHistory>();
        history->addChannel({QStringLiteral("sensor-1"), Unit::Celsius});
        for (int i = 0; i < 600; ++i)
            history->append({0,
                             fromNanoseconds(1'700'000'000'000'000'000) + std::chrono::milliseconds(100 * i),
                             20.0 + 5.0 * std::sin(i / 30.0),
                             {}});
        ChartPalette palette;
        palette.surface = Qt::white;
        palette.text = palette.dim = Qt::black;
        palette.grid = palette.line = Qt::lightGray;
        palette.seriesPen = [](int) { return QPen(Qt::red, 1.0); };
        view.setChartPalette(palette);
        view.resize(800, 450);
        view.setHistory(history);
        view.show();
        QApplication::processEvents();
        view.refresh();
    }

    QString path(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }

    QByteArray contents(const char* name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    LiveChartView view;
};

/// Where, as a part of the picture's size, something as red as the line was painted.
QRectF redArea(const QImage& image) {
    QRect area;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            if (color.red() > 200 && color.green() < 120 && color.blue() < 120)
                area |= QRect(x, y, 1, 1);
        }
    }
    return QRectF(1.0 * area.x() / image.width(), 1.0 * area.y() / image.height(),
                  1.0 * area.width() / image.width(), 1.0 * area.height() / image.height());
}

TEST_F(ChartExportTest, LeavesThePerformanceOverlayOut) {
    ASSERT_TRUE(exportChart(view, path("without.png")));
    PerformanceOverlay overlay(&view);
    overlay.setCorner(view.plotArea().topLeft().toPoint());
    overlay.show();
    const QImage screen = view.grab().toImage();
    overlay.hide();
    EXPECT_NE(view.grab().toImage(), screen);
    overlay.show();
    ASSERT_TRUE(exportChart(view, path("with.png")));
    EXPECT_EQ(contents("with.png"), contents("without.png"));
}

TEST_F(ChartExportTest, WritesThePngPixelByPixelOrAsLargeAsItIsAskedTo) {
    ASSERT_TRUE(exportChart(view, path("chart.png")));
    const QImage image(path("chart.png"));
    EXPECT_EQ(image, view.grab().toImage().convertToFormat(image.format()));
    EXPECT_GT(redArea(image).width(), 0.5);
    ASSERT_TRUE(exportChart(view, path("large.png"), QStringLiteral("png"), 2.0));
    const QImage large(path("large.png"));
    EXPECT_EQ(large.size(), QSize(1600, 900));
    EXPECT_NEAR(redArea(large).width(), redArea(image).width(), 0.01);
}

/// The darkest pixel of a picture in squares of some pixels: what is there, wherever its edges lie.
QImage inked(const QImage& image, int square) {
    QImage squares(image.width() / square, image.height() / square, QImage::Format_Grayscale8);
    squares.fill(255);
    for (int y = 0; y < squares.height() * square; ++y) {
        for (int x = 0; x < squares.width() * square; ++x) {
            const int darkest =
                std::min(qGray(image.pixel(x, y)), qGray(squares.pixel(x / square, y / square)));
            squares.setPixelColor(x / square, y / square, QColor(darkest, darkest, darkest));
        }
    }
    return squares;
}

// A font in points is larger on a device of a higher resolution.
TEST_F(ChartExportTest, WritesALargePngWithTextsWhereTheyAreOnTheScreen) {
    for (const bool inPoints : {true, false}) {
        QFont font = view.font();
        inPoints ? font.setPointSize(10) : font.setPixelSize(13);
        view.setFont(font);
        view.refresh();
        ASSERT_TRUE(exportChart(view, path("chart.png")));
        ASSERT_TRUE(exportChart(view, path("large.png"), QStringLiteral("png"), 2.0));
        const QImage small = inked(QImage(path("chart.png")), 8);
        const QImage large = inked(QImage(path("large.png")), 16);
        ASSERT_EQ(small.size(), large.size());
        int different = 0;
        for (int y = 0; y < small.height(); ++y) {
            for (int x = 0; x < small.width(); ++x)
                different += std::abs(qGray(small.pixel(x, y)) - qGray(large.pixel(x, y))) > 128 ? 1 : 0;
        }
        EXPECT_LE(different * 100, small.width() * small.height()) << (inPoints ? "in points" : "in pixels");
    }
}

TEST_F(ChartExportTest, WritesTheSameLineIntoEveryFormat) {
    ASSERT_TRUE(exportChart(view, path("chart.png")));
    ASSERT_TRUE(exportChart(view, path("chart.SVG")));
    const QRectF inPng = redArea(QImage(path("chart.png")));
    QSvgRenderer renderer(path("chart.SVG"));
    ASSERT_TRUE(renderer.isValid());
    QImage drawn(1600, 900, QImage::Format_RGB32);
    drawn.fill(Qt::white);
    QPainter painter(&drawn);
    renderer.render(&painter);
    painter.end();
    const QRectF inSvg = redArea(drawn);
    EXPECT_NEAR(inSvg.left(), inPng.left(), 0.01);
    EXPECT_NEAR(inSvg.right(), inPng.right(), 0.01);
    EXPECT_NEAR(inSvg.top(), inPng.top(), 0.01);
    EXPECT_NEAR(inSvg.bottom(), inPng.bottom(), 0.01);
}

TEST_F(ChartExportTest, WritesAPdfOfOnePageWithText) {
    ASSERT_TRUE(exportChart(view, path("chart.pdf")));
    const QByteArray pdf = contents("chart.pdf");
    EXPECT_TRUE(pdf.startsWith("%PDF-"));
    EXPECT_TRUE(pdf.contains("/Count 1"));
    EXPECT_TRUE(pdf.contains("/Font"));
    EXPECT_GT(pdf.size(), 5'000);
}

TEST_F(ChartExportTest, RefusesUnknownFormatsAndUnwritablePlacesAndKeepsWhatWasThere) {
    const auto unknown = exportChart(view, path("chart.bmp"));
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::WriteFailed);
    EXPECT_EQ(unknown.error().subject, path("chart.bmp"));
    EXPECT_FALSE(QFile::exists(path("chart.bmp")));
    EXPECT_FALSE(exportChart(view, path("missing/chart.png")));
    EXPECT_FALSE(exportChart(view, folder.path() + QStringLiteral("/.png/x.png")));
}

} // namespace
} // namespace rillscope
