// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/screen/ScreenTest.h"
#include "tests/ui/CutTexts.h"
#include "tests/ui/TextRecorder.h"

#include <QApplication>
#include <QPainter>

namespace rillscope::test {
namespace {

/// No label of the window is cut off.
class LabelsOnScreenTest : public ScreenTest, public testing::WithParamInterface<ScreenCase> {
protected:
    void SetUp() override {
        show(GetParam());
        ASSERT_TRUE(waitFor([this] { return text("intervalsMean").contains(u'±'); }));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }

    /// A name from outside may be as long as it likes; it ends in "…" then.
    bool namesAChannel(const std::string& text) const {
        const auto history = session().history();
        for (int channel = 0; channel < history->channelCount(); ++channel) {
            if (text.find(history->info(channel).name.toStdString()) != std::string::npos)
                return true;
        }
        return false;
    }
};

TEST_P(LabelsOnScreenTest, HaveRoomForTheirTexts) {
    for (const std::string& text : cutTexts(window())) {
        if (!namesAChannel(text))
            ADD_FAILURE() << text;
    }
}

TEST_P(LabelsOnScreenTest, ArePaintedWithinTheirWidgets) {
    TextRecorder recorder(window().size(), window().logicalDpiX(), window().devicePixelRatio());
    QPainter painter(&recorder);
    window().render(&painter);
    painter.end();
    EXPECT_GT(recorder.texts().size(), 60);
    EXPECT_EQ(cutTexts(recorder.texts(), PaintedText::Edges::Sides).toStdString(), "");
}

INSTANTIATE_TEST_SUITE_P(Windows, LabelsOnScreenTest, testing::ValuesIn(screenCases()), nameOf);

} // namespace
} // namespace rillscope::test
