// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/parse/ParseText.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

namespace rillscope {
namespace {

using Random = std::mt19937_64;

std::string twoDigits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// A moment as its parts.
struct Moment {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;

    explicit Moment(std::int64_t seconds) {
        using namespace std::chrono;
        const sys_seconds time{std::chrono::seconds{seconds}};
        const auto date = floor<days>(time);
        const year_month_day ymd{date};
        const hh_mm_ss clock{time - date};
        year = static_cast<int>(ymd.year());
        month = static_cast<int>(static_cast<unsigned>(ymd.month()));
        day = static_cast<int>(static_cast<unsigned>(ymd.day()));
        hour = static_cast<int>(clock.hours().count());
        minute = static_cast<int>(clock.minutes().count());
        second = static_cast<int>(clock.seconds().count());
    }

    std::string clock() const { return twoDigits(hour) + ':' + twoDigits(minute) + ':' + twoDigits(second); }
    std::string halfDayClock() const {
        return std::to_string(hour % 12 == 0 ? 12 : hour % 12) + ':' + twoDigits(minute) + ':' +
               twoDigits(second) + (hour < 12 ? " AM" : " PM");
    }
};

/// A table that a program far away might have written, and what it says.
class RandomFile {
public:
    explicit RandomFile(Random& random) : m_random(random) {
        m_separator = ",;\t|"[pick(4)];
        m_hasDecimalComma = m_separator != ',' && pick(2) == 0;
        m_timeStyle = pick(10);
        m_columns = 1 + pick(5);
        m_hasHeader = pick(4) != 0;
        m_hasUnits = m_hasHeader && pick(4) == 0;
        m_isQuoted = pick(4) == 0;
        m_closes = pick(5) == 0;
        m_lineEnd = pick(3) == 0 ? "\r\n" : "\n";
        m_decimals = pick(2) == 0 ? 1 : 2;
        if (m_hasHeader)
            addPreamble();
        if (m_hasHeader)
            addHeader();
        if (m_hasUnits)
            addUnits();
        addRows();
    }

    const std::string& text() const { return m_text; }
    /// "column seconds hundredths" of each value in the file's order.
    const std::vector<std::string>& expected() const { return m_expected; }

private:
    std::size_t pick(std::size_t choices) { return m_random() % choices; }

    void addLine(const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            m_text += i > 0 ? std::string(1, m_separator) : std::string();
            m_text += m_isQuoted ? '"' + cells[i] + '"' : cells[i];
        }
        m_text += m_closes ? std::string(1, m_separator) : std::string();
        m_text += m_lineEnd;
    }

    void addPreamble() {
        static const std::vector<std::string> lines{"Logger of the hall", "Serial number: 4711", "",
                                                    "# made by a device", "Sampling every 10 s"};
        for (std::size_t i = pick(4); i > 0; --i)
            m_text += lines[pick(lines.size())] + m_lineEnd;
    }

    void addHeader() {
        std::vector<std::string> names{"Time"};
        if (m_timeStyle == 4)
            names = {"Date", "Time"};
        for (std::size_t i = 0; i < m_columns; ++i)
            names.push_back("probe " + std::string(1, static_cast<char>('a' + i)));
        addLine(names);
    }

    void addUnits() {
        std::vector<std::string> units(m_timeStyle == 4 ? 2 : 1);
        for (std::size_t i = 0; i < m_columns; ++i)
            units.push_back(i % 2 == 0 ? "hPa" : "V");
        addLine(units);
    }

    std::vector<std::string> timeCells(std::int64_t seconds) const {
        const Moment m(seconds);
        const std::string year = std::to_string(m.year);
        const std::string month = twoDigits(m.month);
        const std::string day = twoDigits(m.day);
        switch (m_timeStyle) {
        case 0:
            return {year + '-' + month + '-' + day + 'T' + m.clock() + 'Z'};
        case 1:
            return {year + '/' + month + '/' + day + ' ' + m.clock()};
        case 2:
            return {day + '.' + month + '.' + year + ' ' + m.clock()};
        case 3:
            return {day + '/' + month + '/' + year + ' ' + m.clock()};
        case 4:
            return {year + '-' + month + '-' + day, m.clock()};
        case 5:
            return {month + '/' + day + '/' + year + ' ' + m.halfDayClock()};
        case 6:
            return {std::to_string(seconds)};
        case 7:
            return {std::to_string(seconds) + "000"};
        case 8:
            return {year + month + day + twoDigits(m.hour) + twoDigits(m.minute) + twoDigits(m.second)};
        default:
            return {day + '-' + monthName(m.month) + '-' + year + ' ' + m.clock()};
        }
    }

    static std::string monthName(int month) {
        constexpr std::string_view names = "JanFebMarAprMayJunJulAugSepOctNovDec";
        return std::string(names.substr(static_cast<std::size_t>(month - 1) * 3, 3));
    }

    std::string valueText(std::int64_t hundredths) const {
        const std::int64_t scale = m_decimals == 1 ? 10 : 1;
        const std::int64_t shown = hundredths / scale;
        const std::int64_t one = 100 / scale;
        std::string fraction = std::to_string(std::abs(shown % one));
        if (m_decimals == 2 && fraction.size() == 1)
            fraction = '0' + fraction;
        return (shown < 0 ? "-" : "") + std::to_string(std::abs(shown / one)) +
               (m_hasDecimalComma ? ',' : '.') + fraction;
    }

    void addRows() {
        static const std::vector<std::string> missing{"--", "N/A", "OPEN", "null", "-"};
        std::int64_t seconds = 1'700'000'000 + static_cast<std::int64_t>(pick(300'000'000));
        const std::int64_t step = static_cast<std::int64_t>(1 + pick(7'200));
        for (std::size_t row = 0, rows = 2 + pick(60); row < rows; ++row, seconds += step) {
            std::vector<std::string> cells = timeCells(seconds);
            for (std::size_t column = 0; column < m_columns; ++column) {
                const std::size_t choice = pick(12);
                if (choice == 0 && row > 0) {
                    cells.push_back(missing[pick(missing.size())]);
                } else if (choice == 1 && row > 0) {
                    cells.emplace_back();
                } else {
                    std::int64_t value = static_cast<std::int64_t>(pick(90'000)) - 20'000;
                    value = m_decimals == 1 ? value / 10 * 10 : value;
                    cells.push_back(valueText(value));
                    m_expected.push_back(std::to_string(column) + ' ' + std::to_string(seconds) + ' ' +
                                         std::to_string(value));
                }
            }
            addLine(cells);
        }
    }

    Random& m_random;
    char m_separator = ',';
    bool m_hasDecimalComma = false;
    std::size_t m_timeStyle = 0;
    std::size_t m_columns = 1;
    bool m_hasHeader = false;
    bool m_hasUnits = false;
    bool m_isQuoted = false;
    bool m_closes = false;
    std::string m_lineEnd;
    int m_decimals = 1;
    std::string m_text;
    std::vector<std::string> m_expected;
};

/// Each sample with a value, as RandomFile::expected() has it; channels are numbered by their names.
std::vector<std::string> samplesOf(const SampleBlock& block) {
    std::vector<std::string> samples;
    for (qsizetype i = 0; i < block.size(); ++i) {
        const Sample sample = block.at(i);
        if (std::isnan(sample.value))
            continue;
        const QString name = block.channels.at(sample.channel).name;
        const int column = name.startsWith(QStringLiteral("probe ")) ? name.at(6).unicode() - u'a'
                                                                     : name.section(u'-', 1).toInt() - 1;
        samples.push_back(std::to_string(column) + ' ' +
                          std::to_string(toNanoseconds(sample.eventTime) / 1'000'000'000) + ' ' +
                          std::to_string(std::llround(sample.value * 100.0)));
    }
    return samples;
}

TEST(DialectRandomTest, ReadsEachDialectRightlyOrAsks) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    int asked = 0;
    constexpr int rounds = 500;
    for (int round = 0; round < rounds; ++round) {
        const RandomFile file(random);
        const auto parsed = test::parseFile(file.text());
        if (parsed.question) {
            ++asked;
            continue;
        }
        ASSERT_EQ(samplesOf(parsed.block), file.expected())
            << "round " << round << '\n'
            << file.text() << test::describeNotices(parsed.block);
        ASSERT_EQ(parsed.block.malformedCount, 0) << file.text() << test::describeNotices(parsed.block);
    }
    EXPECT_LT(asked, rounds / 4) << "what can be known is not asked";
}

} // namespace
} // namespace rillscope
