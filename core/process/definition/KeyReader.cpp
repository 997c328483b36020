// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/KeyReader.h"

#include "core/base/DurationText.h"
#include "core/base/Message.h"
#include "core/base/NearestWord.h"
#include "core/process/definition/DefinitionText.h"

#include <cmath>

namespace rillscope {
namespace {

/// No event time is this far from another; and what is added to one stays within the range of times.
constexpr Duration maxDuration = std::chrono::days(36'525);

Message expectedNumber(NumberRule rule) {
    switch (rule) {
    case NumberRule::NotNegative:
        return Message(QT_TRANSLATE_NOOP("Message", "a number of 0 or more"));
    case NumberRule::Positive:
        return Message(QT_TRANSLATE_NOOP("Message", "a number greater than 0"));
    case NumberRule::Any:
        break;
    }
    return Message(QT_TRANSLATE_NOOP("Message", "a number"));
}

bool isPositive(DurationRule rule) {
    return rule == DurationRule::Positive || rule == DurationRule::PositiveMilliseconds;
}

bool isMilliseconds(DurationRule rule) {
    return rule == DurationRule::PositiveMilliseconds || rule == DurationRule::AnyMilliseconds;
}

Message expectedDuration(DurationRule rule) {
    switch (rule) {
    case DurationRule::Positive:
        return Message(QT_TRANSLATE_NOOP(
            "Message", "a duration in quotes such as \"90s\" or \"5min\", longer than 0, at most 100 years"));
    case DurationRule::PositiveMilliseconds:
        return Message(QT_TRANSLATE_NOOP("Message",
                                         "a duration in quotes such as \"90s\" or \"5min\", longer than 0, "
                                         "of whole milliseconds, at most 100 years"));
    case DurationRule::AnyMilliseconds:
        return Message(QT_TRANSLATE_NOOP("Message",
                                         "a duration in quotes such as \"90s\" or \"5min\", of whole "
                                         "milliseconds and of either sign, at most 100 years"));
    case DurationRule::NotNegative:
        break;
    }
    return Message(
        QT_TRANSLATE_NOOP("Message", "a duration in quotes such as \"90s\" or \"5min\", at most 100 years"));
}

} // namespace

const TomlEntry* KeyReader::ask(const char* key, bool isRequired, const Message& expected) {
    const QString name = QString::fromLatin1(key);
    m_asked.append(name);
    const TomlEntry* entry = m_table.find(name);
    if (!entry && isRequired)
        report(name, m_table.line, Message(QT_TRANSLATE_NOOP("Message", "missing; expected %1"), expected));
    return entry;
}

void KeyReader::report(const QString& key, int line, const Message& detail) {
    m_isGood = false;
    m_mistakes.append({m_file, line, m_step, key, detail});
}

void KeyReader::expect(const TomlEntry& entry, const Message& expected) {
    report(entry.key, entry.value.line,
           Message(QT_TRANSLATE_NOOP("Message", "expected %1, got %2"), expected, entry.value.excerpt()));
}

int KeyReader::lineOf(const char* key) const {
    const TomlEntry* entry = m_table.find(QString::fromLatin1(key));
    return entry ? entry->line : m_table.line;
}

std::optional<double> KeyReader::readNumber(const TomlEntry& entry, NumberRule rule) {
    std::optional<double> number;
    if (const auto* integer = std::get_if<qint64>(&entry.value.content))
        number = static_cast<double>(*integer);
    else if (const auto* real = std::get_if<double>(&entry.value.content))
        number = *real;
    const bool isAllowed = number && std::isfinite(*number) && (rule == NumberRule::Any || *number >= 0.0) &&
                           (rule != NumberRule::Positive || *number > 0.0);
    if (isAllowed)
        return number;
    expect(entry, expectedNumber(rule));
    return std::nullopt;
}

void KeyReader::number(const char* key, double& value, NumberRule rule, std::optional<double> otherwise) {
    if (const TomlEntry* entry = ask(key, !otherwise, expectedNumber(rule)))
        value = readNumber(*entry, rule).value_or(value);
    else
        value = otherwise.value_or(value);
}

void KeyReader::optionalNumber(const char* key, std::optional<double>& value) {
    const TomlEntry* entry = ask(key, false, {});
    value = entry ? readNumber(*entry, NumberRule::Any) : std::nullopt;
}

std::optional<Duration> KeyReader::readDuration(const TomlEntry& entry, DurationRule rule) {
    const auto* text = std::get_if<QString>(&entry.value.content);
    const bool isSigned = rule == DurationRule::AnyMilliseconds;
    const auto parse = isSigned ? &parseSignedDuration : &parseDuration;
    const std::optional<Duration> duration = text ? parse(*text) : std::nullopt;
    const bool isAllowed = duration && std::chrono::abs(*duration) <= maxDuration &&
                           (!isPositive(rule) || *duration > Duration::zero()) &&
                           (!isMilliseconds(rule) || isDivisible(*duration, std::chrono::milliseconds(1)));
    if (isAllowed)
        return duration;
    expect(entry, expectedDuration(rule));
    return std::nullopt;
}

void KeyReader::duration(const char* key, Duration& value, DurationRule rule,
                         std::optional<Duration> otherwise) {
    if (const TomlEntry* entry = ask(key, !otherwise, expectedDuration(rule)))
        value = readDuration(*entry, rule).value_or(value);
    else
        value = otherwise.value_or(value);
}

void KeyReader::optionalDuration(const char* key, std::optional<Duration>& value, DurationRule rule) {
    const TomlEntry* entry = ask(key, false, {});
    value = entry ? readDuration(*entry, rule) : std::nullopt;
}

void KeyReader::flag(const char* key, bool& value, bool otherwise) {
    value = otherwise;
    const TomlEntry* entry = ask(key, false, {});
    if (!entry)
        return;
    if (const auto* flag = std::get_if<bool>(&entry->value.content))
        value = *flag;
    else
        expect(*entry, Message(QT_TRANSLATE_NOOP("Message", "true or false")));
}

void KeyReader::text(const char* key, QString& value, TextRule rule, std::optional<QString> otherwise) {
    const TomlEntry* entry = ask(key, !otherwise, expectedText(rule));
    if (!entry) {
        value = otherwise.value_or(value);
        return;
    }
    const auto* text = std::get_if<QString>(&entry->value.content);
    if (text && isAllowedText(*text, rule))
        value = *text;
    else
        expect(*entry, expectedText(rule));
}

void KeyReader::unit(const char* key, Unit& value) {
    const Message expected =
        Message(QT_TRANSLATE_NOOP("Message", "\"celsius\", \"fahrenheit\", \"kelvin\" or \"none\""));
    const TomlEntry* entry = ask(key, true, expected);
    if (!entry)
        return;
    const auto* text = std::get_if<QString>(&entry->value.content);
    const std::optional<Unit> unit = text ? parseUnit(*text) : std::nullopt;
    if (unit)
        value = *unit;
    else
        expect(*entry, expected);
}

std::optional<Aggregate> KeyReader::readAggregate(const TomlEntry& entry, const TomlValue& element) {
    const auto* word = std::get_if<QString>(&element.content);
    const std::optional<Aggregate> aggregate = word ? valueOf(aggregateWords, *word) : std::nullopt;
    if (!aggregate)
        report(entry.key, element.line,
               Message(QT_TRANSLATE_NOOP("Message", "expected some of %1, got %2"),
                       listOfWords(wordsOf(aggregateWords)), element.excerpt()));
    return aggregate;
}

void KeyReader::aggregates(const char* key, QList<Aggregate>& value) {
    value = defaultAggregates();
    const TomlEntry* entry = ask(key, false, {});
    if (!entry)
        return;
    const auto* array = std::get_if<TomlArray>(&entry->value.content);
    if (!array || array->empty()) {
        expect(*entry, Message(QT_TRANSLATE_NOOP("Message", "an array such as [\"mean\", \"p99\"]")));
        return;
    }
    value.clear();
    for (const TomlValue& element : *array) {
        const std::optional<Aggregate> aggregate = readAggregate(*entry, element);
        if (!aggregate)
            return;
        if (value.contains(*aggregate)) {
            report(entry->key, element.line,
                   Message(QT_TRANSLATE_NOOP("Message", "has %1 twice"), element.excerpt()));
            return;
        }
        value.append(*aggregate);
    }
}

std::optional<QString> KeyReader::choice(const char* key, const QStringList& words,
                                         std::optional<QString> otherwise) {
    const TomlEntry* entry = ask(key, !otherwise, listOfWords(words));
    if (!entry)
        return otherwise;
    const auto* word = std::get_if<QString>(&entry->value.content);
    if (word && words.contains(*word))
        return *word;
    const Message got = entry->value.excerpt();
    const QString nearest = word ? nearestWord(*word, words) : QString();
    report(
        entry->key, entry->value.line,
        nearest.isEmpty()
            ? Message(QT_TRANSLATE_NOOP("Message", "expected %1, got %2"), listOfWords(words), got)
            : Message(QT_TRANSLATE_NOOP("Message", "unknown word %1; did you mean \"%2\"?"), got, nearest));
    return std::nullopt;
}

void KeyReader::require(bool holds, const char* key, const Message& detail) {
    if (m_isGood && !holds)
        report(QString::fromLatin1(key), lineOf(key), detail);
}

void KeyReader::finish() {
    if (m_isRestIgnored)
        return;
    for (const TomlEntry& entry : m_table.entries) {
        if (m_asked.contains(entry.key))
            continue;
        if (m_mistakes.size() >= maxMistakes)
            return;
        const QString nearest = nearestWord(entry.key, m_asked);
        report(excerptOf(entry.key), entry.line,
               nearest.isEmpty()
                   ? Message(QT_TRANSLATE_NOOP("Message", "unknown key; expected %1"),
                             m_asked.join(QStringLiteral(", ")))
                   : Message(QT_TRANSLATE_NOOP("Message", "unknown key; did you mean \"%1\"?"), nearest));
    }
}

} // namespace rillscope
