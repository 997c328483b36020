// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WindowResults.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

WindowRow rowEnding(Duration end) {
    WindowRow row;
    row.start = Timestamp{end - 1s};
    row.end = Timestamp{end};
    return row;
}

TEST(WindowResultsTest, FindsTheFirstRowThatEndsAfterATime) {
    WindowResults results;
    const std::size_t series =
        results.addSeries({.step = QStringLiteral("w"), .channel = QStringLiteral("c")});
    for (int i = 1; i <= 1'000; ++i)
        results.append(series, rowEnding(std::chrono::seconds(i)));
    const WindowSeries& rows = *results.find(QStringLiteral("w"), QStringLiteral("c"));
    EXPECT_EQ(rows.firstEndingAfter(Timestamp{0s}), 0);
    EXPECT_EQ(rows.firstEndingAfter(Timestamp{300s}), 300);
    EXPECT_EQ(rows.row(300).end, Timestamp{301s});
    EXPECT_EQ(rows.firstEndingAfter(Timestamp{1'000s}), rows.size());
    EXPECT_EQ(results.find(QStringLiteral("w"), QStringLiteral("other")), nullptr);
}

TEST(WindowResultsTest, KeepsTheNewestRowsAndCountsAll) {
    WindowResults results(1'000);
    const std::size_t many = results.addSeries({.step = QStringLiteral("many")});
    const std::size_t few = results.addSeries({.step = QStringLiteral("few")});
    results.append(few, rowEnding(1s));
    for (int i = 1; i <= 5'000; ++i)
        results.append(many, rowEnding(std::chrono::seconds(i)));
    EXPECT_EQ(results.emittedCount(), 5'001);
    qint64 kept = 0;
    for (const WindowSeries& series : results.series())
        kept += series.size();
    EXPECT_EQ(kept + results.removedCount(), 5'001);
    EXPECT_LE(kept, 1'000);
    EXPECT_GT(kept, 1'000 - WindowSeries::chunkRows);
    EXPECT_EQ(results.series().at(1).size(), 1) << "the longest gives way";
    const WindowSeries& series = results.series().constFirst();
    EXPECT_EQ(series.row(series.size() - 1).end, Timestamp{5'000s});
}

TEST(WindowResultsTest, ACopyStaysAsItWas) {
    WindowResults results(300);
    const std::size_t series = results.addSeries({.step = QStringLiteral("w")});
    for (int i = 1; i <= 280; ++i)
        results.append(series, rowEnding(std::chrono::seconds(i)));
    const WindowResults copy = results;
    for (int i = 281; i <= 900; ++i)
        results.append(series, rowEnding(std::chrono::seconds(i)));
    EXPECT_EQ(copy.emittedCount(), 280);
    ASSERT_EQ(copy.series().constFirst().size(), 280);
    for (qsizetype i = 0; i < 280; ++i)
        EXPECT_EQ(copy.series().constFirst().row(i).end, Timestamp{std::chrono::seconds(i + 1)});
}

TEST(WindowResultsTest, AChangedStepIsFoundByItsNewestSeries) {
    WindowResults results;
    const std::size_t before =
        results.addSeries({.step = QStringLiteral("w"), .channel = QStringLiteral("c")});
    results.append(before, rowEnding(1s));
    results.addSeries({.step = QStringLiteral("w"), .channel = QStringLiteral("c")});
    EXPECT_EQ(results.find(QStringLiteral("w"), QStringLiteral("c"))->size(), 0);
}

} // namespace
} // namespace rillscope
