// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/FlagColumn.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace rillscope {
namespace {

TEST(FlagColumnTest, GivesBackPackedWhatWasPlainForAnyMixOfFlags) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int round = 0; round < 500; ++round) {
        const auto kinds = static_cast<std::uint16_t>(random() & random() & 0xffff);
        const std::uint64_t rarity = 1 + random() % 300;
        std::vector<std::uint16_t> flags(FlagColumn::leafSize);
        for (std::uint16_t& of : flags)
            of = random() % rarity == 0 ? static_cast<std::uint16_t>(random() & kinds) : std::uint16_t{0};
        const std::uint16_t found = FlagColumn::kindsOf(flags.data());
        std::vector<std::uint64_t> planes(FlagColumn::byteCount(found) / sizeof(std::uint64_t) + 1, 0xabcd);
        FlagColumn::store(flags.data(), found, planes.data());
        ASSERT_EQ(planes.back(), 0xabcdU) << "not one word too many";
        const FlagColumn packed{nullptr, planes.data(), found};
        const FlagColumn plain{flags.data(), nullptr, 0xffff};
        for (int i = 0; i < FlagColumn::leafSize; ++i) {
            ASSERT_EQ(packed[i], flags[static_cast<std::size_t>(i)]);
            ASSERT_EQ(plain[i], flags[static_cast<std::size_t>(i)]);
            ASSERT_EQ(packed.hasBreak(i), (flags[static_cast<std::size_t>(i)] & 0x8000) != 0);
            ASSERT_EQ(plain.hasBreak(i), packed.hasBreak(i));
        }
    }
}

TEST(FlagColumnTest, TakesNothingForALeafWithoutFlagsAndABitASampleForOneOfOneKind) {
    EXPECT_EQ(FlagColumn::byteCount(0), 0U);
    EXPECT_EQ(FlagColumn::byteCount(FlagColumn::breakFlag), 32U);
    EXPECT_EQ(FlagColumn::byteCount(0x0102), 64U);
}

} // namespace
} // namespace rillscope
