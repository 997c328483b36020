// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/DurationText.h"
#include "core/base/NumberText.h"
#include "core/process/definition/DefinitionSchema.h"
#include "ui/text/KeyText.h"
#include "ui/widgets/KeyField.h"

#include <QHash>

namespace rillscope {

/// Lists the keys that the schema asks for. What was typed for a key comes before the value it has, so that a
/// word that decides on other keys does so before it is valid altogether.
class KeyLister {
public:
    explicit KeyLister(QHash<QString, QString> typed = {}) : m_typed(std::move(typed)) {}

    QList<KeyField> fields;

    void number(const char* key, double value, NumberRule, std::optional<double> otherwise = {}) {
        add(key, KeyField::Kind::Number, formatNumber(value),
            otherwise ? formatNumber(*otherwise) : QString());
    }

    void optionalNumber(const char* key, std::optional<double> value) {
        add(key, KeyField::Kind::Number, value ? formatNumber(*value) : QString());
    }

    void duration(const char* key, Duration value, DurationRule, std::optional<Duration> otherwise = {}) {
        add(key, KeyField::Kind::Text, formatDuration(value),
            otherwise ? formatDuration(*otherwise) : QString());
    }

    void optionalDuration(const char* key, std::optional<Duration> value, DurationRule) {
        add(key, KeyField::Kind::Text, value ? formatDuration(*value) : QString());
    }

    void flag(const char* key, bool value, bool) {
        add(key, KeyField::Kind::Flag, value ? QStringLiteral("true") : QStringLiteral("false"));
    }

    void text(const char* key, const QString& value, TextRule rule,
              const std::optional<QString>& otherwise = {}) {
        add(key, rule == TextRule::Reference ? KeyField::Kind::Reference : KeyField::Kind::Text, value,
            otherwise.value_or(QString()));
    }

    void unit(const char* key, Unit value) {
        QStringList words;
        for (const Unit each : {Unit::Celsius, Unit::Fahrenheit, Unit::Kelvin, Unit::None})
            words.append(unitName(each));
        add(key, KeyField::Kind::Choice, unitName(value), {}, words);
    }

    void aggregates(const char* key, const QList<Aggregate>& value) {
        QStringList names;
        for (const Aggregate aggregate : value)
            names.append(aggregateName(aggregate));
        add(key, KeyField::Kind::Aggregates, names.join(u','));
    }

    template <typename Enum, std::size_t size>
    bool word(const char* key, Enum& value, const WordTable<Enum, size>& words, std::optional<Enum> = {}) {
        value = valueOf(words, m_typed.value(QString::fromLatin1(key))).value_or(value);
        add(key, KeyField::Kind::Choice, wordOf(words, value), {}, wordsOf(words));
        return true;
    }

    void require(bool, const char*, const Message&) {}
    void ignoreRest() {}

private:
    void add(const char* latinKey, KeyField::Kind kind, const QString& text, const QString& otherwise = {},
             const QStringList& words = {}) {
        const QString key = QString::fromLatin1(latinKey);
        QStringList labels;
        for (const QString& word : words)
            labels.append(wordLabel(word));
        fields.append(
            {key, keyLabel(key), keyToolTip(key), kind, m_typed.value(key, text), otherwise, words, labels});
    }

    QHash<QString, QString> m_typed;
};

} // namespace rillscope
