// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/process/alarm/AlarmText.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

quint64 raiseAt(AlarmTable& table, std::int64_t second) {
    AlarmOccurrence occurrence;
    occurrence.first = occurrence.raisedAt = occurrence.last = test::atSecond(second);
    return table.raise(occurrence);
}

TEST(AlarmTableTest, KeepsTheNewestAndCountsAll) {
    AlarmTable table(3);
    for (std::int64_t second = 0; second < 10; ++second) {
        const quint64 id = raiseAt(table, second);
        EXPECT_EQ(id, static_cast<quint64>(second + 1));
        if (second % 2 == 0)
            table.end(id);
    }
    ASSERT_EQ(table.occurrences().size(), 3);
    EXPECT_EQ(table.occurrences().constFirst().id, 8u);
    EXPECT_EQ(table.counts(), (AlarmCounts{10, 2, 3}));
    EXPECT_EQ(table.find(7), nullptr);
    EXPECT_EQ(table.find(11), nullptr);
    EXPECT_EQ(table.find(9)->first, test::atSecond(8));
}

TEST(AlarmTableTest, IgnoresAnIdThatItDoesNotKeep) {
    AlarmTable table(2);
    for (const quint64 id : {0u, 1u, 99u}) {
        table.acknowledge(id);
        table.end(id);
        table.resume(id);
        table.extend(id, test::atSecond(1), 1.0);
    }
    table.acknowledgeAll();
    EXPECT_EQ(table.counts(), AlarmCounts{});
}

TEST(AlarmTableTest, AcknowledgesOneOrAll) {
    AlarmTable table;
    for (int i = 0; i < 3; ++i)
        raiseAt(table, i);
    table.acknowledge(2);
    table.acknowledge(2);
    EXPECT_EQ(table.counts(), (AlarmCounts{3, 3, 2}));
    EXPECT_EQ(table.find(2)->state(), AlarmState::Acknowledged);
    EXPECT_EQ(table.find(3)->state(), AlarmState::Active);
    table.acknowledgeAll();
    EXPECT_EQ(table.counts(), (AlarmCounts{3, 3, 0}));
}

TEST(AlarmTableTest, CountsEachEndAndReturnOnce) {
    AlarmTable table;
    const quint64 id = raiseAt(table, 0);
    table.resume(id);
    EXPECT_EQ(table.counts().active, 1);
    table.end(id);
    table.end(id);
    EXPECT_EQ(table.counts().active, 0);
    table.resume(id);
    table.resume(id);
    EXPECT_EQ(table.counts().active, 1);
}

TEST(AlarmTableTest, IsCopiedAsAValue) {
    AlarmTable table;
    const quint64 id = raiseAt(table, 0);
    const AlarmTable copy = table;
    table.end(id);
    table.acknowledge(id);
    EXPECT_EQ(copy.find(id)->state(), AlarmState::Active);
    EXPECT_EQ(copy.counts(), (AlarmCounts{1, 1, 1}));
}

} // namespace
} // namespace rillscope
