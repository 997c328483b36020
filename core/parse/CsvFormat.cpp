// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/CsvFormat.h"

#include "core/model/ChannelInfo.h"
#include "core/parse/ChannelTable.h"
#include "core/parse/CsvCells.h"
#include "core/parse/FieldName.h"
#include "core/parse/NumberParser.h"

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

using Role = CsvColumn::Role;
using Header = CsvFormat::Header;
using Kind = FieldName::Kind;

DecimalMark decimalMarkBeside(char separator) {
    return separator == ',' ? DecimalMark::Point : DecimalMark::PointOrComma;
}

/// The header CsvWriter writes. Its columns' meaning is fixed, whatever their names would say elsewhere.
bool isOwnHeader(const CsvCells& cells, char separator) {
    constexpr std::array<std::string_view, 5> names{"timestamp", "temperature", "temperature_f", "channel",
                                                    "quality"};
    if (separator != ',' || cells.size() != names.size())
        return false;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (cells[i] != names[i])
            return false;
    }
    return true;
}

CsvFormat ownFormat() {
    CsvFormat format{Header::Known, ',', {}, std::nullopt, 0};
    for (const Role role : {Role::Time, Role::Value, Role::Fahrenheit, Role::Channel, Role::Marks})
        format.columns.push_back({role, role == Role::Value, {}, Unit::Celsius});
    return format;
}

bool mayBeValue(const CsvColumn& column) {
    return column.role == Role::Value || column.role == Role::Undecided;
}

Role roleOf(const FieldName& name) {
    if (name.kind == Kind::Unit)
        return Role::Unit;
    return name.isPrimary() ? Role::Value : Role::Undecided;
}

std::optional<std::size_t> firstOf(const std::vector<FieldName>& names, Kind kind) {
    const auto found =
        std::find_if(names.begin(), names.end(), [kind](const FieldName& name) { return name.kind == kind; });
    if (found == names.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

/// Which columns hold the time. Further columns named like one are not read: a second clock is no channel.
void assignTime(CsvFormat& format, const std::vector<FieldName>& names) {
    const auto date = firstOf(names, Kind::Date);
    auto time = firstOf(names, Kind::Time);
    const auto isPrimary = [](const FieldName& name) { return name.isPrimary(); };
    if (!time && !date && std::any_of(names.begin(), names.end(), isPrimary))
        time = firstOf(names, Kind::WeakTime);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].kind == Kind::Time || names[i].kind == Kind::Date)
            format.columns[i].role = Role::Ignored;
    }
    const bool isSplit = date && time && names[*time].channelName.toLower() == QStringLiteral("time");
    if (isSplit) {
        format.columns[*date].role = Role::Time;
        format.columns[*time].role = Role::TimeOfDay;
    } else if (const auto only = time ? time : date) {
        format.columns[*only].role = Role::Time;
        format.epochUnit = names[*only].epochUnit;
    }
}

/// The long form: a column of channel names, as long as another column is left for the values.
void assignChannel(CsvFormat& format, const std::vector<FieldName>& names) {
    const auto channel = firstOf(names, Kind::Channel);
    if (channel && std::count_if(format.columns.begin(), format.columns.end(), mayBeValue) > 1)
        format.columns[*channel].role = Role::Channel;
}

/// Columns of one name would fall into one channel; the second gets a number.
void makeUnique(std::vector<CsvColumn>& columns) {
    std::vector<std::string> taken;
    for (CsvColumn& column : columns) {
        if (!mayBeValue(column))
            continue;
        const std::string name = column.name;
        for (int number = 2; std::find(taken.begin(), taken.end(), column.name) != taken.end(); ++number)
            column.name = name + '-' + std::to_string(number);
        taken.push_back(column.name);
    }
}

void limitChannels(CsvFormat& format) {
    int channels = 0;
    for (CsvColumn& column : format.columns) {
        if (mayBeValue(column) && ++channels > maxChannels) {
            column = {Role::Ignored, false, {}, Unit::None};
            ++format.columnsTooMany;
        }
    }
}

std::optional<CsvFormat> readHeader(const CsvCells& cells, char separator, Unit defaultUnit) {
    if (isOwnHeader(cells, separator))
        return ownFormat();
    CsvFormat format{Header::Unknown, separator, {}, std::nullopt, 0};
    std::vector<FieldName> names;
    std::size_t words = 0;
    bool hasOnlyWords = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const FieldName name = FieldName::read(cells[i]);
        const bool isWord = !parseNumber(cells[i], decimalMarkBeside(separator)).isValue() &&
                            !TimestampParser::looksLikeTime(cells[i]);
        words += isWord && !cells[i].empty() ? 1 : 0;
        hasOnlyWords = hasOnlyWords && isWord;
        const bool isKnown =
            name.kind != Kind::Other && name.kind != Kind::WeakTime && name.kind != Kind::Unit;
        if (isKnown || (cells.size() == 1 && isWord && name.unit))
            format.header = Header::Known;
        // A column without a name (the row numbers some programs write) is not read.
        format.columns.push_back({cells[i].empty() ? Role::Ignored : roleOf(name), name.isPrimary(),
                                  name.channelName.toStdString(), name.unit.value_or(defaultUnit)});
        names.push_back(name);
        if (!cells[i].empty() && !checkedChannelName(cells[i]))
            return std::nullopt;
    }
    if (format.header == Header::Unknown && (words < 2 || !hasOnlyWords))
        return std::nullopt;
    assignTime(format, names);
    assignChannel(format, names);
    limitChannels(format);
    makeUnique(format.columns);
    // Nothing is separated; the comma is free to be a decimal one.
    if (cells.size() == 1)
        format.separator = ';';
    return format;
}

/// Numbers, at most one text beside a time (the channel's name), and cells left empty.
std::optional<CsvFormat> readFirstRow(const CsvCells& cells, char separator, Unit defaultUnit) {
    CsvFormat format{Header::None, separator, {}, std::nullopt, 0};
    int numbers = 0;
    int texts = 0;
    bool hasTime = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        CsvColumn column{Role::Undecided, false, {}, defaultUnit};
        const ParsedNumber number = parseNumber(cells[i], decimalMarkBeside(separator));
        if (!hasTime && TimestampParser::looksLikeTime(cells[i])) {
            column.role = Role::Time;
            hasTime = true;
        } else if (number.kind != ParsedNumber::Kind::NoNumber) {
            column.role = Role::Value;
            ++numbers;
        } else if (!cells[i].empty()) {
            column.role = Role::Channel;
            ++texts;
        }
        format.columns.push_back(std::move(column));
    }
    const bool isLongForm = texts == 1 && numbers == 1 && hasTime;
    if (cells.size() < 2 || numbers == 0 || (texts > 0 && !isLongForm))
        return std::nullopt;
    limitChannels(format);
    int channels = 0;
    for (CsvColumn& column : format.columns) {
        column.isPrimary = isLongForm && column.role == Role::Value;
        if (mayBeValue(column))
            column.name = "sensor-" + std::to_string(++channels);
    }
    return format;
}

} // namespace

std::optional<CsvFormat> sniffCsv(std::string_view line, Unit defaultUnit) {
    std::optional<CsvFormat> words;
    CsvCells cells;
    for (const char separator : {'\t', ';', ','}) {
        if (separator != ',' && line.find(separator) == std::string_view::npos)
            continue;
        if (!cells.split(line, separator))
            continue;
        auto header = readHeader(cells, separator, defaultUnit);
        if (header && header->header == Header::Known)
            return header;
        if (auto row = readFirstRow(cells, separator, defaultUnit))
            return row;
        if (header && !words)
            words = std::move(header);
    }
    return words;
}

} // namespace rillscope
