// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read/CaptureHistory.h"
#include "core/report/ReportJob.h"
#include "tests/core/report/ReportReference.h"
#include "tests/support/CaptureMaker.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

namespace rillscope::test {
namespace {

/// What two reports have in common whatever they were made from.
void expectSameReport(const ReportContents& actual, const ReportContents& expected) {
    EXPECT_EQ(actual.range, expected.range);
    EXPECT_EQ(actual.gaps, expected.gaps);
    EXPECT_EQ(actual.gapCount, expected.gapCount);
    ASSERT_EQ(actual.channels.size(), expected.channels.size());
    for (qsizetype channel = 0; channel < actual.channels.size(); ++channel)
        expectSameChannel(actual.channels.at(channel), expected.channels.at(channel));
}

TEST(ReportReadBackTest, ReadsBackWhatIsInMemoryAsSummariesOnly) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.rill"));
    CaptureToMake capture;
    capture.channels = {{QStringLiteral("one")}, {QStringLiteral("two")}};
    capture.samples = countingSamples(60'000, 2);
    capture.samples[30'000].quality = QualityFlag::Late;
    for (std::size_t i = 40'000; i < capture.samples.size(); ++i)
        capture.samples[i].eventTime += std::chrono::hours(1);
    capture.samples[40'000].breakBefore = capture.samples[40'001].breakBefore = true;
    makeCapture(path, capture);
    const auto whole = openCaptureHistory(path);
    const auto summaries = openCaptureHistory(path, {}, {}, 0);
    ASSERT_TRUE(whole && summaries);
    ASSERT_EQ(whole->history->evictedCount(), 0);
    ASSERT_GT(summaries->history->evictedCount(), 0);
    const auto expected = gatherReport(*whole->history, {}, {});
    ASSERT_EQ(expected->gapCount, 2);
    double progress = 0.0;
    const auto readBack = gatherFullReport(
        summaries->history, {}, {}, path, {.reportProgress = [&progress](qint64 done, qint64 all) {
            const double part = static_cast<double>(done) / static_cast<double>(all);
            EXPECT_GE(part, progress);
            progress = part;
        }});
    ASSERT_TRUE(readBack);
    EXPECT_GT(progress, 0.8);
    expectSameReport(readBack->contents, *expected);
    EXPECT_EQ(readBack->history->evictedCount(), 0) << "for the chart";
    // Without the file it says what it does not know.
    const auto blind = gatherFullReport(summaries->history, {}, {}, {});
    EXPECT_EQ(blind->contents.evictedCount(), summaries->history->evictedCount());
    QFile::remove(path);
    const auto gone = gatherFullReport(summaries->history, {}, {}, path);
    ASSERT_TRUE(gone);
    EXPECT_EQ(gone->contents.evictedCount(), summaries->history->evictedCount());
    EXPECT_EQ(gone->contents.sampleCount(), 60'000);
}

TEST(ReportReadBackTest, StopsReadingBackWhenItIsCancelled) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.rill"));
    CaptureToMake capture;
    capture.samples = countingSamples(50'000);
    makeCapture(path, capture);
    const auto summaries = openCaptureHistory(path, {}, {}, 0);
    ASSERT_TRUE(summaries);
    const auto report =
        gatherFullReport(summaries->history, {}, {}, path, {.isCancelled = [] { return true; }});
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace rillscope::test
