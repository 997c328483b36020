// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/chart/ChartFixture.h"

namespace rillscope {
namespace {

using namespace std::chrono_literals;

/// A chart of a history that has lost the samples of its first part.
class EnvelopeEdgeTest : public test::ChartFixture {
protected:
    static constexpr int sampleCount = 40'000;

    void fillBeyondTheLimit() {
        history->setMemoryLimit(1);
        fill(sampleCount);
        ASSERT_TRUE(history->fullResolutionFrom());
        view.followAll();
        view.refresh();
    }

    double edge() const { return view.mapping().x(*history->fullResolutionFrom()); }

    /// Moves the crosshair there.
    QStringList readAt(double x) {
        view.setReadingPosition(QPointF(x, view.plotArea().center().y()));
        return view.crosshairText();
    }
};

TEST_F(EnvelopeEdgeTest, IsNotShownWhileEverySampleIsThere) {
    fill(1'000);
    view.followAll();
    view.refresh();
    EXPECT_EQ(view.envelopeEdge().label(), QString());
}

TEST_F(EnvelopeEdgeTest, SaysWhereOnlyTheEnvelopeIsLeft) {
    fillBeyondTheLimit();
    EXPECT_EQ(view.envelopeEdge().label(), QStringLiteral("min/max only"));
    const QImage picture = view.grab().toImage();
    int dark = 0;
    for (int y = 0; y < picture.height(); ++y)
        dark += picture.pixelColor(static_cast<int>(edge()), y) == Qt::black ? 1 : 0;
    EXPECT_GT(dark, view.plotArea().height() / 3) << "a dashed line from top to bottom";
}

TEST_F(EnvelopeEdgeTest, IsGoneWhenTheWindowHasLeftIt) {
    fillBeyondTheLimit();
    view.followLast(60s);
    view.refresh();
    EXPECT_EQ(view.envelopeEdge().label(), QString());
    view.explore(test::streamStart + 10s, test::streamStart + 100s);
    view.refresh();
    EXPECT_EQ(view.envelopeEdge().label(), QStringLiteral("min/max only")) << "all of the window is";
}

TEST_F(EnvelopeEdgeTest, TheCrosshairReadsNothingWhereNoSampleIsLeft) {
    fillBeyondTheLimit();
    EXPECT_TRUE(readAt(edge() - 20.0).isEmpty());
    EXPECT_FALSE(readAt(edge() + 20.0).isEmpty());
}

} // namespace
} // namespace rillscope
