// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/JsonFields.h"

#include "core/parse/CsvCells.h"
#include "core/parse/FieldName.h"
#include "core/parse/MissingWords.h"
#include "core/parse/NumberParser.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace rillscope {
namespace {

std::string decimalText(const QJsonValue& number) {
    constexpr qint64 noInteger = std::numeric_limits<qint64>::min();
    if (const qint64 integer = number.toInteger(noInteger); integer != noInteger)
        return std::to_string(integer);
    std::array<char, 400> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number.toDouble(),
                                   std::chars_format::fixed);
    return end.ec == std::errc() ? std::string(digits.data(), end.ptr) : std::string();
}

Message jsonReason(const QJsonParseError& error) {
    if (error.error == QJsonParseError::IllegalNumber)
        return Message(
            QT_TRANSLATE_NOOP("Message", "a JSON number is invalid or beyond the range of a double"));
    return Message(QT_TRANSLATE_NOOP("Message", "invalid JSON at byte %1: %2"), QString::number(error.offset),
                   error.errorString());
}

bool holdsObjects(const QJsonValue& value) {
    const QJsonArray array = value.toArray();
    return value.isArray() && !array.isEmpty() &&
           std::all_of(array.begin(), array.end(), [](const QJsonValue& each) { return each.isObject(); });
}

/// {"t": […], "v": […]}: at least two arrays of plain values, all of one length above 1.
bool holdsRows(const QJsonObject& object) {
    qsizetype length = -1;
    int arrays = 0;
    for (const QJsonValue value : object) {
        if (!value.isArray())
            continue;
        const QJsonArray array = value.toArray();
        if ((length >= 0 && array.size() != length) || array.size() < 2 || array.first().isObject() ||
            array.first().isArray())
            return false;
        length = array.size();
        ++arrays;
    }
    return arrays >= 2;
}

TextField fieldOf(const QString& path, const QJsonValue& value) {
    TextField field;
    field.key = path.toStdString();
    if (value.isDouble()) {
        field.kind = TextField::Kind::Number;
        field.number = value.toDouble();
        field.text = decimalText(value);
    } else if (value.isBool()) {
        field.text = value.toBool() ? "true" : "false";
    } else if (value.isNull() || value.isUndefined()) {
        field.kind = TextField::Kind::Missing;
        field.text = "null";
    } else {
        takeJsonText(value.toString().toStdString(), field);
    }
    return field;
}

} // namespace

void takeJsonText(std::string_view text, TextField& field) {
    field.text = text;
    const ParsedNumber number = parseNumber(trimmed(field.text));
    field.kind = TextField::Kind::Text;
    if (number.kind == ParsedNumber::Kind::Finite) {
        field.kind = TextField::Kind::Number;
        field.number = number.value;
    } else if (number.kind == ParsedNumber::Kind::NotFinite || isMissingWord(field.text)) {
        field.kind = TextField::Kind::Missing;
    }
}

Parsed<std::vector<TextFields>> JsonFields::read(std::string_view text) {
    QJsonParseError error;
    const auto bytes = QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return unreadable(jsonReason(error));
    std::vector<TextFields> records;
    addRecords(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), {}, records,
               0);
    return records;
}

void JsonFields::addRecords(const QJsonValue& value, const TextFields& beside,
                            std::vector<TextFields>& records, int depth) {
    if (value.isArray() && depth < maxDepth) {
        for (const QJsonValue each : value.toArray())
            addRecords(each, beside, records, depth + 1);
        return;
    }
    const QJsonObject object = value.toObject();
    if (holdsRows(object))
        return addRows(object, beside, records);
    TextFields record = beside;
    std::vector<QJsonValue> inner;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (holdsObjects(it.value()))
            inner.push_back(it.value());
        else
            flatten(it.key(), it.value(), record, 1);
    }
    if (inner.empty() || depth >= maxDepth) {
        records.push_back(std::move(record));
        return;
    }
    // Numbers beside the records say something about all of them ("datapoints": 2), and are no samples, but
    // for the time.
    std::erase_if(record.fields, [](const TextField& field) {
        const FieldName name = FieldName::read(field.key);
        return field.kind == TextField::Kind::Number && !name.isTime() && !name.mentionsTime;
    });
    for (const QJsonValue& each : inner)
        addRecords(each, record, records, depth + 1);
}

void JsonFields::addRows(const QJsonObject& object, const TextFields& beside,
                         std::vector<TextFields>& records) {
    TextFields common = beside;
    qsizetype length = 0;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.value().isArray())
            length = it.value().toArray().size();
        else if (it.value().isString())
            flatten(it.key(), it.value(), common, 1);
    }
    for (qsizetype row = 0; row < length; ++row) {
        TextFields record = common;
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.value().isArray())
                addField(record, fieldOf(it.key(), it.value().toArray().at(row)));
        }
        records.push_back(std::move(record));
    }
}

void JsonFields::flatten(const QString& path, const QJsonValue& value, TextFields& record, int depth) {
    const bool isNested = value.isObject() || value.isArray();
    if (!isNested)
        return addField(record, fieldOf(path, value));
    if (depth >= maxDepth) {
        ++m_leftOut;
        return;
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            flatten(path + u'/' + QString::number(i), array.at(i), record, depth + 1);
        return;
    }
    const QJsonObject object = value.toObject();
    const QJsonValue unit = object.value(QStringLiteral("unit"));
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (unit.isString() && it.key() == QStringLiteral("unit"))
            continue;
        const std::size_t before = record.fields.size();
        flatten(path + u'/' + it.key(), it.value(), record, depth + 1);
        for (std::size_t i = before; unit.isString() && i < record.fields.size(); ++i)
            record.fields[i].unit = unitAsSent(unit.toString());
    }
}

void JsonFields::addField(TextFields& record, TextField field) {
    if (record.fields.size() >= maxFields)
        ++m_leftOut;
    else
        record.fields.push_back(std::move(field));
}

void JsonLines::clear() {
    m_text.clear();
    m_open.clear();
    m_isInString = false;
    m_isEscaped = false;
}

bool JsonLines::mayContinue(std::string_view line) const {
    const std::string_view text = trimmed(line);
    if (m_open.empty() || text.empty() || (line.front() == '{' && m_isRecord))
        return false;
    const std::string_view starts = m_open.back() == '{' ? "\"},:{[" : "\"{}[],-0123456789tfn";
    return starts.find(text.front()) != std::string_view::npos;
}

bool JsonLines::add(std::string_view line) {
    if (m_open.empty()) {
        clear();
        m_isRecord = trimmed(line).size() > 1 && trimmed(line).front() == '{';
    }
    m_text += line;
    m_text += '\n';
    for (const char character : line) {
        if (m_isInString) {
            const bool isEnd = character == '"' && !m_isEscaped;
            m_isEscaped = character == '\\' && !m_isEscaped;
            m_isInString = !isEnd;
        } else if (character == '"') {
            m_isInString = true;
        } else if (character == '{' || character == '[') {
            m_open += character;
        } else if ((character == '}' || character == ']') && !m_open.empty()) {
            m_open.pop_back();
        }
    }
    // A text does not go on in the next line: such a line is cut off, not continued.
    m_isInString = false;
    m_isEscaped = false;
    const std::string_view text = trimmed(line);
    const bool isCut = !text.empty() &&
                       std::string_view("{[,}]").find(text.back()) == std::string_view::npos && m_isRecord &&
                       m_text.size() == line.size() + 1;
    if (isCut)
        m_open.clear();
    return m_open.empty();
}

} // namespace rillscope
