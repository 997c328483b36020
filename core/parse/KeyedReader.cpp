// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/KeyedReader.h"

#include "core/base/Message.h"
#include "core/parse/CsvCells.h"
#include "core/parse/NumberParser.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <limits>

namespace rillscope {
namespace {

using Kind = FieldName::Kind;

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

bool isWordCharacter(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
           byte >= 0x80 || byte == '_' || byte == '-' || byte == '.' || byte == '/';
}

} // namespace

bool KeyedReader::looksLikePairs(std::string_view line) {
    const auto wordEnd = std::find_if_not(line.begin(), line.end(), isWordCharacter);
    return wordEnd != line.begin() && wordEnd != line.end() && *wordEnd == '=';
}

Parsed<void> KeyedReader::readJson(std::string_view line, TimestampParser& times, Record& record) {
    QJsonParseError error;
    const auto bytes = QByteArray::fromRawData(line.data(), static_cast<qsizetype>(line.size()));
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return unreadable(jsonReason(error));
    const QJsonObject object = document.object();
    m_fields.clear();
    for (auto it = object.begin(); it != object.end(); ++it) {
        Field field;
        field.key = it.key().toStdString();
        field.name = &nameOf(field.key);
        const QJsonValue value = it.value();
        if (value.isDouble()) {
            field.kind = Field::Kind::Number;
            field.number = value.toDouble();
            if (field.name->kind != Kind::Other && !field.name->isPrimary())
                field.text = decimalText(value);
        } else if (value.isString()) {
            field.text = value.toString().toStdString();
        } else if (value.isNull()) {
            field.kind = Field::Kind::Null;
        } else {
            continue;
        }
        m_fields.push_back(std::move(field));
    }
    return interpret(times, record);
}

Parsed<void> KeyedReader::readPairs(std::string_view line, TimestampParser& times, Record& record) {
    constexpr std::string_view separators = " \t,;";
    m_fields.clear();
    while (!line.empty()) {
        const std::string_view pair = line.substr(0, line.find_first_of(separators));
        line.remove_prefix(std::min(pair.size() + 1, line.size()));
        if (pair.empty())
            continue;
        const std::size_t equals = pair.find('=');
        if (equals == 0 || equals == std::string_view::npos)
            return unreadable(
                Message(QT_TRANSLATE_NOOP("Message", "%1 is not of the form key=value"), excerpt(pair)));
        Field field;
        field.key = pair.substr(0, equals);
        field.name = &nameOf(field.key);
        field.text = pair.substr(equals + 1);
        const ParsedNumber number = parseNumber(field.text);
        if (number.kind == ParsedNumber::Kind::BeyondRange)
            return unreadable(
                Message(QT_TRANSLATE_NOOP("Message", "%1 is beyond the range of a double"), excerpt(pair)));
        if (number.isValue()) {
            field.kind = Field::Kind::Number;
            field.number = number.value;
        }
        m_fields.push_back(std::move(field));
    }
    return interpret(times, record);
}

Parsed<void> KeyedReader::interpret(TimestampParser& times, Record& record) {
    m_time = find(Kind::Time);
    if (!m_time)
        m_time = find(Kind::Date);
    const Field* t = find(Kind::WeakTime);
    if (!m_time && t && (find(Kind::Value) || TimestampParser::looksLikeTime(t->text)))
        m_time = t;
    m_channel = find(Kind::Channel);
    if (const auto time = readTime(times, record); !time)
        return time;
    if (const Field* value = find(Kind::Value)) {
        if (const auto read = readValue(*value, record); !read)
            return read;
    } else {
        for (const Field& field : m_fields) {
            const bool isAside = &field == m_time || &field == m_channel || field.name->kind == Kind::Time ||
                                 field.name->kind == Kind::Date || field.name->kind == Kind::Unit;
            const bool isValue = field.kind == Field::Kind::Number || field.name->kind == Kind::Temperature;
            if (isAside || !isValue)
                continue;
            if (const auto read = readValue(field, record); !read)
                return read;
        }
    }
    if (record.measurements.empty())
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "the record holds no value")));
    return {};
}

Parsed<void> KeyedReader::readTime(TimestampParser& times, Record& record) const {
    if (!m_time)
        return {};
    if (m_time->name->epochUnit && !times.epochUnit())
        times.setEpochUnit(*m_time->name->epochUnit);
    record.time = times.parse(trimmed(m_time->text));
    if (!record.time)
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "%1 is no time that can be read"),
                                  excerpt(m_time->kind == Field::Kind::Null ? "null" : m_time->text)));
    return {};
}

Parsed<void> KeyedReader::readValue(const Field& field, Record& record) const {
    double value = field.number;
    if (field.kind == Field::Kind::Null) {
        value = std::numeric_limits<double>::quiet_NaN();
    } else if (field.kind == Field::Kind::Text) {
        const ParsedNumber number = parseNumber(trimmed(field.text));
        if (number.kind == ParsedNumber::Kind::BeyondRange)
            return unreadable(Message(QT_TRANSLATE_NOOP("Message", "%1 is beyond the range of a double"),
                                      excerpt(field.text)));
        if (!number.isValue())
            return unreadable(Message(QT_TRANSLATE_NOOP("Message", "%1 of %2 is no number"),
                                      excerpt(field.text), excerpt(field.key)));
        value = number.value;
    }
    record.measurements.push_back({channelOf(field), unitOf(field), value, {}});
    return {};
}

Unit KeyedReader::unitOf(const Field& field) const {
    const Field* unit = find(Kind::Unit);
    if (unit && field.name->isPrimary() && !unit->text.empty())
        return parseUnit(QString::fromStdString(unit->text)).value_or(Unit::None);
    return field.name->unit.value_or(m_defaultUnit);
}

std::string KeyedReader::channelOf(const Field& field) const {
    const std::string channel = m_channel ? m_channel->text : std::string();
    if (field.name->kind == Kind::Value || (field.name->isPrimary() && !channel.empty()))
        return channel;
    return channel.empty() ? field.name->channelName.toStdString()
                           : channel + '/' + field.name->channelName.toStdString();
}

const FieldName& KeyedReader::nameOf(const std::string& key) {
    constexpr std::size_t maxNames = 1'024;
    const auto known = m_names.find(key);
    if (known != m_names.end())
        return known->second;
    // A sender whose keys never repeat must not fill the memory. The fields read so far point into the table.
    if (m_names.size() >= maxNames && m_fields.empty())
        m_names.clear();
    return m_names.emplace(key, FieldName::read(key)).first->second;
}

const KeyedReader::Field* KeyedReader::find(FieldName::Kind kind) const {
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [kind](const Field& field) { return field.name->kind == kind; });
    return found == m_fields.end() ? nullptr : &*found;
}

} // namespace rillscope
