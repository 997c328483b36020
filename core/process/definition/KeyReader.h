// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/DefinitionSchema.h"
#include "core/process/definition/TomlTree.h"

namespace rillscope {

/// Reads the keys of one table as the schema asks for them, and notes every mistake with its line.
/// A value that cannot be read leaves the setting as it is; isGood() tells.
class KeyReader {
public:
    KeyReader(const TomlTable& table, QString file, DefinitionMistakes& mistakes)
        : m_table(table), m_file(std::move(file)), m_mistakes(mistakes) {}

    void number(const char* key, double& value, NumberRule rule, std::optional<double> otherwise = {});
    void optionalNumber(const char* key, std::optional<double>& value);
    void duration(const char* key, Duration& value, DurationRule rule,
                  std::optional<Duration> otherwise = {});
    void optionalDuration(const char* key, std::optional<Duration>& value, DurationRule rule);
    void flag(const char* key, bool& value, bool otherwise);
    void text(const char* key, QString& value, TextRule rule, std::optional<QString> otherwise = {});
    void unit(const char* key, Unit& value);
    void aggregates(const char* key, QList<Aggregate>& value);

    /// Whether the word is known.
    template <typename Enum, std::size_t size>
    bool word(const char* key, Enum& value, const WordTable<Enum, size>& words,
              std::optional<Enum> otherwise = {}) {
        const std::optional<QString> read =
            choice(key, wordsOf(words), otherwise ? std::optional(wordOf(words, *otherwise)) : std::nullopt);
        if (read)
            value = *valueOf(words, *read);
        return read.has_value();
    }

    /// What must hold between keys. Not asked once there is a mistake, for that is likely the cause.
    void require(bool holds, const char* key, const Message& detail);

    /// One of the words; nothing, and a mistake, when there is another.
    std::optional<QString> choice(const char* key, const QStringList& words,
                                  std::optional<QString> otherwise = {});

    /// The keys that nobody asked for are mistakes, unless it is not known which keys there should be.
    void ignoreRest() { m_isRestIgnored = true; }
    void finish();

    /// What stands under a key; a mistake when it must be there and is not.
    const TomlEntry* ask(const char* key, bool isRequired, const Message& expected);
    /// The mistake that something else was expected in its place.
    void expect(const TomlEntry& entry, const Message& expected);

    void report(const QString& key, int line, const Message& detail);
    int lineOf(const char* key) const;
    bool isGood() const { return m_isGood; }
    void setStep(const QString& name) { m_step = name; }

private:
    std::optional<Duration> readDuration(const TomlEntry& entry, DurationRule rule);
    std::optional<double> readNumber(const TomlEntry& entry, NumberRule rule);
    std::optional<Aggregate> readAggregate(const TomlEntry& entry, const TomlValue& element);

    const TomlTable& m_table;
    QString m_file;
    QString m_step;
    DefinitionMistakes& m_mistakes;
    QStringList m_asked;
    bool m_isGood = true;
    bool m_isRestIgnored = false;
};

} // namespace rillscope
