// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Quality.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

TEST(QualityTest, ReadsBackEveryCombinationOfMarks) {
    for (quint8 bits = 0; bits < 16; ++bits) {
        const auto quality = Quality(QFlag(bits));
        EXPECT_EQ(parseQuality(qualityName(quality)), quality) << qualityName(quality);
    }
    EXPECT_EQ(qualityName(Quality{}), "good");
    EXPECT_EQ(qualityName(QualityFlag::OutOfOrder | QualityFlag::Duplicate), "outOfOrder+duplicate");
}

TEST(QualityTest, RefusesUnknownWords) {
    for (const char* text : {"", "fine", "good+duplicate", "duplicate+", "+duplicate", "Duplicate"})
        EXPECT_FALSE(parseQuality(text)) << text;
}

} // namespace
} // namespace rillscope
