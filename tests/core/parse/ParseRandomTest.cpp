// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/MissingWords.h"
#include "tests/core/parse/ParseText.h"

#include <gtest/gtest.h>

#include <cmath>

namespace rillscope {
namespace {

using test::isSame;
using test::isSameValue;
using test::parseInPieces;
using test::parseText;
using Random = std::mt19937_64;

std::string digitsOf(double value) {
    std::array<char, 400> digits{};
    return std::string(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

/// Any double but those that a row without a header would make a time of, and the codes for no value.
double anyValue(Random& random) {
    const auto value = std::bit_cast<double>(random());
    return std::isfinite(value) && !looksLikeTime(digitsOf(value)) && !isOverloadCode(value)
               ? value
               : static_cast<double>(random() % 1'000) / 7.0;
}

/// A table of random values, and how a program far away might write it.
struct RandomTable {
    explicit RandomTable(Random& random)
        : separator(",;\t"[random() % 3])
        , hasDecimalComma(separator != ',' && random() % 2 == 0)
        , hasHeader(random() % 3 != 0)
        , isQuoted(random() % 3 == 0)
        , lineEnd(random() % 2 == 0 ? "\n" : "\r\n")
        , timeStyle(random() % 4)
        , columns(1 + static_cast<int>(random() % 4))
        , timeColumn(random() % 2 == 0 ? 0 : columns) {
        std::int64_t time = 1'700'000'000'000'000'000 + static_cast<std::int64_t>(random() % 1'000'000'000);
        for (int row = 0; row < 30; ++row) {
            time += static_cast<std::int64_t>(random() % 3'000'000'000) - 200'000'000;
            times.push_back(fromNanoseconds(timeStyle == 1 ? time / 1'000'000 * 1'000'000 : time));
            std::vector<double> row_(static_cast<std::size_t>(columns));
            for (double& value : row_)
                value = anyValue(random);
            values.push_back(row_);
        }
    }

    std::string cell(std::string text) const { return isQuoted ? '"' + text + '"' : text; }

    std::string timeText(Timestamp time) const {
        const std::int64_t nanoseconds = toNanoseconds(time);
        switch (timeStyle) {
        case 0:
            return formatRfc3339(time);
        case 1:
            return std::to_string(nanoseconds / 1'000'000);
        case 2:
            return std::to_string(nanoseconds);
        default:
            std::string fraction = std::to_string(nanoseconds % 1'000'000'000);
            return std::to_string(nanoseconds / 1'000'000'000) + '.' + std::string(9 - fraction.size(), '0') +
                   fraction;
        }
    }

    std::string valueText(double value) const {
        std::string text = digitsOf(value);
        if (hasDecimalComma && text.find('.') != std::string::npos)
            text[text.find('.')] = ',';
        return text;
    }

    template <typename CellText>
    void appendRow(std::string& text, const std::string& time, CellText cellText) const {
        for (int column = 0; column <= columns; ++column) {
            if (column > 0)
                text += separator;
            const int value = column < timeColumn ? column : column - 1;
            text += cell(column == timeColumn ? time : cellText(value));
        }
        text += lineEnd;
    }

    std::string text() const {
        std::string text = isQuoted ? "\xef\xbb\xbf" : "";
        if (hasHeader)
            appendRow(text, "Timestamp", [](int value) { return "channel " + std::to_string(value); });
        for (std::size_t row = 0; row < times.size(); ++row)
            appendRow(text, timeText(times[row]),
                      [&](int value) { return valueText(values[row][static_cast<std::size_t>(value)]); });
        return text;
    }

    char separator;
    bool hasDecimalComma;
    bool hasHeader;
    bool isQuoted;
    const char* lineEnd;
    std::uint64_t timeStyle;
    int columns;
    int timeColumn;
    std::vector<Timestamp> times;
    std::vector<std::vector<double>> values;
};

TEST(ParseRandomTest, ReadsAnyDialectBackToTheBit) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    for (int round = 0; round < 500; ++round) {
        const RandomTable table(random);
        const std::string text = table.text();
        const auto parsed = parseText(text);
        ASSERT_EQ(parsed.block.malformedCount, 0) << text << test::describeNotices(parsed.block);
        ASSERT_EQ(parsed.block.size(), static_cast<qsizetype>(table.times.size()) * table.columns) << text;
        qsizetype index = 0;
        for (std::size_t row = 0; row < table.times.size(); ++row) {
            for (int column = 0; column < table.columns; ++column, ++index) {
                const Sample sample = parsed.block.at(index);
                ASSERT_EQ(sample.channel, column);
                ASSERT_EQ(sample.eventTime, table.times[row]) << text;
                ASSERT_TRUE(isSameValue(sample.value, table.values[row][static_cast<std::size_t>(column)]))
                    << text;
            }
        }
    }
}

/// Lines that make sense, lines that nearly do, and bytes.
std::string hostileText(Random& random) {
    static const std::vector<std::string> pieces{"timestamp,value",
                                                 "time;a;b",
                                                 "2024-03-01 10:00:00,21.5",
                                                 "5;1,5;2",
                                                 "5,1,2",
                                                 "{\"value\":1}",
                                                 "{\"ts\":5,\"a\":",
                                                 "temp=1 h=2",
                                                 "nan",
                                                 "1e400",
                                                 "\"",
                                                 ",",
                                                 ";",
                                                 "\t",
                                                 "\xff",
                                                 "\xc3\xa4",
                                                 "#",
                                                 " ",
                                                 "\r",
                                                 "21.5",
                                                 "-",
                                                 "=",
                                                 "{",
                                                 "}",
                                                 "[1]",
                                                 "timestamp,temperature,temperature_f,channel,quality",
                                                 "'=a",
                                                 "99999999999999999999"};
    std::string text;
    for (std::size_t i = random() % 120; i > 0; --i) {
        const std::uint64_t choice = random() % 12;
        if (choice < 7)
            text += pieces[random() % pieces.size()];
        else if (choice < 11)
            text += '\n';
        else
            text += static_cast<char>(random() % 256);
    }
    return text;
}

/// A good table with some bytes changed, cut out, or put in twice.
std::string damagedTable(Random& random) {
    std::string text = RandomTable(random).text();
    for (std::size_t edits = 1 + random() % 8; edits > 0; --edits) {
        const std::size_t at = random() % text.size();
        const std::size_t length = random() % 40;
        switch (random() % 3) {
        case 0:
            text[at] = static_cast<char>(random() % 256);
            break;
        case 1:
            text.erase(at, std::min(length, text.size() - 1));
            break;
        default:
            text.insert(at, text.substr(random() % text.size(), length));
        }
    }
    return text;
}

TEST(ParseRandomTest, AccountsForEveryLineOfAnyGarbage) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    for (int round = 0; round < 3'000; ++round) {
        const std::string text = round % 3 == 0 ? damagedTable(random) : hostileText(random);
        const auto parsed = parseText(text);
        if (parsed.question)
            continue; // nothing was read
        const qint64 lines = test::countLines(text);
        ASSERT_EQ(parsed.counts.accepted + parsed.counts.malformed + parsed.counts.ignored, lines) << text;
        ASSERT_EQ(parsed.counts.malformed, parsed.block.malformedCount);
        ASSERT_GE(parsed.block.size(), parsed.counts.accepted);
        ASSERT_EQ(parsed.block.size(), parsed.block.value.size());
        for (const ChannelIndex channel : parsed.block.channel)
            ASSERT_LT(channel, parsed.block.channels.size());
    }
}

TEST(ParseRandomTest, ReadsTheSameHoweverTheBytesAreCut) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    for (int round = 0; round < 1'000; ++round) {
        const std::string text = round % 2 == 0 ? damagedTable(random) : hostileText(random);
        const auto whole = parseText(text);
        const auto inPieces = parseInPieces(
            text, {}, [&random](std::size_t left) { return std::min<std::size_t>(left, 1 + random() % 20); });
        ASSERT_TRUE(isSame(whole.block, inPieces.block)) << text;
        ASSERT_EQ(whole.question.has_value(), inPieces.question.has_value());
    }
}

} // namespace
} // namespace rillscope
