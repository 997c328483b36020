// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/process/definition/DefinitionMistake.h"

#include <variant>
#include <vector>

namespace rillscope {

struct TomlEntry;
struct TomlValue;

/// The keys of a table in the order of their lines; no key is there twice.
struct TomlTable {
    int line = 0; ///< of its header
    std::vector<TomlEntry> entries;

    const TomlEntry* find(QStringView key) const;
    /// The last line that something of the table stands on.
    int endLine() const;
};

using TomlArray = std::vector<TomlValue>;

/// A date or a time, which no pipeline has a use for.
struct TomlTime {};

struct TomlValue {
    std::variant<bool, qint64, double, QString, TomlTime, TomlArray, TomlTable> content;
    int line = 0;
    int endLine = 0;

    /// As a message quotes it: "\"12 C\"", "5", "an array".
    Message excerpt() const;
};

struct TomlEntry {
    QString key;
    int line = 0;
    TomlValue value;
};

inline constexpr qsizetype maxDefinitionBytes = 1024 * 1024;

/// Reads any TOML document into a tree of plain values, which need not know the library that read them.
/// Bounds: maxDefinitionBytes, 16 values in each other, 64 points on a line (they nest tables, and tables are
/// taken apart recursively). Errors: the first mistake in the syntax, with its line; `file` goes into it.
DefinitionResult<TomlTable> readToml(const QByteArray& text, const QString& file);

} // namespace rillscope
