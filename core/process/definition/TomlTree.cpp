// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/TomlTree.h"

// The library's own inclusion is costly, so that this file is the only one with it.
#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 16
#include <toml++/toml.h>

#include "core/base/NumberText.h"
#include "core/process/definition/DefinitionText.h"

#include <algorithm>

namespace rillscope {
namespace {

constexpr qsizetype maxPointsOnLine = 64;

QString toText(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

int lineOf(const toml::source_position& position) {
    return static_cast<int>(position.line);
}

TomlTable copyTable(const toml::table& table);

TomlValue copyValue(const toml::node& node) {
    TomlValue value{TomlTime{}, lineOf(node.source().begin), lineOf(node.source().end)};
    if (const auto* flag = node.as_boolean()) {
        value.content = flag->get();
    } else if (const auto* integer = node.as_integer()) {
        value.content = qint64{integer->get()};
    } else if (const auto* number = node.as_floating_point()) {
        value.content = number->get();
    } else if (const auto* text = node.as_string()) {
        value.content = toText(text->get());
    } else if (const auto* array = node.as_array()) {
        TomlArray elements;
        elements.reserve(array->size());
        for (const toml::node& element : *array)
            elements.push_back(copyValue(element));
        value.content = std::move(elements);
    } else if (const auto* table = node.as_table()) {
        value.content = copyTable(*table);
    }
    return value;
}

TomlTable copyTable(const toml::table& table) {
    TomlTable copy{lineOf(table.source().begin), {}};
    copy.entries.reserve(table.size());
    for (const auto& [key, node] : table)
        copy.entries.push_back({toText(key.str()), lineOf(key.source().begin), copyValue(node)});
    std::stable_sort(copy.entries.begin(), copy.entries.end(),
                     [](const TomlEntry& a, const TomlEntry& b) { return a.line < b.line; });
    return copy;
}

/// The line with more points than any pipeline needs, or 0. A comment may have as many as it likes.
int lineWithTooManyPoints(const QByteArray& text) {
    int number = 0;
    for (qsizetype begin = 0; begin < text.size(); ++number) {
        const qsizetype end = text.indexOf('\n', begin);
        const qsizetype length = (end < 0 ? text.size() : end) - begin;
        const QByteArrayView line = QByteArrayView(text).sliced(begin, length);
        if (std::count(line.begin(), line.end(), '.') > maxPointsOnLine && !line.trimmed().startsWith('#'))
            return number + 1;
        begin += length + 1;
    }
    return 0;
}

DefinitionMistakes mistake(const QString& file, int line, const QString& detail) {
    return {DefinitionMistake{file, line, {}, {}, detail}};
}

/// The library's words without their beginning, "Error while parsing …: ".
QString syntaxProblem(std::string_view description) {
    constexpr qsizetype maxLength = 160;
    QString problem = toText(description);
    if (const qsizetype colon = problem.indexOf(QStringLiteral(": "));
        problem.startsWith(QStringLiteral("Error")))
        problem = problem.mid(colon + 2);
    return QStringLiteral("is no TOML: ") + excerptOf(problem, maxLength);
}

} // namespace

const TomlEntry* TomlTable::find(QStringView key) const {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const TomlEntry& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &*found;
}

int TomlTable::endLine() const {
    int end = line;
    for (const TomlEntry& entry : entries)
        end = std::max(end, entry.value.endLine);
    return end;
}

QString TomlValue::excerpt() const {
    if (const auto* flag = std::get_if<bool>(&content))
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto* integer = std::get_if<qint64>(&content))
        return QString::number(*integer);
    if (const auto* number = std::get_if<double>(&content))
        return formatNumber(*number);
    if (const auto* text = std::get_if<QString>(&content))
        return u'"' + excerptOf(*text) + u'"';
    if (std::holds_alternative<TomlArray>(content))
        return QStringLiteral("an array");
    return std::holds_alternative<TomlTable>(content) ? QStringLiteral("a table")
                                                      : QStringLiteral("a date or time");
}

DefinitionResult<TomlTable> readToml(const QByteArray& text, const QString& file) {
    if (text.size() > maxDefinitionBytes)
        return tl::unexpected(mistake(file, 0, QStringLiteral("is larger than 1 MiB, which no pipeline is")));
    if (const int line = lineWithTooManyPoints(text); line > 0)
        return tl::unexpected(
            mistake(file, line, QStringLiteral("has more than %1 points on one line").arg(maxPointsOnLine)));
    const toml::parse_result result =
        toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    if (!result)
        return tl::unexpected(mistake(file, lineOf(result.error().source().begin),
                                      syntaxProblem(result.error().description())));
    return copyTable(result.table());
}

} // namespace rillscope
