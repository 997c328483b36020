// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/TableBlock.h"

#include "core/parse/CsvCells.h"
#include "core/parse/TimeForm.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace rillscope {
namespace {

using Row = TableBlock::Row;

constexpr std::size_t mostLinesAbove = 8;

bool isValue(CellKind kind) {
    return kind == CellKind::Number || kind == CellKind::Quantity;
}

bool isTime(CellKind kind) {
    return kind == CellKind::Date || kind == CellKind::Clock;
}

std::optional<Row> splitLine(const std::string& line, std::size_t number, char separator) {
    CsvCells cells;
    if (!cells.split(line, separator))
        return std::nullopt;
    Row row;
    row.line = number;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        row.cells.emplace_back(cells[i]);
        row.kinds.push_back(kindOfCell(cells[i]));
    }
    return row;
}

bool hasData(const Row& row) {
    return std::any_of(row.kinds.begin(), row.kinds.end(),
                       [](CellKind kind) { return isValue(kind) || isTime(kind); });
}

/// Rows may be short, and may end with separators that close them.
bool fits(const Row& row, std::size_t columns) {
    if (row.cells.size() <= columns)
        return row.cells.size() == columns || row.cells.size() >= 2;
    return std::all_of(row.kinds.begin() + static_cast<std::ptrdiff_t>(columns), row.kinds.end(),
                       [](CellKind kind) { return kind == CellKind::Empty; });
}

CellKind kindAt(const Row& row, std::size_t column) {
    return column < row.kinds.size() ? row.kinds[column] : CellKind::Empty;
}

/// What most cells of a column are.
CellKind columnKind(const std::vector<const Row*>& rows, std::size_t column) {
    std::array<std::size_t, 7> counts{};
    for (const Row* row : rows)
        ++counts[static_cast<std::size_t>(kindAt(*row, column))];
    const auto count = [&counts](CellKind kind) { return counts[static_cast<std::size_t>(kind)]; };
    const std::size_t numbers = count(CellKind::Number) + count(CellKind::Quantity);
    const std::size_t texts = count(CellKind::Text);
    const std::size_t most = std::max({numbers, count(CellKind::Date), count(CellKind::Clock), texts});
    if (most == 0)
        return CellKind::Empty;
    if (numbers == most)
        return CellKind::Number;
    if (count(CellKind::Date) == most)
        return CellKind::Date;
    if (count(CellKind::Clock) == most)
        return CellKind::Clock;
    return CellKind::Text;
}

/// How many cells are unlike those of their columns; nothing when the row is none of this block.
std::optional<std::size_t> strangersIn(const Row& row, const std::vector<CellKind>& kinds) {
    bool hasValue = false;
    std::size_t strangers = 0;
    std::size_t filled = 0;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const CellKind cell = kindAt(row, i);
        if (cell == CellKind::Empty)
            continue;
        ++filled;
        const bool isOfValues = isValue(cell) || cell == CellKind::Missing;
        const bool isTold = isTime(kinds[i])               ? cell == kinds[i]
                            : kinds[i] == CellKind::Number ? isOfValues
                                                           : true;
        strangers += isTold ? 0 : 1;
        hasValue = hasValue || (isTold && (isValue(cell) || isTime(cell)) && kinds[i] != CellKind::Text);
        if (isTime(kinds[i]) && !isTold && cell != CellKind::Missing)
            return std::nullopt;
    }
    return hasValue && strangers * 2 <= filled ? std::optional(strangers) : std::nullopt;
}

bool isLike(const Row& row, const TableBlock& block) {
    return fits(row, block.columns) && strangersIn(row, block.columnKinds).has_value();
}

/// The block begins with a row in which nothing is strange; rows right above it may have a word or two.
std::size_t firstRowOf(std::span<const Row> all, const TableBlock& block) {
    const auto isClean = [&block](const Row& row) {
        return fits(row, block.columns) && strangersIn(row, block.columnKinds) == std::size_t{0};
    };
    auto first = static_cast<std::size_t>(std::find_if(all.begin(), all.end(), isClean) - all.begin());
    while (first > 0 && first < all.size() && isLike(all[first - 1], block))
        --first;
    return first;
}

/// From a row on; rows that begin anew with a header that is repeated, or are unlike the rest, do not end it.
TableBlock blockOf(std::span<const Row> all, char separator, std::size_t columns) {
    TableBlock block;
    block.separator = separator;
    block.columns = columns;
    std::vector<const Row*> candidates;
    for (const Row& row : all) {
        if (fits(row, columns) && hasData(row))
            candidates.push_back(&row);
    }
    for (std::size_t i = 0; i < columns; ++i)
        block.columnKinds.push_back(columnKind(candidates, i));
    double good = 0.0;
    for (const Row& row : all.subspan(firstRowOf(all, block))) {
        block.rows.push_back(row);
        block.rows.back().isGood = isLike(row, block);
        if (block.rows.back().isGood)
            good += row.cells.size() >= columns ? 1.0 : 0.5;
    }
    const auto values = std::count(block.columnKinds.begin(), block.columnKinds.end(), CellKind::Number);
    const auto texts = std::count(block.columnKinds.begin(), block.columnKinds.end(), CellKind::Text);
    const bool hasTime = std::any_of(block.columnKinds.begin(), block.columnKinds.end(), isTime);
    // What stands apart by blanks alone and has words in it is a sentence.
    const bool isSentence = separator == blanksSeparator && texts > 0;
    if (values == 0 || isSentence)
        return block;
    const double width = 1.0 + 0.1 * static_cast<double>(std::min<std::ptrdiff_t>(values, 20));
    const double clarity = 1.0 - 0.5 * static_cast<double>(texts) / static_cast<double>(columns);
    block.score = good * width * clarity * (hasTime ? 2.0 : 1.0);
    return block;
}

/// Names for columns that the rows leave away at their ends: "time,temp,comment" above "10:00,21.5".
bool namesMoreColumns(const Row& row, const TableBlock& block) {
    return block.above.empty() && row.line + 1 == block.firstLine() && row.cells.size() > block.columns &&
           block.columns > 1 && std::all_of(row.kinds.begin(), row.kinds.end(), [](CellKind kind) {
               return kind == CellKind::Text || kind == CellKind::Missing;
           });
}

bool isHeaderLike(const Row& row, const TableBlock& block) {
    if (!fits(row, block.columns) || row.cells.size() < block.columns)
        return false;
    const bool hasWord = std::any_of(row.kinds.begin(), row.kinds.end(), [](CellKind kind) {
        return kind == CellKind::Text || kind == CellKind::Missing;
    });
    const bool hasTime = std::any_of(row.kinds.begin(), row.kinds.end(), isTime);
    const bool hasFraction = std::any_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
        return kindOfCell(cell) == CellKind::Number && cell.find_first_of(".,") != std::string::npos;
    });
    // The one name of a table of numbers is a word, not a line that speaks for itself.
    const bool isSpeech =
        block.columns == 1 && row.cells.front().find_first_of("{[=:\"") != std::string::npos;
    return hasWord && !isSpeech && !hasTime && !hasFraction && !(hasData(row) && isLike(row, block));
}

void findLinesAbove(TableBlock& block, const std::vector<std::string>& lines) {
    block.above.clear();
    bool isComments = false;
    for (std::size_t line = block.firstLine(); line > 0 && block.above.size() < mostLinesAbove; --line) {
        std::string text = lines[line - 1];
        if (trimmed(text).empty())
            continue;
        const bool isTold = isComment(text) && block.columns > 1;
        auto row = splitLine(text, line - 1, block.separator);
        if (isTold &&
            !(row && isHeaderLike(*row, block) && text.front() == '#' && row->cells.front().size() == 1)) {
            if (!block.above.empty() && !isComments)
                break;
            text = trimmed(
                std::string_view(text).substr(std::min(text.find_first_not_of("#;/% "), text.size())));
            row = splitLine(text, line - 1, block.separator);
            isComments = true;
        } else if (isComments) {
            break;
        }
        if (row && !isComments && namesMoreColumns(*row, block)) {
            block.columns = row->cells.size();
            block.columnKinds.resize(block.columns, CellKind::Empty);
        }
        if (!row || !isHeaderLike(*row, block) || (isComments && row->cells.size() != block.columns)) {
            if (isComments)
                continue;
            break;
        }
        block.above.insert(block.above.begin(), std::move(*row));
        if (isComments)
            break;
    }
}

/// Where a table may begin: at the first row, and behind each line of words.
std::vector<std::size_t> startsOf(const std::vector<Row>& rows) {
    constexpr std::size_t most = 16;
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 1; i < rows.size() && starts.size() < most; ++i) {
        const bool isBehindGap = rows[i].line > rows[i - 1].line + 1;
        if (hasData(rows[i]) && (!hasData(rows[i - 1]) || isBehindGap))
            starts.push_back(i);
    }
    return starts;
}

TableBlock bestBlock(const std::vector<std::string>& lines, char separator) {
    std::vector<Row> rows;
    std::set<std::size_t> counts;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (trimmed(lines[i]).empty() || isComment(lines[i]))
            continue;
        auto row = splitLine(lines[i], i, separator);
        if (!row)
            continue;
        counts.insert(row->cells.size());
        // A closing separator makes a cell that no column has.
        if (row->cells.size() > 1 && row->kinds.back() == CellKind::Empty)
            counts.insert(row->cells.size() - 1);
        rows.push_back(std::move(*row));
    }
    TableBlock best;
    if (rows.empty())
        return best;
    const std::span<const Row> all(rows);
    for (const std::size_t start : startsOf(rows)) {
        for (const std::size_t columns : counts) {
            TableBlock block = blockOf(all.subspan(start), separator, columns);
            if (block.score <= 0.0)
                continue;
            findLinesAbove(block, lines);
            block.score *= block.above.empty() ? 1.0 : 2.0;
            if (block.score > best.score)
                best = std::move(block);
        }
    }
    return best;
}

/// Whether a line holds several of the names that stand above the block, and little else.
bool namesTheSame(const Row& row, const TableBlock& block) {
    std::size_t same = 0;
    for (const std::string& cell : row.cells) {
        const auto& names = block.above.back().cells;
        same += !cell.empty() && std::find(names.begin(), names.end(), cell) != names.end() ? 1 : 0;
    }
    return same >= 2 && same * 2 >= row.cells.size();
}

/// The header may come again with other columns; then the table is the one that came first.
void goBackToFirstHeader(TableBlock& best, const std::vector<std::string>& lines) {
    if (best.above.empty())
        return;
    const std::size_t header = best.above.back().line;
    for (std::size_t i = 0; i < header; ++i) {
        const auto row = splitLine(lines[i], i, best.separator);
        if (!row || hasData(*row) || !namesTheSame(*row, best))
            continue;
        const std::vector<std::string> before(lines.begin(),
                                              lines.begin() + static_cast<std::ptrdiff_t>(header));
        TableBlock first = bestBlock(before, best.separator);
        if (first.score > 0.0 && !first.above.empty())
            best = std::move(first);
        return;
    }
}

bool areWholeNumbers(const Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
        return cell.find_first_not_of("0123456789", cell.starts_with('-') ? 1 : 0) == std::string::npos;
    });
}

/// "21,5" is one number where a line above names one column, or where the digits behind the comma begin with
/// 0; else nobody knows.
void considerDecimalComma(TableBlock& block, const std::vector<std::string>& lines) {
    if (block.separator != ',' || block.columns != 2 || !block.above.empty() ||
        !std::all_of(block.rows.begin(), block.rows.end(), areWholeNumbers))
        return;
    const bool hasBlank = std::any_of(block.rows.begin(), block.rows.end(), [&lines](const Row& row) {
        return lines[row.line].find_first_of(" \t\"") != std::string::npos ||
               row.cells.back().starts_with('-');
    });
    const bool haveTimes = std::all_of(block.rows.begin(), block.rows.end(), [](const Row& row) {
        return looksLikeTime(row.cells.front()) || looksLikeTime(row.cells.back());
    });
    if (hasBlank || haveTimes)
        return;
    const bool isNamed = block.firstLine() > 0 &&
                         kindOfCell(trimmed(lines[block.firstLine() - 1])) == CellKind::Text &&
                         lines[block.firstLine() - 1].find_first_of(",;") == std::string::npos;
    const bool hasZero = std::any_of(block.rows.begin(), block.rows.end(), [](const Row& row) {
        return row.cells.back().size() > 1 && row.cells.back().front() == '0';
    });
    if (isNamed || hasZero)
        block = bestBlock(lines, ';');
    else
        block.mayBeDecimal = true;
}

} // namespace

bool isComment(std::string_view line) {
    const std::string_view text = trimmed(line);
    return text.starts_with('#') || text.starts_with("//") || text.starts_with("; ") || text == ";" ||
           text.starts_with("% ");
}

std::optional<TableBlock> findTable(const std::vector<std::string>& lines, std::optional<char> separator) {
    TableBlock best;
    for (const char candidate : {'\t', ';', ',', '|', blanksSeparator}) {
        if (separator && candidate != *separator)
            continue;
        const auto has = [candidate](const std::string& line) {
            return line.find(candidate) != std::string::npos;
        };
        if (candidate != ',' && !separator && std::none_of(lines.begin(), lines.end(), has))
            continue;
        TableBlock block = bestBlock(lines, candidate);
        if (block.score > best.score)
            best = std::move(block);
    }
    if (best.score <= 0.0)
        return std::nullopt;
    goBackToFirstHeader(best, lines);
    if (!separator)
        considerDecimalComma(best, lines);
    return best;
}

} // namespace rillscope
