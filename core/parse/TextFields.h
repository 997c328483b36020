// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/UnitWords.h"

#include <optional>
#include <string>
#include <vector>

namespace rillscope {

/// One thing that a line names: "temp=21.5", "Roll: 30.1°", {"humidity": 40}.
struct TextField {
    enum class Kind {
        Number,
        Text,
        Missing ///< null, or a word that says that there is no value
    };
    std::string key; ///< of something nested: "outer/inner"
    Kind kind = Kind::Text;
    double number = 0.0;
    std::string text; ///< also of a number: its digits
    std::optional<ValueUnit> unit;
    bool isKey = false; ///< by its place it names the channel: a tag, a topic
};

/// What a line says, before anything is known of its roles.
struct TextFields {
    std::vector<TextField> fields;
    std::string time;     ///< that was put in front of the line; empty: none
    bool isArrow = false; ///< what is behind the time are values in a row

    void clear() {
        fields.clear();
        time.clear();
        isArrow = false;
    }
};

} // namespace rillscope
