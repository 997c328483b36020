// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/DurationText.h"
#include "core/process/definition/DefinitionText.h"

namespace rillscope {

/// A key and its value as they stand in a pipeline file.
struct WrittenKey {
    QString key;
    QString value;
    bool isDefault = false; ///< means the same when it is left out

    friend bool operator==(const WrittenKey&, const WrittenKey&) = default;
};

/// Writes what KeyReader reads: the schema asks it for each key in turn.
class KeyWriter {
public:
    QList<WrittenKey> keys;

    void add(const char* key, const QString& value, bool isDefault = false) {
        keys.append({QString::fromLatin1(key), value, isDefault});
    }

    void number(const char* key, double value, NumberRule, std::optional<double> otherwise = {}) {
        add(key, tomlNumber(value), otherwise == value);
    }

    void optionalNumber(const char* key, std::optional<double> value) {
        if (value)
            add(key, tomlNumber(*value));
    }

    void duration(const char* key, Duration value, DurationRule, std::optional<Duration> otherwise = {}) {
        add(key, tomlText(formatDuration(value)), otherwise == value);
    }

    void optionalDuration(const char* key, std::optional<Duration> value, DurationRule rule) {
        if (value)
            duration(key, *value, rule);
    }

    void flag(const char* key, bool value, bool otherwise) {
        add(key, value ? QStringLiteral("true") : QStringLiteral("false"), value == otherwise);
    }

    void text(const char* key, const QString& value, TextRule, std::optional<QString> otherwise = {}) {
        add(key, tomlText(value), otherwise == value);
    }

    void unit(const char* key, Unit value) { add(key, tomlText(unitName(value))); }

    void aggregates(const char* key, const QList<Aggregate>& value) {
        QStringList words;
        for (const Aggregate aggregate : value)
            words.append(tomlText(aggregateName(aggregate)));
        add(key, u'[' + words.join(QStringLiteral(", ")) + u']');
    }

    template <typename Enum, std::size_t size>
    bool word(const char* key, Enum value, const WordTable<Enum, size>& words,
              std::optional<Enum> otherwise = {}) {
        add(key, tomlText(wordOf(words, value)), otherwise == value);
        return true;
    }

    void require(bool, const char*, const Message&) {}
    void ignoreRest() {}
};

} // namespace rillscope
