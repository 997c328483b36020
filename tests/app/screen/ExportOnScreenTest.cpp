// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ProgramRun.h"
#include "tests/app/screen/ScreenTest.h"
#include "tests/ui/TextRecorder.h"
#include "ui/chart/ChartExport.h"
#include "ui/chart/LiveChartView.h"
#include "ui/report/ReportChart.h"

#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QSvgRenderer>

namespace rillscope::test {
namespace {

constexpr double likePart = 0.015; ///< of a picture may look different when another program draws it

/// What is exported is what is seen.
class ExportOnScreenTest : public ScreenTest, public testing::WithParamInterface<ScreenCase> {
protected:
    void SetUp() override { show(GetParam()); }

    QString exported(const char* name) const {
        const auto written = exportChart(chart(), path(name));
        EXPECT_TRUE(written) << written.error().message().toStdString();
        return path(name);
    }

    /// `export` is made again and again until it is like the screen, which may be a frame behind.
    void expectLikeTheScreen(const std::function<QImage()>& picture, const char* name) {
        QImage drawn;
        QImage seen;
        double unlike = 1.0;
        waitFor(
            [&] {
                seen = chartOnScreen();
                drawn = picture();
                unlike = drawn.size() == seen.size() ? unlikePart(drawn, seen) : 1.0;
                return unlike <= likePart;
            },
            screenLimitMs);
        EXPECT_EQ(drawn.size(), seen.size());
        EXPECT_LE(unlike, likePart);
        keep(drawn, name);
        keep(seen, "screen");
    }

    static constexpr int screenLimitMs = 5'000;
};

TEST_P(ExportOnScreenTest, WritesAPngWithTheScreensVeryPixels) {
    QImage png;
    QImage seen;
    Difference difference;
    const auto isSame = [&] {
        seen = chartOnScreen();
        png = QImage(exported("chart.png")).convertToFormat(QImage::Format_RGB32);
        if (png.size() != seen.size())
            return false;
        difference = differenceOf(png, seen);
        return difference.levels <= 8 && difference.pixels * 1'000 <= qint64{png.width()} * png.height();
    };
    EXPECT_TRUE(waitFor(isSame, screenLimitMs))
        << difference.pixels << " pixels differ by up to " << difference.levels << " levels; " << png.width()
        << " x " << png.height() << ", on the screen " << seen.width() << " x " << seen.height();
    keep(png, "png");
    keep(seen, "screen");
}

TEST_P(ExportOnScreenTest, WritesAnSvgThatLooksAsTheScreenDoes) {
    QSvgRenderer renderer(exported("chart.svg"));
    ASSERT_TRUE(renderer.isValid());
    const auto picture = [&] {
        QImage image(chart().viewport()->size() * window().devicePixelRatio(), QImage::Format_RGB32);
        image.fill(chart().backgroundBrush().color());
        QPainter painter(&image);
        renderer.render(&painter);
        return image;
    };
    expectLikeTheScreen(picture, "svg");
}

TEST_P(ExportOnScreenTest, WritesAPdfThatLooksAsTheScreenDoes) {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pdftoppm"));
    if (program.isEmpty())
        GTEST_SKIP() << "pdftoppm of poppler-utils is not installed";
    const auto picture = [&] {
        const int dotsPerInch = qRound(96.0 * window().devicePixelRatio());
        const QString name = path("page");
        const QStringList arguments{QStringLiteral("-singlefile"), QStringLiteral("-png"),
                                    QStringLiteral("-r"),          QString::number(dotsPerInch),
                                    exported("chart.pdf"),         name};
        EXPECT_EQ(QProcess::execute(program, arguments), 0);
        const QImage image(name + QStringLiteral(".png"));
        // A page is measured in points, so that it may end a pixel later.
        return image.copy(QRect(QPoint(), chart().viewport()->size() * window().devicePixelRatio()));
    };
    expectLikeTheScreen(picture, "pdf");
}

TEST_P(ExportOnScreenTest, CutsNoTextOnAnyDevice) {
    const QSize size = chart().viewport()->size();
    for (const int dotsPerInch : {72, 96, 192, 1'200}) {
        TextRecorder recorder(size, dotsPerInch);
        QPainter painter(&recorder);
        paintChart(chart(), painter, QRectF(QPointF(), QSizeF(size)));
        painter.end();
        EXPECT_GT(recorder.texts().size(), 8);
        EXPECT_EQ(cutTexts(recorder.texts(), PaintedText::Edges::All).toStdString(), "")
            << "at " << dotsPerInch << " dots an inch";
    }
}

TEST_P(ExportOnScreenTest, CutsNoTextInAReport) {
    ReportForm form;
    const QSizeF millimetres(170.0, 80.0);
    const ReportChart report(session().history(), session().results(), {}, form, millimetres);
    for (const int dotsPerInch : {96, 1'200}) {
        const QSize size = (millimetres * dotsPerInch / 25.4).toSize();
        TextRecorder recorder(size, dotsPerInch);
        QPainter painter(&recorder);
        report.paint(painter, QRectF(QPointF(), QSizeF(size)));
        painter.end();
        EXPECT_GT(recorder.texts().size(), 8);
        EXPECT_EQ(cutTexts(recorder.texts(), PaintedText::Edges::All).toStdString(), "")
            << "at " << dotsPerInch << " dots an inch";
    }
}

TEST_P(ExportOnScreenTest, RendersWithoutAWindowWhatAWindowWouldShow) {
    const ProgramResult result = ProgramRun::run(
        QStringLiteral(RILLSCOPE_PROGRAM),
        {QStringLiteral("replay:%1?speed=max").arg(path("table.csv")), QStringLiteral("--render"),
         path("render.png"), QStringLiteral("--theme"), themeModeName(GetParam().theme)});
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_EQ(result.errors.toStdString(), "");
    const QImage rendered(path("render.png"));
    ASSERT_EQ(rendered.size(), QSize(2'560, 1'440));
    LiveChartView view;
    view.setChartPalette(chart().chartPalette());
    view.setUnit(Unit::Fahrenheit);
    view.resize(1'280, 720);
    view.setHistory(session().history());
    view.followAll();
    view.show();
    ASSERT_TRUE(waitFor([&] { return view.size() == QSize(1'280, 720); }));
    view.refreshAll();
    ASSERT_TRUE(exportChart(view, path("window.png"), QStringLiteral("png"), 2.0));
    const QImage shown(path("window.png"));
    EXPECT_LE(unlikePart(rendered, shown), likePart);
    keep(rendered, "render");
}

INSTANTIATE_TEST_SUITE_P(Windows, ExportOnScreenTest, testing::ValuesIn(screenCases()), nameOf);

} // namespace
} // namespace rillscope::test
