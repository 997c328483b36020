// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/ReaderGate.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <thread>

namespace rillscope {
namespace {

using Gate = ReaderGate<std::unique_ptr<std::int64_t>>;

void retire(Gate& gate) {
    gate.retire(std::make_unique<std::int64_t>(1));
    gate.reclaim();
}

TEST(ReaderGateTest, DeletesAtOnceWhenNobodyReads) {
    Gate gate;
    for (int i = 0; i < 5; ++i) {
        retire(gate);
        EXPECT_EQ(gate.retiredCount(), 0U);
    }
}

TEST(ReaderGateTest, KeepsWhatAReaderMayUseAndNothingElse) {
    Gate gate;
    std::optional<Gate::Visit> early;
    early.emplace(gate);
    retire(gate);
    EXPECT_EQ(gate.retiredCount(), 1U);
    const Gate::Visit late(gate);
    early.reset();
    gate.reclaim();
    EXPECT_EQ(gate.retiredCount(), 0U) << "the late reader came after it was taken away";
    retire(gate);
    EXPECT_EQ(gate.retiredCount(), 1U);
}

/// Readers who overlap without end must not keep anything for ever.
TEST(ReaderGateTest, GetsEverySideEmptyHoweverManyCome) {
    Gate gate;
    std::optional<Gate::Visit> visits[2];
    visits[0].emplace(gate);
    for (int i = 1; i < 1'000; ++i) {
        retire(gate);
        visits[i % 2].emplace(gate);
        visits[(i + 1) % 2].reset();
        gate.reclaim();
        ASSERT_LE(gate.retiredCount(), 2U);
    }
}

TEST(ReaderGateTest, LetsNoReaderSeeWhatWasDeleted) {
    constexpr std::int64_t count = 20'000;
    Gate gate;
    std::atomic<std::int64_t*> shown{nullptr};
    const auto read = [&] {
        for (std::int64_t last = 0; last < count;) {
            const Gate::Visit visit(gate);
            if (const std::int64_t* number = shown.load()) {
                ASSERT_GE(*number, last);
                last = *number;
            }
        }
    };
    std::thread first(read);
    std::thread second(read);
    std::unique_ptr<std::int64_t> owned;
    for (std::int64_t i = 1; i <= count; ++i) {
        auto next = std::make_unique<std::int64_t>(i);
        shown.store(next.get());
        owned.swap(next);
        if (next)
            gate.retire(std::move(next));
        gate.reclaim();
    }
    first.join();
    second.join();
}

} // namespace
} // namespace rillscope
