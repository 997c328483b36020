// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/LineReader.h"

#include "core/parse/ChannelTable.h"
#include "core/parse/CsvCells.h"
#include "core/parse/FlatJson.h"
#include "core/parse/LineProtocol.h"
#include "core/parse/LiveText.h"
#include "core/parse/NumberParser.h"

#include <charconv>
#include <cstdint>
#include <optional>

namespace rillscope {
namespace {

/// "0x1A3", as some devices print what they have read from a register.
std::optional<double> hexadecimal(std::string_view text) {
    if (!text.starts_with("0x") && !text.starts_with("0X"))
        return std::nullopt;
    text.remove_prefix(2);
    std::uint32_t value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return result.ec == std::errc() && result.ptr == text.data() + text.size() ? std::optional<double>(value)
                                                                               : std::nullopt;
}

bool isJsonStart(std::string_view text) {
    return text.starts_with('{') || text.starts_with('[');
}

/// The JSON behind a topic, as mosquitto_sub -v prints it.
std::size_t jsonBehindTopic(std::string_view text) {
    const std::size_t blank = text.find(' ');
    const bool isTopic = blank != std::string_view::npos &&
                         text.substr(0, blank).find('/') != std::string_view::npos &&
                         blank + 1 < text.size() && text[blank + 1] == '{';
    return isTopic ? blank + 1 : 0;
}

bool readPlain(std::string_view text, TextFields& fields) {
    const ParsedNumber number = parseNumber(text);
    const auto hex = hexadecimal(text);
    if (number.kind != ParsedNumber::Kind::NoNumber || hex) {
        fields.clear();
        TextField field;
        field.key = "value";
        field.kind = number.isValue() || hex ? TextField::Kind::Number : TextField::Kind::Missing;
        field.number = hex ? *hex : number.value;
        fields.fields.push_back(std::move(field));
        return true;
    }
    return readLineProtocol(text, fields) || readExposition(text, fields) || readLiveText(text, fields);
}

} // namespace

bool LineReader::speaksForItself(std::string_view line) {
    const std::string_view text = trimmed(line);
    TextFields fields;
    const bool isJson = isJsonStart(text) && text.find_first_of("]") != 0;
    if (isJson && text.starts_with('[') && text.size() > 1 && text[1] != '{' && text[1] != '"' &&
        text[1] != '[')
        return readPlain(text, fields); // a stamp or a level in brackets
    return isJson || jsonBehindTopic(text) > 0 || readPlain(text, fields);
}

LineReader::Result LineReader::read(std::string_view line) {
    const std::string_view text = trimmed(line);
    if (!m_json.isOpen() && text.starts_with('{')) {
        m_records.resize(1);
        if (readFlatJson(text, m_records.front()))
            return Result::Records;
    }
    m_records.clear();
    if (m_json.isOpen())
        return readJson(line);
    if (parseNumber(text).kind == ParsedNumber::Kind::BeyondRange) {
        m_reason = Message(QT_TRANSLATE_NOOP("Message", "the number is beyond the range of a double"));
        return Result::Broken;
    }
    TextFields fields;
    if (text.starts_with('[') && readPlain(text, fields)) {
        m_records.push_back(std::move(fields));
        return Result::Records;
    }
    if (isJsonStart(text))
        return readJson(text);
    if (const std::size_t begin = jsonBehindTopic(text); begin > 0) {
        const Result result = readJson(text.substr(begin));
        for (TextFields& record : m_records) {
            TextField topic;
            topic.key = "topic";
            topic.text = trimmed(text.substr(0, begin));
            record.fields.insert(record.fields.begin(), std::move(topic));
        }
        return result;
    }
    if (!readPlain(text, fields))
        return Result::Strange;
    m_records.push_back(std::move(fields));
    return Result::Records;
}

LineReader::Result LineReader::readJson(std::string_view line) {
    const bool isComplete = m_json.add(line);
    if (m_json.isTooLong()) {
        m_json.clear();
        m_reason = Message(QT_TRANSLATE_NOOP("Message", "the JSON value is longer than %1 MiB"),
                           JsonLines::maxBytes / 1'024 / 1'024);
        return Result::Broken;
    }
    if (!isComplete)
        return Result::Open;
    auto records =
        m_fields.read(trimmed(std::string_view(m_json.text()).substr(0, m_json.text().size() - 1)));
    if (!records) {
        m_reason = records.error();
        return Result::Broken;
    }
    m_records = std::move(*records);
    return Result::Records;
}

} // namespace rillscope
