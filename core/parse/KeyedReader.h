// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/FieldName.h"
#include "core/parse/Parsed.h"
#include "core/parse/Record.h"

#include <unordered_map>

namespace rillscope {

/// Reads lines that name what they hold: {"ts": …, "channel": …, "value": …} and "temp=21.5 hum=40".
/// With a "value", that is the record's one value. Without, each number is a channel named by its key; where
/// the record names a channel, a temperature is that channel's own, and others are "channel/key".
/// JSON has no NaN: null as value or temperature stands for it. A time with a fraction is exact to the
/// microsecond as a JSON number (a double), to the nanosecond as a string or an integer.
/// Thread: one.
class KeyedReader {
public:
    explicit KeyedReader(Unit defaultUnit) : m_defaultUnit(defaultUnit) {}

    Parsed<void> readJson(std::string_view line, TimestampParser& times, Record& record);
    Parsed<void> readPairs(std::string_view line, TimestampParser& times, Record& record);

    /// Begins with a word and '='.
    static bool looksLikePairs(std::string_view line);

private:
    struct Field {
        enum class Kind { Number, Text, Null };
        std::string key;
        const FieldName* name = nullptr;
        Kind kind = Kind::Text;
        double number = 0.0;
        std::string text; ///< of Text; of a number that is a time or a name its digits
    };

    const FieldName& nameOf(const std::string& key);
    const Field* find(FieldName::Kind kind) const;
    Parsed<void> interpret(TimestampParser& times, Record& record);
    Parsed<void> readTime(TimestampParser& times, Record& record) const;
    Parsed<void> readValue(const Field& field, Record& record) const;
    Unit unitOf(const Field& field) const;
    std::string channelOf(const Field& field) const;

    Unit m_defaultUnit;
    std::vector<Field> m_fields; ///< of the line being read
    const Field* m_time = nullptr;
    const Field* m_channel = nullptr;
    std::unordered_map<std::string, FieldName> m_names; ///< keys already understood: they come on every line
};

} // namespace rillscope
