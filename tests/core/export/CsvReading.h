// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rfc3339.h"

#include <gtest/gtest.h>

#include <charconv>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace rillscope::test {

/// One row of the CSV this program writes, as text; a reader as simple as the format allows.
struct CsvRow {
    std::string timestamp;
    std::string temperature;
    std::string fahrenheit;
    std::string channel;
    std::string quality;
    std::string value;
    std::string unit;
};

inline std::vector<std::vector<std::string>> splitCsv(const std::string& text) {
    std::vector<std::vector<std::string>> rows(1, {std::string()});
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isQuoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"')
            rows.back().back() += text[i++];
        else if (text[i] == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && text[i] == ',')
            rows.back().emplace_back();
        else if (!isQuoted && text[i] == '\n')
            rows.push_back({std::string()});
        else
            rows.back().back() += text[i];
    }
    return rows;
}

/// The rows below the header. Fails the test where the shape is wrong.
inline std::vector<CsvRow> readRows(const std::string& text) {
    const auto cells = splitCsv(text);
    EXPECT_EQ(text.substr(0, text.find('\n')),
              "timestamp,temperature,temperature_f,channel,quality,value,unit");
    EXPECT_EQ(cells.back(), std::vector<std::string>{""}) << "the last line has no end";
    std::vector<CsvRow> rows;
    for (std::size_t i = 1; i + 1 < cells.size(); ++i) {
        EXPECT_EQ(cells[i].size(), 7U) << "row " << i;
        if (cells[i].size() == 7)
            rows.push_back(
                {cells[i][0], cells[i][1], cells[i][2], cells[i][3], cells[i][4], cells[i][5], cells[i][6]});
    }
    return rows;
}

inline double toDouble(const std::string& text) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    EXPECT_TRUE(error == std::errc() && end == text.data() + text.size()) << text;
    return value;
}

inline std::string readFile(const QString& path) {
    std::ifstream file(path.toStdString(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace rillscope::test
