// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/ParameterReader.h"

#include "core/base/DurationText.h"
#include "core/base/Message.h"
#include "core/base/NumberText.h"
#include "core/parse/NumberParser.h"
#include "core/source/SourceNames.h"

#include <algorithm>

namespace rillscope {
namespace {

/// Digits only: no sign, no spaces, nothing that does not fit.
std::optional<quint64> parseWholeNumber(const QString& text) {
    const auto isDigit = [](QChar character) { return character >= u'0' && character <= u'9'; };
    bool fits = false;
    const quint64 value = text.toULongLong(&fits);
    if (!fits || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    return value;
}

std::optional<double> parseFinite(const QString& text) {
    const ParsedNumber number = parseNumber(text.toStdString());
    return number.kind == ParsedNumber::Kind::Finite ? std::optional(number.value) : std::nullopt;
}

template <typename T>
bool isWithin(const T& value, const ValueRange<T>& bounds) {
    return value >= bounds.minimum && value <= bounds.maximum;
}

template <typename T, typename Parse>
std::optional<ValueRange<T>> parseRange(const QString& text, const ValueRange<T>& bounds, Parse parse) {
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    const std::optional<T> minimum = parse(dots < 0 ? text : text.left(dots));
    const std::optional<T> maximum = dots < 0 ? minimum : parse(text.mid(dots + 2));
    if (!minimum || !maximum || !isWithin(*minimum, bounds) || !isWithin(*maximum, bounds) ||
        *maximum < *minimum)
        return std::nullopt;
    return ValueRange<T>{*minimum, *maximum};
}

Message notARange(const QString& given, const QString& minimum, const QString& maximum, const QString& lowest,
                  const QString& highest) {
    return Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "%1 is neither one value nor a smaller and a greater one such as %2..%3, from %4 to %5"),
        given, minimum, maximum, lowest, highest);
}

} // namespace

QString quoted(const QString& value) {
    constexpr qsizetype longest = 40;
    return u'“' + (value.size() > longest ? value.left(longest) + u'…' : value) + u'”';
}

ParameterReader::ParameterReader(const SourceUri& uri, const SourceKeys& keys) : m_uri(uri), m_keys(keys) {
    checkAddress();
}

void ParameterReader::checkAddress() {
    if (!m_keys.address && !m_uri.path().isEmpty())
        refuse(m_uri.path(), Message(QT_TRANSLATE_NOOP("Message", "%1: takes no path"), m_uri.scheme()));
    const bool isFile = m_keys.address && std::holds_alternative<SourceKey::File>(m_keys.address->type);
    if (isFile && m_uri.path().isEmpty())
        refuse(m_uri.shown().text(),
               Message(QT_TRANSLATE_NOOP("Message", "the file is missing; expected %1:%2"), m_uri.scheme(),
                       m_keys.address->name));
}

const SourceKey& ParameterReader::key(const QString& name) const {
    const auto found = std::find_if(m_keys.parameters.begin(), m_keys.parameters.end(),
                                    [&](const SourceKey& key) { return key.name == name; });
    Q_ASSERT_X(found != m_keys.parameters.end(), "ParameterReader", qPrintable(name));
    return *found;
}

std::optional<QString> ParameterReader::text(const QString& name) {
    Q_ASSERT(key(name).name == name);
    if (!m_known.contains(name))
        m_known.append(name);
    return m_uri.parameter(name);
}

double ParameterReader::number(const QString& name, double fallback) {
    const auto given = text(name);
    if (!given)
        return fallback;
    const auto& bounds = std::get<SourceKey::Number>(key(name).type).bounds;
    const auto value = parseFinite(*given);
    if (value && isWithin(*value, bounds))
        return *value;
    refuse(name, Message(QT_TRANSLATE_NOOP("Message", "%1 is not a number from %2 to %3"), quoted(*given),
                         formatNumber(bounds.minimum), formatNumber(bounds.maximum)));
    return fallback;
}

quint64 ParameterReader::wholeNumber(const QString& name, quint64 fallback) {
    const auto given = text(name);
    if (!given)
        return fallback;
    const auto& bounds = std::get<SourceKey::WholeNumber>(key(name).type).bounds;
    const auto value = parseWholeNumber(*given);
    if (value && isWithin(*value, bounds))
        return *value;
    refuse(name, Message(QT_TRANSLATE_NOOP("Message", "%1 is not a whole number from %2 to %3"),
                         quoted(*given), QString::number(bounds.minimum), QString::number(bounds.maximum)));
    return fallback;
}

Duration ParameterReader::duration(const QString& name, Duration fallback) {
    const auto given = text(name);
    if (!given)
        return fallback;
    const auto& bounds = std::get<SourceKey::Length>(key(name).type).bounds;
    const auto value = parseDuration(*given);
    if (value && isWithin(*value, bounds))
        return *value;
    refuse(name, Message(QT_TRANSLATE_NOOP(
                             "Message",
                             "%1 is not a duration with its unit (ns, us, ms, s, min, h, d) from %2 to %3"),
                         quoted(*given), formatDuration(bounds.minimum), formatDuration(bounds.maximum)));
    return fallback;
}

ValueRange<double> ParameterReader::numberRange(const QString& name, const ValueRange<double>& fallback) {
    const auto given = text(name);
    if (!given)
        return fallback;
    const auto& bounds = std::get<SourceKey::NumberRange>(key(name).type).bounds;
    if (const auto range = parseRange(*given, bounds, parseFinite))
        return *range;
    refuse(name, notARange(quoted(*given), formatNumber(fallback.minimum), formatNumber(fallback.maximum),
                           formatNumber(bounds.minimum), formatNumber(bounds.maximum)));
    return fallback;
}

ValueRange<Duration> ParameterReader::durationRange(const QString& name,
                                                    const ValueRange<Duration>& fallback) {
    const auto given = text(name);
    if (!given)
        return fallback;
    const auto& bounds = std::get<SourceKey::LengthRange>(key(name).type).bounds;
    const auto parse = [](const QString& typed) { return parseDuration(typed); };
    if (const auto range = parseRange(*given, bounds, parse))
        return *range;
    refuse(name, notARange(quoted(*given), formatDuration(fallback.minimum), formatDuration(fallback.maximum),
                           formatDuration(bounds.minimum), formatDuration(bounds.maximum)));
    return fallback;
}

qsizetype ParameterReader::word(const QString& name, qsizetype fallback) {
    const auto given = text(name);
    if (!given)
        return fallback;
    const QStringList& words = std::get<SourceKey::Word>(key(name).type).words;
    if (const qsizetype place = words.indexOf(*given); place >= 0)
        return place;
    refuse(name, Message(QT_TRANSLATE_NOOP("Message", "%1 is none of %2"), quoted(*given),
                         words.join(QStringLiteral(", "))));
    return fallback;
}

void ParameterReader::refuse(const QString& subject, const Message& detail) {
    if (!m_error)
        m_error = Error{ErrorCode::InvalidUri, subject, detail};
}

Result<void> ParameterReader::result() const {
    if (m_error)
        return tl::unexpected(*m_error);
    return m_uri.expectOnly(m_known + QStringList{nameKey()});
}

} // namespace rillscope
