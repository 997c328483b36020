// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/CsvCells.h"

#include <gtest/gtest.h>

#include <random>

namespace rillscope {
namespace {

using Texts = std::vector<std::string>;

Texts cellsOf(std::string_view line, char separator = ',') {
    CsvCells cells;
    if (const auto split = cells.split(line, separator); !split)
        return {"refused: " + split.error().english().toStdString()};
    Texts texts;
    for (std::size_t i = 0; i < cells.size(); ++i)
        texts.emplace_back(cells[i]);
    return texts;
}

TEST(CsvCellsTest, SplitsAndTrims) {
    EXPECT_EQ(cellsOf("a, b ,,c,"), (Texts{"a", "b", "", "c", ""}));
    EXPECT_EQ(cellsOf(""), Texts{""});
    EXPECT_EQ(cellsOf("\ta\t\t b", '\t'), (Texts{"", "a", "", "b"}));
    EXPECT_EQ(cellsOf("a,b;c", ';'), (Texts{"a,b", "c"}));
}

TEST(CsvCellsTest, OpensQuotedCells) {
    EXPECT_EQ(cellsOf(R"("a,b","say ""hi""","",x)"), (Texts{"a,b", "say \"hi\"", "", "x"}));
    EXPECT_EQ(cellsOf(R"( "a" ,b)"), (Texts{"a", "b"}));
    EXPECT_EQ(cellsOf(R"("""")"), Texts{"\""});
    EXPECT_EQ(cellsOf(R"(5" pipe,b)"), (Texts{"5\" pipe", "b"}));
}

TEST(CsvCellsTest, RefusesBrokenQuotes) {
    EXPECT_EQ(cellsOf(R"("a,b)"), Texts{"refused: a quoted cell is not closed on its line"});
    EXPECT_EQ(cellsOf(R"(")"), Texts{"refused: a quoted cell is not closed on its line"});
    EXPECT_EQ(cellsOf(R"("a""")"), Texts{"a\""});
    EXPECT_EQ(cellsOf(R"("a"b,c)"), Texts{"refused: text follows the closing quote of a cell"});
}

TEST(CsvCellsTest, RefusesALineOfSeparators) {
    EXPECT_EQ(cellsOf(std::string(CsvCells::maxCells - 1, ',')).size(), CsvCells::maxCells);
    EXPECT_EQ(cellsOf(std::string(CsvCells::maxCells, ',')),
              Texts{"refused: the line has more than 4096 columns"});
}

TEST(CsvCellsTest, ReadsBackWhatIsQuotedForRandomText) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int round = 0; round < 2'000; ++round) {
        Texts texts(1 + random() % 6);
        std::string line;
        for (std::string& text : texts) {
            for (std::size_t i = random() % 8; i > 0; --i)
                text += "ab,\";'"[random() % 6];
            line += &text == &texts.front() ? "\"" : ",\"";
            for (const char character : text)
                line += character == '"' ? "\"\"" : std::string(1, character);
            line += '"';
        }
        ASSERT_EQ(cellsOf(line), texts) << line;
    }
}

} // namespace
} // namespace rillscope
