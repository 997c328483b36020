// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ReportContents.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace rillscope {
namespace {

constexpr Timestamp at(std::int64_t seconds) {
    return Timestamp{std::chrono::seconds(seconds)};
}

AlarmOccurrence alarm(Severity severity, std::int64_t first, std::int64_t last) {
    AlarmOccurrence occurrence;
    occurrence.step = QStringLiteral("hot");
    occurrence.severity = severity;
    occurrence.first = at(first);
    occurrence.raisedAt = at(first);
    occurrence.last = at(last);
    return occurrence;
}

TEST(ReportContentsTest, TakesTheAlarmsThatTouchTheRange) {
    AlarmTable table;
    table.raise(alarm(Severity::Warning, 0, 9));
    table.raise(alarm(Severity::Warning, 0, 10));
    table.raise(alarm(Severity::Notice, 12, 13));
    table.raise(alarm(Severity::Alarm, 20, 25));
    table.raise(alarm(Severity::Alarm, 21, 25));
    table.raise(alarm(Severity::Warning, 5, 50));
    ReportContents contents;
    contents.range = {at(10), at(20)};
    takeAlarms(contents, table);
    QList<quint64> ids;
    for (const AlarmOccurrence& each : std::as_const(contents.alarms))
        ids.append(each.id);
    EXPECT_EQ(ids, (QList<quint64>{4, 6, 2, 3}));
    EXPECT_EQ(contents.alarmCounts, (std::array<qint64, 3>{1, 2, 1}));
    EXPECT_EQ(contents.forgottenAlarms, 0);
}

TEST(ReportContentsTest, KeepsTheGravestOfManyAlarmsAndCountsAll) {
    std::mt19937_64 random(7);
    AlarmTable table(5'000);
    for (int i = 0; i < 6'000; ++i) {
        const auto first = static_cast<std::int64_t>(random() % 1'000);
        table.raise(alarm(static_cast<Severity>(random() % 3), first,
                          first + static_cast<std::int64_t>(random() % 100)));
    }
    ReportContents contents;
    takeAlarms(contents, table);
    ASSERT_EQ(contents.alarms.size(), ReportContents::mostAlarms);
    EXPECT_EQ(contents.alarmCount(), 5'000);
    EXPECT_EQ(contents.forgottenAlarms, 1'000);
    const AlarmOccurrence& least = contents.alarms.constLast();
    EXPECT_EQ(least.severity, Severity::Alarm);
    const auto longer =
        std::count_if(table.occurrences().begin(), table.occurrences().end(), [&least](const auto& each) {
            return each.severity == Severity::Alarm && each.duration() > least.duration();
        });
    EXPECT_LT(longer, ReportContents::mostAlarms);
}

TEST(ReportContentsTest, KeepsTheLongestGapsAndCountsAll) {
    std::mt19937_64 random(11);
    for (const qsizetype capacity : {1, 3, 50}) {
        LongestGaps gaps(capacity);
        std::vector<ReportGap> all;
        for (int i = 0; i < 500; ++i) {
            const auto from = static_cast<std::int64_t>(random() % 1'000);
            all.push_back(
                {QString::number(i), at(from), at(from + static_cast<std::int64_t>(random() % 50))});
            gaps.add(all.back());
        }
        std::stable_sort(all.begin(), all.end(),
                         [](const ReportGap& a, const ReportGap& b) { return a.length() > b.length(); });
        all.resize(static_cast<std::size_t>(capacity));
        EXPECT_EQ(gaps.count(), 500);
        EXPECT_EQ(gaps.take(), QList<ReportGap>(all.begin(), all.end()));
    }
}

} // namespace
} // namespace rillscope
