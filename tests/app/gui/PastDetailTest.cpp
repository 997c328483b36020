// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/PastDetail.h"

#include "core/capture/read/CaptureHistory.h"
#include "tests/app/gui/StuckFile.h"
#include "tests/support/CaptureMaker.h"
#include "tests/support/WaitFor.h"

#include <QFile>
#include <QTemporaryDir>
#include <QThreadPool>

#include <gtest/gtest.h>

namespace rillscope::test {
namespace {

using namespace std::chrono_literals;

/// A chart of a capture that was opened by its summaries.
class PastDetailTest : public testing::Test {
protected:
    PastDetailTest() {
        CaptureToMake capture;
        capture.samples = countingSamples(100'000); // a second apart
        makeCapture(path(), capture);
        const auto opened = openCaptureHistory(path(), {}, {}, 0);
        if (!opened)
            throw std::runtime_error(opened.error().message().toStdString());
        history = opened->history;
        chart.resize(900, 500);
        chart.setHistory(history);
        chart.followAll();
        QObject::connect(&detail, &PastDetail::failed, &detail,
                         [this](const Error& error) { errors.append(error); });
    }

    void begin() {
        detail.setSource({history, indexOf(path(), *history), [this](auto chunks) {
                              for (auto& chunk : chunks)
                                  history->restore(std::move(chunk));
                          }});
        chart.refresh();
    }

    void explore(std::chrono::seconds from, std::chrono::seconds to) {
        chart.explore(start + from, start + to);
        chart.refresh();
    }

    bool hasEdge() const { return !chart.envelopeEdge().label().isEmpty(); }

    /// With frames, as the program has them.
    template <typename Condition>
    bool drawUntil(Condition condition) {
        return waitFor([&] {
            chart.refresh();
            return condition();
        });
    }

    QString path() const { return folder.filePath(QStringLiteral("a.rill")); }

    const Timestamp start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
    QTemporaryDir folder;
    std::shared_ptr<SampleHistory> history;
    LiveChartView chart;
    PastDetail detail{chart};
    QList<Error> errors;
};

TEST_F(PastDetailTest, FillsInWhatOneZoomsToAndTakesTheEdgeAway) {
    begin();
    explore(20'000s, 21'000s);
    EXPECT_TRUE(hasEdge());
    const std::int64_t envelope = chart.visibleSampleCount();
    chart.setReadingPosition(chart.plotArea().center());
    EXPECT_TRUE(chart.crosshairText().isEmpty());
    ASSERT_TRUE(drawUntil([this] { return !hasEdge(); }));
    EXPECT_GT(chart.visibleSampleCount(), envelope);
    EXPECT_NEAR(static_cast<double>(chart.visibleSampleCount()), 1'000.0, 3.0);
    EXPECT_FALSE(chart.crosshairText().isEmpty());

    chart.followAll();
    chart.refresh();
    EXPECT_TRUE(hasEdge()) << "the rest of the past is not there";
    explore(60'000s, 61'000s);
    EXPECT_TRUE(hasEdge());
    EXPECT_TRUE(drawUntil([this] { return !hasEdge(); }));
    EXPECT_TRUE(errors.isEmpty());
}

TEST_F(PastDetailTest, LeavesTheEnvelopeAndSaysWhyWhenTheFileIsGone) {
    ASSERT_TRUE(QFile::remove(path()));
    begin();
    explore(20'000s, 21'000s);
    ASSERT_TRUE(drawUntil([this] { return !errors.isEmpty(); }));
    EXPECT_EQ(errors.first().code, ErrorCode::FileNotFound);
    explore(20'100s, 21'100s);
    explore(30'100s, 31'100s);
    ASSERT_TRUE(drawUntil([this] { return !detail.isReading(); }));
    EXPECT_TRUE(hasEdge());
    EXPECT_EQ(errors.size(), 1);
}

TEST_F(PastDetailTest, GoesOnWithAnotherHistoryWhileItsFileHangs) {
    StuckFile stuck(path(), StuckFile::Call::Read);
    begin();
    explore(20'000s, 21'000s);
    ASSERT_TRUE(drawUntil([&stuck] { return stuck.isReached(); }));
    detail.setSource({history, nullptr, {}});
    EXPECT_FALSE(detail.isReading());
    stuck.release();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    EXPECT_TRUE(hasEdge()) << "what came too late is not taken";
}

TEST_F(PastDetailTest, HasNothingToReadFromWithoutACapture) {
    detail.setSource({history, nullptr, {}});
    explore(20'000s, 21'000s);
    EXPECT_FALSE(detail.isReading());
    EXPECT_TRUE(hasEdge());
}

} // namespace
} // namespace rillscope::test
