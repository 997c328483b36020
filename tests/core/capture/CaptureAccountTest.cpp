// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureAccount.h"

#include <gtest/gtest.h>

namespace rillscope::test {
namespace {

TEST(CaptureAccountTest, BalancesWhateverBecomesOfWhatWasOffered) {
    CaptureAccount account;
    EXPECT_TRUE(account.balances());
    account.offer({.samples = 10, .derived = 5, .windows = 3, .events = 2});
    account.commit({.samples = 6, .derived = 5});
    account.miss({.samples = 1, .windows = 3});
    account.lose({.samples = 4, .derived = 1});
    EXPECT_TRUE(account.balances());
    EXPECT_EQ(account.durable, (CaptureCounts{.samples = 2, .derived = 4}));
    EXPECT_EQ(account.waiting, (CaptureCounts{.samples = 3, .events = 2}));
    EXPECT_EQ(account.missed, (CaptureCounts{.samples = 5, .derived = 1, .windows = 3}));
    EXPECT_TRUE(account.isAnythingMissed());
}

TEST(CaptureAccountTest, DoesNotBalanceWhenAKindDoesNot) {
    for (qint64 CaptureCounts::*kind : {&CaptureCounts::samples, &CaptureCounts::derived,
                                        &CaptureCounts::windows, &CaptureCounts::events}) {
        CaptureAccount account;
        account.offer({.samples = 9, .derived = 9, .windows = 9, .events = 9});
        account.waiting.*kind -= 1;
        EXPECT_FALSE(account.balances()) << "one is nowhere";
        account.durable.*kind += 2;
        EXPECT_FALSE(account.balances()) << "one is there twice";
        account.durable.*kind -= 1;
        EXPECT_TRUE(account.balances());
        account.missed.*kind -= 20;
        account.durable.*kind += 20;
        EXPECT_FALSE(account.balances()) << "less than none";
    }
}

TEST(CaptureAccountTest, KnowsThatOnlyAnAlarmIsMissed) {
    CaptureAccount account;
    EXPECT_FALSE(account.isAnythingMissed());
    account.missedAlarms = 1;
    EXPECT_TRUE(account.isAnythingMissed());
}

} // namespace
} // namespace rillscope::test
