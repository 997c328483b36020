// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <type_traits>

namespace rillscope {

/// A row of a table of words: what a file or an option calls a value. Words in files are never changed,
/// because older files have them; tests/core/pipeline/PersistedWordsTest.cpp keeps the list.
template <typename Value>
struct Word {
    Value value;
    const char* word;
};

template <typename Value, std::size_t size>
using WordTable = std::array<Word<Value>, size>;

/// Empty for a value that has no row.
template <typename Value, std::size_t size>
QString wordOf(const WordTable<Value, size>& table, std::type_identity_t<Value> value) {
    for (const Word<Value>& row : table) {
        if (row.value == value)
            return QString::fromLatin1(row.word);
    }
    return {};
}

/// Nothing for an unknown word.
template <typename Value, std::size_t size>
std::optional<Value> valueOf(const WordTable<Value, size>& table, const QString& word) {
    for (const Word<Value>& row : table) {
        if (word == QLatin1String(row.word))
            return row.value;
    }
    return std::nullopt;
}

/// All words, in the order of the table.
template <typename Value, std::size_t size>
QStringList wordsOf(const WordTable<Value, size>& table) {
    QStringList words;
    for (const Word<Value>& row : table)
        words.append(QString::fromLatin1(row.word));
    return words;
}

} // namespace rillscope
