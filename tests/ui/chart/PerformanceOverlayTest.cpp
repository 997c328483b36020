// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/PerformanceOverlay.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

TEST(PerformanceOverlayTest, SaysWhatTheCountersSay) {
    QWidget chart;
    PerformanceOverlay overlay(&chart);
    overlay.setFigures({.frames = {.frameMedian = 1'240us,
                                   .frameNinetyNinth = 4ms,
                                   .framesPerSecond = 59.94,
                                   .missedPart = 0.004,
                                   .hasLatency = true,
                                   .latencyMedian = 9ms,
                                   .latencyNinetyNinth = 18ms},
                        .visibleSamples = 1'234'567,
                        .samplesPerSecond = 100.0,
                        .captureLag = 187ms});
    const QString text = overlay.lines().join(u'\n');
    for (const QString& figure :
         {QStringLiteral("1.2 · 4.0 ms"), QStringLiteral("59.9 /s"), QStringLiteral("0.4 %"),
          QStringLiteral("9.0 · 18.0 ms"), QStringLiteral("1,234,567"), QStringLiteral("100"),
          QStringLiteral("Oldest not on disk\t187.0 ms")})
        EXPECT_TRUE(text.contains(figure)) << figure.toStdString() << " in " << text.toStdString();
}

TEST(PerformanceOverlayTest, IsHiddenUntilAskedForAndTakesNoMouse) {
    QWidget chart;
    const PerformanceOverlay overlay(&chart);
    EXPECT_FALSE(overlay.isVisibleTo(&chart));
    EXPECT_TRUE(overlay.testAttribute(Qt::WA_TransparentForMouseEvents));
}

} // namespace
} // namespace rillscope
