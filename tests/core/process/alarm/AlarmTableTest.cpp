// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/process/alarm/AlarmText.h"

#include <gtest/gtest.h>

#include <random>

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

TEST(AlarmTableTest, TellsEachChangeOnceInItsLatestState) {
    AlarmTable table;
    const quint64 first = raiseAt(table, 0);
    const quint64 second = raiseAt(table, 1);
    table.extend(second, test::atSecond(5), 3.0);
    table.extend(first, test::atSecond(4), 2.0);
    table.end(first);
    const AlarmChanges changes = table.takeChanges();
    ASSERT_EQ(changes.occurrences.size(), 2);
    EXPECT_EQ(changes.occurrences.at(0), *table.find(first)) << "in the order they were raised";
    EXPECT_EQ(changes.occurrences.at(1), *table.find(second));
    EXPECT_TRUE(table.takeChanges().occurrences.isEmpty());
    table.acknowledge(second);
    table.acknowledge(second);
    table.end(first);
    EXPECT_EQ(table.takeChanges().occurrences, QList{*table.find(second)});
}

TEST(AlarmTableTest, AnAlarmThatHasToGoEndsAndIsToldOf) {
    AlarmTable table(2);
    raiseAt(table, 0);
    table.takeChanges();
    raiseAt(table, 1);
    raiseAt(table, 2);
    const AlarmChanges changes = table.takeChanges();
    ASSERT_EQ(changes.occurrences.size(), 3);
    EXPECT_EQ(changes.occurrences.at(0).id, 1u);
    EXPECT_FALSE(changes.occurrences.at(0).isActive);
    EXPECT_EQ(changes.leftOut, 0);
    for (int second = 3; second < 20; ++second)
        raiseAt(table, second);
    const AlarmChanges many = table.takeChanges();
    EXPECT_EQ(many.occurrences.size() + many.leftOut, 17 + 2) << "those raised, and two that ended";
    EXPECT_GT(many.leftOut, 0);
}

TEST(AlarmTableTest, FollowsTheChangesOfAnother) {
    for (unsigned seed = 1; seed <= 50; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        const qsizetype capacity = 1 + random() % 8;
        AlarmTable table(capacity);
        AlarmTable follower(capacity);
        for (int step = 0; step < 300; ++step) {
            const quint64 id = 1 + random() % static_cast<quint64>(table.counts().raised + 1);
            switch (random() % 6) {
            case 0:
                raiseAt(table, step);
                break;
            case 1:
                table.end(id);
                break;
            case 2:
                table.resume(id);
                break;
            case 3:
                table.acknowledge(id);
                break;
            case 4:
                table.extend(id, test::atSecond(step), static_cast<double>(step));
                break;
            default:
                for (const AlarmOccurrence& alarm : table.takeChanges().occurrences)
                    follower.put(alarm);
                ASSERT_EQ(follower.occurrences(), table.occurrences());
                ASSERT_EQ(follower.counts(), table.counts());
            }
        }
    }
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
