// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/LineSplitter.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace rillscope {
namespace {

using Texts = std::vector<std::string>;

Texts takeLines(LineSplitter& splitter) {
    Texts lines;
    while (const auto line = splitter.next())
        lines.push_back(line->isTooLong ? "#" + std::to_string(line->number) + " too long"
                                        : std::string(line->text));
    return lines;
}

Texts splitWhole(std::string_view text) {
    LineSplitter splitter;
    splitter.feed(text);
    splitter.finish();
    return takeLines(splitter);
}

TEST(LineSplitterTest, EndsLinesWithLfAndCrLf) {
    EXPECT_EQ(splitWhole("a\nb\r\n\r\n\nc"), (Texts{"a", "b", "", "", "c"}));
    EXPECT_EQ(splitWhole("a\n"), Texts{"a"});
    EXPECT_EQ(splitWhole("a\r"), Texts{"a"});
    EXPECT_EQ(splitWhole(""), Texts{});
}

TEST(LineSplitterTest, EndsLinesWithCrAlone) {
    EXPECT_EQ(splitWhole("a\rb\r\rc\r"), (Texts{"a", "b", "", "c"}));
    EXPECT_EQ(splitWhole("a\rb\nc"), (Texts{"a", "b", "c"}));
    EXPECT_EQ(splitWhole("a\r\r\nb"), (Texts{"a", "b"})) << "an end of line that was converted twice";
    LineSplitter splitter;
    splitter.feed("a\r");
    EXPECT_EQ(takeLines(splitter), Texts{}) << "LF may follow";
    splitter.feed("b\r\n");
    EXPECT_EQ(takeLines(splitter), (Texts{"a", "b"}));
}

TEST(LineSplitterTest, SkipsAByteOrderMarkAtTheStartOnly) {
    EXPECT_EQ(splitWhole("\xef\xbb\xbf"
                         "a\n\xef\xbb\xbf"
                         "b"),
              (Texts{"a", "\xef\xbb\xbf"
                          "b"}));
    EXPECT_EQ(splitWhole("\xef\xbb\xbf"), Texts{""});
    EXPECT_EQ(splitWhole("\xef\xbb"), Texts{"\xef\xbb"});
}

TEST(LineSplitterTest, KeepsALineUntilItsEndHasCome) {
    LineSplitter splitter;
    splitter.feed("21.");
    EXPECT_EQ(takeLines(splitter), Texts{});
    splitter.feed("5\n22");
    EXPECT_EQ(takeLines(splitter), Texts{"21.5"});
    splitter.finish();
    EXPECT_EQ(takeLines(splitter), Texts{"22"});
}

TEST(LineSplitterTest, ReportsALineThatIsTooLongOnceAndGoesOn) {
    const std::string longest(LineSplitter::maxLineBytes, 'x');
    EXPECT_EQ(splitWhole("a\n" + longest + "\r\nb"), (Texts{"a", longest, "b"}));
    EXPECT_EQ(splitWhole("a\n" + longest + "y\nb"), (Texts{"a", "#2 too long", "b"}));
    EXPECT_EQ(splitWhole(longest + longest + longest), Texts{"#1 too long"});
    EXPECT_EQ(splitWhole("\xef\xbb\xbf" + longest + "\r\nb"), (Texts{longest, "b"}));
}

TEST(LineSplitterTest, NeedsNoMemoryForAnEndlessLine) {
    LineSplitter splitter;
    const std::string piece(4'096, 'x');
    Texts lines;
    for (int i = 0; i < 10'000; ++i) {
        splitter.feed(piece);
        for (const std::string& line : takeLines(splitter))
            lines.push_back(line);
    }
    splitter.feed("\nb\n");
    EXPECT_EQ(lines, Texts{"#1 too long"});
    EXPECT_EQ(takeLines(splitter), Texts{"b"});
    EXPECT_EQ(splitter.bytesConsumed(), 4'096 * 10'000 + 3);
}

TEST(LineSplitterTest, MakesNoDifferenceWhereTheBytesAreCut) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int round = 0; round < 300; ++round) {
        std::string text;
        const char* alphabet = "ab\r\n\n\xef\xbb\xbf";
        for (std::size_t i = random() % 60; i > 0; --i)
            text += alphabet[random() % 8];
        if (round % 10 == 0)
            text += std::string(LineSplitter::maxLineBytes - 3 + random() % 10, 'x') +
                    (random() % 2 ? "\r\nz" : "\nz");
        const Texts expected = splitWhole(text);
        LineSplitter splitter;
        Texts lines;
        const std::size_t largest = 1 + (round % 10 == 0 ? 40'000 : random() % 9);
        for (std::string_view rest = text; !rest.empty();) {
            const std::size_t piece = std::min(rest.size(), 1 + random() % largest);
            splitter.feed(rest.substr(0, piece));
            rest.remove_prefix(piece);
            for (const std::string& line : takeLines(splitter))
                lines.push_back(line);
        }
        splitter.finish();
        for (const std::string& line : takeLines(splitter))
            lines.push_back(line);
        ASSERT_EQ(lines, expected) << "round " << round;
        ASSERT_EQ(splitter.bytesConsumed(), static_cast<qint64>(text.size()));
    }
}

} // namespace
} // namespace rillscope
