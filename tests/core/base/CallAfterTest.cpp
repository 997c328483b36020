// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CallAfter.h"

#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

TEST(CallAfterTest, CallsOnceInTheOrderOfTheDelays) {
    QObject context;
    std::vector<int> calls;
    callAfter(30ms, &context, [&calls] { calls.push_back(3); });
    callAfter(0ms, &context, [&calls] { calls.push_back(1); });
    callAfter(500us, &context, [&calls] { calls.push_back(2); });
    ASSERT_TRUE(test::waitFor([&calls] { return calls.size() == 3; }));
    EXPECT_EQ(calls, (std::vector<int>{1, 2, 3}));
}

TEST(CallAfterTest, WaitsLongerThanATimerCanCount) {
    QObject context;
    bool isOver = false;
    // As a 32-bit number of milliseconds, each of these would be 1 or negative.
    for (const Duration delay : {Duration(4'294'967'297ms), Duration(2'147'483'649ms), Duration::max()})
        callAfter(delay, &context, [] { ADD_FAILURE() << "called too soon"; });
    callAfter(20ms, &context, [&isOver] { isOver = true; });
    EXPECT_TRUE(test::waitFor([&isOver] { return isOver; }));
}

TEST(CallAfterTest, ForgetsTheCallOfAnObjectThatIsGone) {
    auto context = std::make_unique<QObject>();
    callAfter(0ms, context.get(), [] { ADD_FAILURE() << "called for an object that is gone"; });
    context.reset();
    QObject other;
    bool isOver = false;
    callAfter(10ms, &other, [&isOver] { isOver = true; });
    EXPECT_TRUE(test::waitFor([&isOver] { return isOver; }));
}

} // namespace
} // namespace rillscope
