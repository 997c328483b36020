// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/JsonFields.h"
#include "core/parse/Parsed.h"
#include "core/parse/TextFields.h"

#include <string_view>
#include <vector>

namespace rillscope {

/// Reads lines that say themselves what they hold: JSON, which may go on over several lines, line protocol,
/// what a device prints with names or units, and a number alone. Thread: one.
class LineReader {
public:
    enum class Result {
        Records, ///< records() holds what the line, or the lines up to it, said
        Open,    ///< a JSON value goes on in the next line
        Strange, ///< the line is nothing of this kind
        Broken   ///< it is, but cannot be read; reason() says why
    };
    Result read(std::string_view line);

    const std::vector<TextFields>& records() const { return m_records; }
    const Message& reason() const { return m_reason; }

    bool isOpen() const { return m_json.isOpen(); }
    /// Whether the line can go on with what is open.
    bool mayContinue(std::string_view line) const { return m_json.mayContinue(line); }
    /// Gives up what is open.
    void close() { m_json.clear(); }
    qint64 takeLeftOut() { return m_fields.takeLeftOut(); }

    /// Whether read() would not call the line strange, by itself.
    static bool speaksForItself(std::string_view line);

private:
    Result readJson(std::string_view line);

    JsonLines m_json;
    JsonFields m_fields;
    std::vector<TextFields> m_records;
    Message m_reason;
};

} // namespace rillscope
