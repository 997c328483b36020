// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/Parsed.h"
#include "core/parse/TextFields.h"

#include <QJsonObject>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rillscope {

/// One JSON value, which may hold one record or many, as the fields of each: nested objects become "outer/
/// inner", arrays are records when they hold objects, rows when an object holds several of one length, and
/// numbered fields else. What stands beside an array of records belongs to each of them. Limits: depth 8, 256
/// fields in a record.
class JsonFields {
public:
    static constexpr int maxDepth = 8;
    static constexpr std::size_t maxFields = 256;

    Parsed<std::vector<TextFields>> read(std::string_view text);

    /// Fields that were left out for the limits, since the last call.
    qint64 takeLeftOut() { return std::exchange(m_leftOut, 0); }

private:
    void addRecords(const QJsonValue& value, const TextFields& beside, std::vector<TextFields>& records,
                    int depth);
    void addRows(const QJsonObject& object, const TextFields& beside, std::vector<TextFields>& records);
    void flatten(const QString& path, const QJsonValue& value, TextFields& record, int depth);
    void addField(TextFields& record, TextField field);

    qint64 m_leftOut = 0;
};

/// What a JSON string says: text, a number in quotes, or that there is no value.
void takeJsonText(std::string_view text, TextField& field);

/// Puts the lines of JSON values together that stand on several lines. Thread: one.
class JsonLines {
public:
    static constexpr std::size_t maxBytes = 16 * 1'024 * 1'024;

    /// Whether lines of a value are missing yet.
    bool isOpen() const { return !m_open.empty(); }
    /// Whether a line can go on with the open value; else that is cut off.
    bool mayContinue(std::string_view line) const;
    /// Takes a line; true when the value is complete, which text() then has.
    bool add(std::string_view line);
    const std::string& text() const { return m_text; }
    void clear();
    bool isTooLong() const { return m_text.size() > maxBytes; }

private:
    std::string m_text;
    std::string m_open;      ///< the brackets that are not closed yet
    bool m_isRecord = false; ///< its first line holds more than a bracket
    bool m_isInString = false;
    bool m_isEscaped = false;
};

} // namespace rillscope
