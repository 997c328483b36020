// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/CsvText.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

TEST(CsvTextTest, LeavesPlainTextAlone) {
    EXPECT_EQ(csvText(QStringLiteral("inlet 4")), "inlet 4");
    EXPECT_EQ(csvText(QString()), "");
    EXPECT_EQ(csvText(QStringLiteral("it's")), "it's");
    EXPECT_EQ(csvText(QStringLiteral("''")), "''");
    EXPECT_EQ(csvText(QStringLiteral("Kühlung 冷")), "Kühlung 冷");
}

TEST(CsvTextTest, QuotesWhatAReaderCouldSplitOrTrim) {
    EXPECT_EQ(csvText(QStringLiteral("a,b")), "\"a,b\"");
    EXPECT_EQ(csvText(QStringLiteral("a;b")), "\"a;b\"");
    EXPECT_EQ(csvText(QStringLiteral("say \"hi\"")), "\"say \"\"hi\"\"\"");
    EXPECT_EQ(csvText(QStringLiteral("two\nlines")), "\"two\nlines\"");
    EXPECT_EQ(csvText(QStringLiteral(" led")), "\" led\"");
}

TEST(CsvTextTest, GuardsWhatASpreadsheetWouldTakeForAFormula) {
    EXPECT_EQ(csvText(QStringLiteral("=1+1")), "'=1+1");
    EXPECT_EQ(csvText(QStringLiteral("+x")), "'+x");
    EXPECT_EQ(csvText(QStringLiteral("-x")), "'-x");
    EXPECT_EQ(csvText(QStringLiteral("@SUM(A1)")), "'@SUM(A1)");
    EXPECT_EQ(csvText(QStringLiteral("\tx")), "\"'\tx\"");
    EXPECT_EQ(csvText(QStringLiteral("\rx")), "\"'\rx\"");
    EXPECT_EQ(csvText(QStringLiteral("=HYPERLINK(\"a\",\"b\")")), "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
}

TEST(CsvTextTest, TakingOneApostropheAwayGivesEveryGuardedTextBack) {
    for (const QString& text : {QStringLiteral("=x"), QStringLiteral("'=x"), QStringLiteral("''-x"),
                                QStringLiteral("'x"), QStringLiteral("'"), QStringLiteral("'''@")}) {
        QString cell = QString::fromStdString(csvText(text));
        if (cell.startsWith(u'\'') && needsFormulaGuard(cell))
            cell.remove(0, 1);
        EXPECT_EQ(cell, text);
    }
}

} // namespace
} // namespace rillscope
