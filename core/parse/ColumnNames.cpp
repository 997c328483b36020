// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/ColumnNames.h"

#include "core/model/ChannelInfo.h"
#include "core/parse/CellKind.h"
#include "core/parse/FieldName.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace rillscope {
namespace {

using Role = TableColumn::Role;

bool isNeeded(const TableColumn& column) {
    return column.role == Role::Time || column.role == Role::Clock || column.role == Role::Key;
}

TableColumn newColumn(const std::string& header) {
    const FieldName name = FieldName::read(header);
    TableColumn column;
    column.role =
        name.isTime() || name.kind == FieldName::Kind::Status || header.empty() ? Role::Ignored : Role::Value;
    column.name = name.channelName.toStdString();
    column.header = header;
    column.unit = name.unit.value_or(ValueUnit{name.isTemperature ? Unit::Celsius : Unit::None, {}});
    column.hasUnit = name.unit.has_value() || name.isTemperature;
    return column;
}

} // namespace

void finishNames(TableFormat& format) {
    std::unordered_set<std::string> taken;
    int channels = 0;
    int unnamed = 0;
    for (TableColumn& column : format.columns) {
        if (column.role != Role::Value)
            continue;
        if (++channels > maxChannels) {
            column.role = Role::Ignored;
            column.isTooMany = true;
            ++format.columnsTooMany;
            continue;
        }
        ++unnamed;
        if (column.name.empty())
            column.name = "sensor-" + std::to_string(unnamed);
        const std::string name = column.name;
        for (int number = 2; !taken.insert(column.name).second; ++number)
            column.name = name + '-' + std::to_string(number);
    }
}

std::optional<TableFormat> ownFormat(const std::vector<std::string>& names, char separator) {
    struct OwnColumn {
        std::string_view name;
        Role role;        ///< in files of today
        Role roleInFirst; ///< in those of the first versions, which end after `quality`
    };
    // With a value and its unit, the temperatures say nothing more.
    constexpr std::array<OwnColumn, 7> own{{{"timestamp", Role::Time, Role::Time},
                                            {"temperature", Role::Ignored, Role::Value},
                                            {"temperature_f", Role::Ignored, Role::Fahrenheit},
                                            {"channel", Role::Key, Role::Key},
                                            {"quality", Role::Marks, Role::Marks},
                                            {"value", Role::Value, Role::Value},
                                            {"unit", Role::Unit, Role::Unit}}};
    constexpr std::size_t inFirst = 5;
    const bool isFirst = names.size() == inFirst;
    if (separator != ',' || (!isFirst && names.size() != own.size()) ||
        !std::equal(names.begin(), names.end(), own.begin(),
                    [](const std::string& name, const OwnColumn& column) { return name == column.name; }))
        return std::nullopt;
    TableFormat format;
    format.isOwn = true;
    format.time.kind = TimeForm::Kind::Date;
    for (std::size_t i = 0; i < names.size(); ++i) {
        TableColumn column;
        column.role = isFirst ? own.at(i).roleInFirst : own.at(i).role;
        column.isPrimary = column.role == Role::Value;
        column.unit = {isFirst ? Unit::Celsius : Unit::None, {}};
        column.hasUnit = true;
        format.columns.push_back(column);
        format.header += (i > 0 ? "," : "") + names.at(i);
    }
    return format;
}

std::optional<TableFormat> remapped(const TableFormat& format, const std::vector<std::string>& names) {
    TableFormat next = format;
    next.columns.clear();
    std::size_t known = 0;
    std::size_t needed = 0;
    std::vector<bool> isUsed(format.columns.size(), false);
    for (const std::string& name : names) {
        std::size_t place = 0;
        while (place < format.columns.size() && (isUsed[place] || format.columns[place].header != name))
            ++place;
        if (place == format.columns.size()) {
            next.columns.push_back(newColumn(name));
            continue;
        }
        isUsed[place] = true;
        next.columns.push_back(format.columns[place]);
        known += name.empty() ? 0 : 1;
        needed += isNeeded(format.columns[place]) ? 1 : 0;
    }
    const auto all =
        static_cast<std::size_t>(std::count_if(format.columns.begin(), format.columns.end(), isNeeded));
    if (format.header.empty() || needed != all || known < 2 || next.columns == format.columns)
        return std::nullopt;
    finishNames(next);
    return next;
}

} // namespace rillscope
