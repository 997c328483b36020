// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/TextSniffer.h"

#include "core/model/ChannelInfo.h"
#include "core/parse/ColumnNames.h"
#include "core/parse/CsvCells.h"
#include "core/parse/DateText.h"
#include "core/parse/FieldName.h"
#include "core/parse/LineReader.h"
#include "core/parse/Parsed.h"

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

using Lines = std::vector<std::string>;
using Role = TableColumn::Role;

/// How a file is read that this program has written, if the first line that says something is its header.
std::optional<TextFormat> findOwnFormat(const Lines& lines) {
    const auto line = std::find_if(lines.begin(), lines.end(), [](const std::string& each) {
        return !trimmed(each).empty() && !isComment(each);
    });
    CsvCells cells;
    if (line == lines.end() || !cells.split(trimmed(*line), ','))
        return std::nullopt;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < cells.size(); ++i)
        names.emplace_back(cells[i]);
    auto table = ownFormat(names, ',');
    if (!table)
        return std::nullopt;
    TextFormat format;
    format.kind = TextFormat::Kind::Table;
    format.linesBefore = static_cast<std::size_t>(line - lines.begin()) + 1;
    format.table = std::move(*table);
    return format;
}

std::size_t countSpeaking(const Lines& lines) {
    LineReader reader;
    std::size_t count = 0;
    bool isInside = false;
    for (const std::string& line : lines) {
        if (trimmed(line).empty())
            continue;
        // The lines of a JSON value that goes on speak with its first.
        const bool isJson =
            reader.isOpen() || trimmed(line).starts_with('{') || trimmed(line).starts_with('[');
        if (isJson && LineReader::speaksForItself(isInside ? "{" : std::string_view(line))) {
            isInside = reader.read(line) == LineReader::Result::Open;
            ++count;
        } else if (!isComment(line) && LineReader::speaksForItself(line)) {
            ++count;
        }
    }
    return count;
}

bool areNames(const std::string& line) {
    CsvCells cells;
    for (const char separator : {'\t', ';', ',', '|'}) {
        if (line.find(separator) == std::string::npos || !cells.split(line, separator))
            continue;
        bool isKnown = false;
        bool isText = cells.size() > 1;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const CellKind kind = kindOfCell(cells[i]);
            isText =
                isText && (kind == CellKind::Text || kind == CellKind::Empty || kind == CellKind::Missing);
            isKnown = isKnown || FieldName::read(cells[i]).kind != FieldName::Kind::Other;
        }
        return isText && isKnown;
    }
    return line.find_first_of("=:") == std::string::npos && kindOfCell(trimmed(line)) == CellKind::Text &&
           FieldName::read(line).kind != FieldName::Kind::Other;
}

bool areOnlyNames(const Lines& lines) {
    bool hasAny = false;
    for (const std::string& line : lines) {
        if (trimmed(line).empty() || isComment(line))
            continue;
        if (!areNames(line))
            return false;
        hasAny = true;
    }
    return hasAny;
}

/// Lines are better where they read as much, and the table has cells that it makes nothing of. In front of a
/// header stand facts about the device, which speak for themselves, too.
bool prefersLines(const Lines& lines, const std::optional<TableBlock>& block) {
    if (!block)
        return countSpeaking(lines) > 0;
    const auto good = static_cast<std::size_t>(std::count_if(
        block->rows.begin(), block->rows.end(), [](const TableBlock::Row& row) { return row.isGood; }));
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(block->firstLine());
    const std::size_t before = countSpeaking(Lines(lines.begin(), first));
    const std::size_t within = countSpeaking(Lines(first, lines.end()));
    if (!block->above.empty())
        return within > good || before > (block->columns > 1 ? 20 + 5 * good : 0);
    const auto& kinds = block->columnKinds;
    const bool hasText = std::find(kinds.begin(), kinds.end(), CellKind::Text) != kinds.end();
    const std::size_t speaking = before + within;
    return speaking > good || (speaking == good && (hasText || block->columns == 1));
}

void decide(TextFormat& format, Message message) {
    format.decisions.append(std::move(message));
}

bool holdsZone(const std::string& cell, DateOrder order) {
    const auto date = readDateText(cell, order);
    return date && date->hasZone;
}

/// Whether neither a person nor the name of the column nor the first cells say of which zone the dates are.
bool isZoneUnknown(const TableFormat& table, const TableBlock& block) {
    const bool isDate = table.time.kind == TimeForm::Kind::Date ||
                        table.time.kind == TimeForm::Kind::Compact || table.time.kind == TimeForm::Kind::Days;
    if (!isDate || !table.zone.isEmpty())
        return false;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Role role = table.columns[i].role;
        if (role != Role::Time && role != Role::Clock)
            continue;
        if (FieldName::read(table.columns[i].header).zoneSeconds)
            return false;
        const auto hasZone = [&](const TableBlock::Row& row) {
            return row.isGood && i < row.cells.size() && holdsZone(row.cells[i], table.time.order);
        };
        if (std::any_of(block.rows.begin(), block.rows.end(), hasZone))
            return false;
    }
    return true;
}

void describe(TextFormat& format, const TableBlock& block, const TextOptions& options) {
    const TableFormat& table = format.table;
    if (isZoneUnknown(table, block))
        decide(format, Message(QT_TRANSLATE_NOOP("Message", "the times name no zone and are read as UTC; "
                                                            "zone=Europe/Berlin says where they are of")));
    const bool isRelative =
        table.time.kind == TimeForm::Kind::Clock || table.time.kind == TimeForm::Kind::Elapsed;
    if (isRelative && !table.time.start && !options.isLive)
        decide(format, Message(QT_TRANSLATE_NOOP(
                           "Message", "the times count from a start that is not known, and are taken from "
                                      "1970-01-01 on; start=TIME sets it")));
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const TableColumn& column = table.columns[i];
        if (column.role == Role::Ignored && !column.isTooMany)
            decide(format,
                   column.header.empty()
                       ? Message(QT_TRANSLATE_NOOP("Message", "column %1 holds no values and is left out"),
                                 i + 1)
                       : Message(QT_TRANSLATE_NOOP("Message", "column %1 holds no values and is left out"),
                                 excerpt(column.header)));
    }
    if (table.columnsTooMany > 0)
        decide(format, Message(QT_TRANSLATE_NOOP("Message", "only the first %1 value columns are read"),
                               maxChannels));
}

/// Names right above rows of another number of cells: a decimal comma may stand in them that nothing quotes.
std::optional<TextQuestion> mismatchAbove(const Lines& lines, const TableBlock& block) {
    if (block.firstLine() == 0)
        return std::nullopt;
    CsvCells cells;
    const std::string& above = lines[block.firstLine() - 1];
    if (isComment(above) || !cells.split(above, block.separator) || cells.size() < 2 ||
        cells.size() == block.columns)
        return std::nullopt;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (kindOfCell(cells[i]) != CellKind::Text)
            return std::nullopt;
    }
    return TextQuestion{
        TextQuestion::Kind::Other,
        Message(QT_TRANSLATE_NOOP("Message",
                                  "the header names %1 columns where the rows have %2; a decimal comma "
                                  "that is not quoted may stand in them, or a name is missing"),
                QString::number(cells.size()), QString::number(block.columns))};
}

TextQuestion noTime() {
    return {TextQuestion::Kind::NoTime,
            Message(QT_TRANSLATE_NOOP(
                "Message", "there is no time column that can be read; choose it with time=COLUMN, or say "
                           "how the rows follow each other with start=2026-01-31T12:00:00Z&interval=1s"))};
}

} // namespace

tl::expected<TextFormat, TextQuestion> sniffText(const std::vector<std::string>& lines,
                                                 const TextOptions& options) {
    if (auto own = findOwnFormat(lines))
        return std::move(*own);
    TextFormat format;
    const auto block = findTable(lines, options.separator);
    if (prefersLines(lines, block)) {
        format.kind = TextFormat::Kind::Lines;
        return format;
    }
    if (!block) {
        format.kind = areOnlyNames(lines) ? TextFormat::Kind::Names : TextFormat::Kind::Unknown;
        return format;
    }
    const TableHeader header = readHeader(*block);
    if (header.names.empty() && !options.isLive) {
        if (auto question = mismatchAbove(lines, *block))
            return tl::unexpected(std::move(*question));
    }
    auto table = assignRoles(*block, header, options);
    if (!table)
        return tl::unexpected(table.error());
    const bool hasTime = table->time.kind != TimeForm::Kind::None || (options.start && options.interval);
    if (!hasTime && !options.isLive)
        return tl::unexpected(noTime());
    format.kind = TextFormat::Kind::Table;
    format.table = std::move(*table);
    // Without a header what stands before the rows is no preamble, but something that cannot be read.
    if (!header.names.empty()) {
        format.table.header = lines[header.line];
        format.linesBefore = block->firstLine();
    }
    describe(format, *block, options);
    return format;
}

std::optional<Message> foreignContent(std::string_view bytes) {
    struct Magic {
        std::string_view start;
        const char* name;
    };
    constexpr std::array magics{Magic{"\x89PNG", "PNG"},
                                Magic{"\xff\xd8\xff", "JPEG"},
                                Magic{"GIF8", "GIF"},
                                Magic{"%PDF", "PDF"},
                                Magic{"SQLite format 3", "SQLite"},
                                Magic{"PAR1", "Parquet"},
                                Magic{"\x89HDF", "HDF5"},
                                Magic{"\x7f"
                                      "ELF",
                                      "ELF"},
                                Magic{"TDSm", "TDMS"},
                                Magic{"\xd0\xcf\x11\xe0", "Excel (xls)"}};
    if (bytes.starts_with("PK\x03\x04"))
        return Message(QT_TRANSLATE_NOOP(
            "Message", "this is a compressed workbook or archive (xlsx, zip), not text; export it "
                       "as CSV"));
    for (const Magic& magic : magics) {
        if (bytes.starts_with(magic.start))
            return Message(QT_TRANSLATE_NOOP("Message", "this is a binary file (%1), not text"),
                           QString::fromLatin1(magic.name));
    }
    const std::string_view text =
        bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf"), bytes.size()));
    if (text.starts_with("<?xml") || text.starts_with("<!") ||
        (text.starts_with('<') && text.find('>') < 200))
        return Message(QT_TRANSLATE_NOOP("Message", "this is XML or HTML, not a table; export it as CSV"));
    return std::nullopt;
}

} // namespace rillscope
