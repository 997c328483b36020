// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/QualityText.h"

#include <gtest/gtest.h>

#include <set>

namespace rillscope {

TEST(QualityTextTest, HasAWordForEachMark) {
    std::set<QString> words;
    for (const QualityFlag flag : allQualityFlags) {
        EXPECT_GE(qualityText(flag).size(), 4) << qualityFlagName(flag);
        words.insert(qualityText(flag));
    }
    EXPECT_EQ(words.size(), allQualityFlags.size());
    EXPECT_TRUE(qualityText({}).isEmpty());
}

TEST(QualityTextTest, BeginsWithWhatIsWrongWithTheValue) {
    EXPECT_EQ(qualityText(Quality::fromInt(0x3ff)),
              QStringLiteral(
                  "Not a number, no value, out of range, stuck, changes too fast, far in the future, after a "
                  "gap, late, out of order, duplicate"));
}

} // namespace rillscope
