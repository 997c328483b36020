// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/FrameClock.h"

#include "tests/support/ManualClock.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

TEST(FrameClockTest, SkipsDeadlinesThatHavePassedAndCountsThem) {
    test::ManualClock clock;
    FrameClock frames(clock);
    frames.setRefreshRate(100.0);
    std::vector<FrameBeat> beats;
    QObject::connect(&frames, &FrameClock::beat, &frames, [&](const FrameBeat& beat) {
        beats.push_back(beat);
        // The first is handled until 45 ms: deadlines at 20, 30 and 40 ms pass. The next is due at 50 ms.
        clock.advance(beats.size() == 1 ? 45ms : 0ms);
        if (beats.size() == 2)
            frames.stop();
    });
    frames.start();
    ASSERT_TRUE(test::waitFor([&] { return beats.size() == 2; }));
    EXPECT_EQ(beats.at(0).period, 10ms);
    EXPECT_EQ(beats.at(0).skipped, 0);
    EXPECT_EQ(beats.at(1).skipped, 3);
    EXPECT_EQ(beats.at(1).lateness, -5ms) << "against its own deadline, by a clock that stands still";
}

} // namespace
} // namespace rillscope
