// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Quality.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

TEST(QualityTest, ReadsBackEveryCombinationOfMarks) {
    for (int bits = 0; bits < 1 << allQualityFlags.size(); ++bits) {
        const Quality quality = Quality::fromInt(bits);
        EXPECT_EQ(parseQuality(qualityName(quality)), quality) << qualityName(quality);
    }
    EXPECT_EQ(qualityName(Quality{}), "good");
    EXPECT_EQ(qualityName(QualityFlag::OutOfOrder | QualityFlag::Duplicate), "outOfOrder+duplicate");
}

TEST(QualityTest, KeepsTheBitsOfMarksThatFilesAndMemoryHold) {
    for (std::size_t i = 0; i < allQualityFlags.size(); ++i)
        EXPECT_EQ(Quality(allQualityFlags[i]).toInt(), 1 << i);
    EXPECT_EQ(qualityName(Quality::fromInt(0x1ff)),
              "outOfOrder+duplicate+outOfRange+notANumber+late+rateOfChange+stuck+gap+farFuture");
}

TEST(QualityTest, WarnsWhenTheValueItselfIsNotToBeTrusted) {
    EXPECT_EQ(qualitySeverity({}), Severity::Notice);
    EXPECT_EQ(qualitySeverity(QualityFlag::Late | QualityFlag::Gap | QualityFlag::FarFuture),
              Severity::Notice);
    EXPECT_EQ(qualitySeverity(QualityFlag::Late | QualityFlag::Stuck), Severity::Warning);
}

TEST(QualityTest, RefusesUnknownWords) {
    for (const char* text : {"", "fine", "good+duplicate", "duplicate+", "+duplicate", "Duplicate"})
        EXPECT_FALSE(parseQuality(text)) << text;
}

} // namespace
} // namespace rillscope
