// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/ParameterReader.h"

#include "core/base/DurationText.h"
#include "core/base/NumberText.h"
#include "core/parse/NumberParser.h"

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

} // namespace

QString quoted(const QString& value) {
    constexpr qsizetype longest = 40;
    return u'“' + (value.size() > longest ? value.left(longest) + u'…' : value) + u'”';
}

std::optional<QString> ParameterReader::text(const QString& key) {
    if (!m_known.contains(key))
        m_known.append(key);
    return m_uri.parameter(key);
}

double ParameterReader::number(const QString& key, double fallback, double minimum, double maximum) {
    const auto given = text(key);
    if (!given)
        return fallback;
    const ParsedNumber number = parseNumber(given->toStdString());
    if (number.kind == ParsedNumber::Kind::Finite && number.value >= minimum && number.value <= maximum)
        return number.value;
    refuse(key, quoted(*given) + QStringLiteral(" is not a number from %1 to %2")
                                     .arg(formatNumber(minimum), formatNumber(maximum)));
    return fallback;
}

quint64 ParameterReader::wholeNumber(const QString& key, quint64 fallback, quint64 minimum, quint64 maximum) {
    const auto given = text(key);
    if (!given)
        return fallback;
    const auto value = parseWholeNumber(*given);
    if (value && *value >= minimum && *value <= maximum)
        return *value;
    refuse(key, quoted(*given) + QStringLiteral(" is not a whole number from %1 to %2")
                                     .arg(QString::number(minimum), QString::number(maximum)));
    return fallback;
}

Duration ParameterReader::duration(const QString& key, Duration fallback, Duration minimum,
                                   Duration maximum) {
    const auto given = text(key);
    if (!given)
        return fallback;
    const auto value = parseDuration(*given);
    if (value && *value >= minimum && *value <= maximum)
        return *value;
    refuse(key,
           quoted(*given) +
               QStringLiteral(" is not a duration with its unit (ns, us, ms, s, min, h, d) from %1 to %2")
                   .arg(formatDuration(minimum), formatDuration(maximum)));
    return fallback;
}

void ParameterReader::refuse(const QString& subject, const QString& detail) {
    if (!m_error)
        m_error = Error{ErrorCode::InvalidUri, subject, detail};
}

Result<void> ParameterReader::result() const {
    if (m_error)
        return tl::unexpected(*m_error);
    return m_uri.expectOnly(m_known);
}

} // namespace rillscope
