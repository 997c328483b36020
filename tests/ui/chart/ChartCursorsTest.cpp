// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/chart/ChartFixture.h"
#include "ui/chart/ChartExport.h"

#include <QImage>
#include <QTemporaryDir>

#include <limits>

namespace rillscope::test {
namespace {

using namespace std::chrono_literals;

class ChartCursorsTest : public ChartFixture {
protected:
    void hover(Duration time, double y = 0.5) {
        const QRectF plot = view.plotArea();
        view.setReadingPosition(
            QPointF(view.mapping().x(streamStart + time), plot.top() + plot.height() * y));
    }

    std::string crosshair() { return view.crosshairText().join(QStringLiteral(" | ")).toStdString(); }
    std::string pins() { return view.cursors().pinText().join(QStringLiteral(" | ")).toStdString(); }
};

TEST_F(ChartCursorsTest, TellsTheDifferenceOfTwoPinnedSamples) {
    append(0s, 10.0);
    append(10s, 20.0);
    append(20s, 15.5);
    view.followAll();
    view.refresh();
    hover(10s);
    pressKey(Qt::Key_C);
    EXPECT_EQ(pins(), "A  22:13:30.00  20.00 °C · 68.00 °F");
    hover(19s);
    pressKey(Qt::Key_C);
    EXPECT_NE(pins().find("B  22:13:40.00  15.50 °C"), std::string::npos) << pins();
    EXPECT_NE(pins().find("Δt +10.000 s    Δ −4.50 °C · −8.10 °F"), std::string::npos) << pins();
    view.setUnit(Unit::Kelvin);
    view.refresh();
    EXPECT_NE(pins().find("Δ −4.50 K · −8.10 °F"), std::string::npos) << "no offset: " << pins();
    pressKey(Qt::Key_C);
    EXPECT_EQ(pins(), "");
}

TEST_F(ChartCursorsTest, PinsByTheMiddleButtonAndRemovesByEscape) {
    fill(100);
    const QPoint centre = view.plotArea().center().toPoint();
    QTest::mouseClick(view.viewport(), Qt::MiddleButton, Qt::NoModifier, centre);
    EXPECT_TRUE(view.cursors().hasPins());
    pressKey(Qt::Key_Escape);
    EXPECT_FALSE(view.cursors().hasPins());
}

TEST_F(ChartCursorsTest, KeepsPinsAtTheirEventTimeWhileTheChartScrolls) {
    view.followLast(60s);
    fill(100);
    hover(90s);
    pressKey(Qt::Key_C);
    const std::string before = pins();
    for (int i = 100; i < 400; ++i)
        append(std::chrono::seconds(i), 20.0);
    view.refresh();
    EXPECT_EQ(pins(), before);
    view.explore(streamStart + 60s, streamStart + 120s);
    view.refresh();
    EXPECT_EQ(pins(), before);
}

TEST_F(ChartCursorsTest, PinsTheChannelUnderTheMouse) {
    history->addChannel({QStringLiteral("humidity"), Unit::None});
    for (int i = 0; i < 60; ++i) {
        append(std::chrono::seconds(i), 20.0);
        append(std::chrono::seconds(i), 80.0, 1);
    }
    view.refresh();
    hover(30s, 0.02);
    pressKey(Qt::Key_C);
    EXPECT_NE(pins().find("humidity"), std::string::npos) << pins();
    hover(40s, 0.98);
    pressKey(Qt::Key_C);
    EXPECT_NE(pins().find("sensor-1"), std::string::npos) << pins();
    EXPECT_NE(pins().find("Δt +10.000 s"), std::string::npos) << pins();
    EXPECT_EQ(pins().find("Δ +"), std::string::npos) << "a temperature less a humidity is nothing";
}

TEST_F(ChartCursorsTest, StepsThroughSamplesInEventTimeWhateverTheOrderOfArrival) {
    for (const int second : {0, 30, 10, 40, 20, 50})
        append(std::chrono::seconds(second), second);
    append(45s, std::numeric_limits<double>::quiet_NaN());
    view.followAll();
    view.refresh();
    for (const char* value : {"50.00", "40.00", "30.00", "20.00", "10.00", "0.00", "0.00"}) {
        pressKey(Qt::Key_Left, Qt::ControlModifier);
        EXPECT_EQ(crosshair().find(value), 0U) << value << ": " << crosshair();
    }
    pressKey(Qt::Key_Right, Qt::ControlModifier);
    EXPECT_EQ(crosshair().find("10.00"), 0U) << crosshair();
    pressKey(Qt::Key_Escape);
    EXPECT_EQ(crosshair(), "");
}

TEST_F(ChartCursorsTest, TakesTheWindowAlongWhenItStepsOverTheEdge) {
    fill(1'000);
    view.explore(streamStart + 500s, streamStart + 510s);
    view.refresh();
    for (int i = 0; i < 40; ++i)
        pressKey(Qt::Key_Right, Qt::ControlModifier);
    EXPECT_NE(crosshair().find("22:22:19"), std::string::npos) << crosshair();
    EXPECT_EQ(view.timeWindow().span(), 10s);
}

TEST_F(ChartCursorsTest, DoesNotStepIntoWhatAFrozenPictureHides) {
    fill(20);
    view.freeze();
    append(20s, 99.0);
    view.refresh();
    pressKey(Qt::Key_Left, Qt::ControlModifier);
    const std::string newest = crosshair();
    EXPECT_NE(newest.find("22:13:39"), std::string::npos) << newest;
    pressKey(Qt::Key_Right, Qt::ControlModifier);
    EXPECT_EQ(crosshair(), newest);
}

TEST_F(ChartCursorsTest, PinsTheNewestSampleWhenNothingIsRead) {
    fill(20);
    view.pinCursor();
    EXPECT_NE(pins().find("22:13:39"), std::string::npos) << pins();
}

TEST_F(ChartCursorsTest, ReadsOnlyWhatTheBoxHasRoomFor) {
    for (int channel = 1; channel < 16; ++channel)
        history->addChannel({QStringLiteral("sensor-%1").arg(channel + 1), Unit::Celsius});
    for (int i = 0; i < 20; ++i) {
        for (int channel = 0; channel < 16; ++channel)
            append(std::chrono::seconds(i), 10.0 * channel, static_cast<ChannelIndex>(channel));
    }
    view.refresh();
    hover(10s, 0.02);
    EXPECT_EQ(view.crosshairText().size(), 10);
    EXPECT_NE(crosshair().find("sensor-16"), std::string::npos) << "the nearest: " << crosshair();
    EXPECT_EQ(view.crosshairText().at(8), QStringLiteral("+ 8 more"));
    view.resize(400, 220);
    view.refresh();
    hover(10s);
    EXPECT_LE(view.crosshairText().size(), 8);
    EXPECT_GE(view.crosshairText().size(), 3);
    // Whatever finds no room is counted.
    const auto shown = view.crosshairText().size() - 2;
    EXPECT_EQ(view.crosshairText().at(shown), QStringLiteral("+ %1 more").arg(16 - shown));
    for (int channel = 8; channel < 16; ++channel)
        view.setChannelVisible(channel, false);
    view.resize(900, 500);
    view.refresh();
    hover(10s);
    EXPECT_EQ(crosshair().find("more"), std::string::npos) << crosshair();
}

TEST_F(ChartCursorsTest, CutsALongNameInTheMiddleAndKeepsItsEnd) {
    const QString end = QStringLiteral(" of the third boiler");
    history->addChannel({QString(200, u'x') + end, Unit::None});
    append(0s, 20.0);
    append(0s, 80.0, 1);
    view.refresh();
    pressKey(Qt::Key_Left, Qt::ControlModifier);
    EXPECT_NE(crosshair().find("…"), std::string::npos) << crosshair();
    EXPECT_LT(crosshair().size(), 200U) << crosshair();
    EXPECT_NE(crosshair().find("third boiler"), std::string::npos) << crosshair();
}

TEST_F(ChartCursorsTest, SurvivesNothingToRead) {
    view.pinCursor();
    pressKey(Qt::Key_Left, Qt::ControlModifier);
    pressKey(Qt::Key_C);
    append(0s, std::numeric_limits<double>::quiet_NaN());
    view.refresh();
    pressKey(Qt::Key_C);
    pressKey(Qt::Key_Right, Qt::ControlModifier);
    hover(0s);
    pressKey(Qt::Key_C);
    EXPECT_NE(pins().find("not a number"), std::string::npos) << pins();
    view.setHistory(nullptr);
    pressKey(Qt::Key_C);
    EXPECT_EQ(pins(), "");
}

TEST_F(ChartCursorsTest, ArePartOfAnExportedPicture) {
    fill(100);
    QTemporaryDir folder;
    const auto accentPixels = [&] {
        const QString path = folder.filePath(QStringLiteral("chart.png"));
        EXPECT_TRUE(exportChart(view, path));
        const QImage image(path);
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == QColor(Qt::blue) ? 1 : 0;
        }
        return count;
    };
    EXPECT_EQ(accentPixels(), 0);
    view.pinCursor();
    EXPECT_GT(accentPixels(), 100);
}

} // namespace
} // namespace rillscope::test
