// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/TextRecorder.h"
#include "tests/ui/chart/ChartFixture.h"
#include "ui/chart/ChartExport.h"

#include <QPainter>

#include <bit>
#include <random>

namespace rillscope::test {
namespace {

class WholeTextsInChartTest : public ChartFixture {
protected:
    std::string cut() {
        view.refresh();
        const QSize size = view.viewport()->size();
        TextRecorder recorder(size, view.logicalDpiX());
        QPainter painter(&recorder);
        paintChart(view, painter, QRectF(QPointF(), QSizeF(size)));
        painter.end();
        EXPECT_GT(recorder.texts().size(), 1);
        return cutTexts(recorder.texts(), PaintedText::Edges::All).toStdString();
    }
};

TEST_F(WholeTextsInChartTest, AreSeenWholeAtEverySizeTimeAndValue) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int round = 0; round < 150; ++round) {
        history = std::make_shared<SampleHistory>();
        const int channels = 1 + static_cast<int>(random() % 20);
        for (int channel = 0; channel < channels; ++channel)
            history->addChannel({QString(static_cast<qsizetype>(1 + random() % 90), u'm'),
                                 random() % 2 == 0 ? Unit::None : Unit::Celsius});
        const Duration step{std::int64_t{1} << (random() % 44)};
        for (int i = 0; i < 50; ++i) {
            for (int channel = 0; channel < channels; ++channel) {
                double value = std::bit_cast<double>(random());
                if (round % 3 > 0 || !std::isfinite(value))
                    value = static_cast<double>(random() % 1'000) * (round % 3 == 1 ? 1e-6 : 0.1);
                history->append({static_cast<ChannelIndex>(channel), streamStart + i * step, value, {}});
            }
        }
        view.resize(230 + static_cast<int>(random() % 1'200), 180 + static_cast<int>(random() % 700));
        view.setHistory(history);
        view.followAll();
        view.refresh();
        view.setReadingPosition(view.plotArea().center());
        view.pinCursor();
        view.pinCursor();
        ASSERT_EQ(cut(), "") << "round " << round << ", " << view.width() << " x " << view.height();
        view.pan(0.37); // labels at the very edges
        ASSERT_EQ(cut(), "") << "round " << round << ", panned, " << view.width() << " x " << view.height();
    }
}

} // namespace
} // namespace rillscope::test
