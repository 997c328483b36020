// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/screen/ScreenTest.h"
#include "tests/ui/TextRecorder.h"

#include "ui/chart/LiveChartView.h"

#include <QPainter>

namespace rillscope::test {
namespace {

/// The whole window: what does not fit is elided or can be scrolled to, and never cut at a letter.
class WholeTextsTest : public ScreenTest, public testing::WithParamInterface<ScreenCase> {};

TEST_P(WholeTextsTest, CutsNoTextAtItsSides) {
    show(GetParam());
    TextRecorder recorder(window().size(), window().logicalDpiX());
    window().render(&recorder, QPoint(), QRegion(), QWidget::DrawChildren);
    EXPECT_GT(recorder.texts().size(), 40);
    EXPECT_EQ(cutTexts(recorder.texts(), PaintedText::Edges::Sides).toStdString(), "");
    keep(window().grab().toImage(), "window");
}

INSTANTIATE_TEST_SUITE_P(
    Windows, WholeTextsTest,
    testing::Values(ScreenCase{"LongNamesLight", {1'440, 900}, ThemeMode::Light, longNames},
                    ScreenCase{"LongNamesDark", {1'440, 900}, ThemeMode::Dark, longNames},
                    ScreenCase{"LongNamesSmall", {1'024, 640}, ThemeMode::Light, longNames},
                    ScreenCase{"LongNamesSmallDark", {1'024, 640}, ThemeMode::Dark, longNames},
                    ScreenCase{"Billions", {1'440, 900}, ThemeMode::Light, billions},
                    ScreenCase{"BillionsSmall", {1'024, 640}, ThemeMode::Light, billions},
                    ScreenCase{"Millivolts", {1'440, 900}, ThemeMode::Light, millivolts},
                    ScreenCase{"MillivoltsSmall", {1'024, 640}, ThemeMode::Light, millivolts},
                    ScreenCase{"Celsius", {1'440, 900}, ThemeMode::Light, temperature},
                    ScreenCase{"CelsiusSmall", {1'024, 640}, ThemeMode::Dark, temperature}),
    nameOf);

} // namespace
} // namespace rillscope::test
