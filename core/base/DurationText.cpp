// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/DurationText.h"

#include <array>
#include <limits>
#include <numeric>

namespace rillscope {
namespace {

struct DurationUnit {
    const char16_t* name;
    std::int64_t nanoseconds;
};

/// From small to large; the first of a length is the one that is written.
constexpr std::array<DurationUnit, 8> durationUnits{{{u"ns", 1},
                                                     {u"us", 1'000},
                                                     {u"µs", 1'000},
                                                     {u"ms", 1'000'000},
                                                     {u"s", 1'000'000'000},
                                                     {u"min", 60'000'000'000},
                                                     {u"h", 3'600'000'000'000},
                                                     {u"d", 86'400'000'000'000}}};

bool isDigit(QChar character) {
    return character >= u'0' && character <= u'9';
}

std::optional<std::int64_t> unitLength(QStringView name) {
    for (const DurationUnit& unit : durationUnits) {
        if (name == QStringView(unit.name))
            return unit.nanoseconds;
    }
    return std::nullopt;
}

/// a · b + c, or nothing when it does not fit.
std::optional<std::int64_t> multiplyAdd(std::int64_t a, std::int64_t b, std::int64_t c) {
    std::int64_t result = 0;
    if (__builtin_mul_overflow(a, b, &result) || __builtin_add_overflow(result, c, &result))
        return std::nullopt;
    return result;
}

/// A point and `digits` of a unit, in nanoseconds; nothing unless that is a whole number of them.
std::optional<std::int64_t> fractionOf(QStringView digits, std::int64_t unit) {
    while (digits.endsWith(u'0'))
        digits.chop(1);
    if (digits.size() > std::numeric_limits<std::int64_t>::digits10)
        return std::nullopt; // no unit can be divided so finely
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    for (const QChar digit : digits) {
        numerator = numerator * 10 + (digit.unicode() - u'0');
        denominator *= 10;
    }
    const std::int64_t divisor = std::gcd(numerator, denominator);
    denominator /= divisor;
    if (unit % denominator != 0)
        return std::nullopt;
    return unit / denominator * (numerator / divisor);
}

} // namespace

std::optional<Duration> parseDuration(QStringView text) {
    qsizetype end = 0;
    while (end < text.size() && (isDigit(text.at(end)) || text.at(end) == u'.'))
        ++end;
    const QStringView number = text.left(end);
    const auto unit = unitLength(text.mid(end).trimmed());
    const qsizetype point = number.indexOf(u'.');
    const QStringView whole = point < 0 ? number : number.left(point);
    const QStringView fraction = point < 0 ? QStringView() : number.mid(point + 1);
    const bool isNumber = !whole.isEmpty() && !fraction.contains(u'.') && (point < 0 || !fraction.isEmpty());
    if (!unit || !isNumber)
        return std::nullopt;
    std::optional<std::int64_t> count = 0;
    for (const QChar digit : whole) {
        count = multiplyAdd(*count, 10, digit.unicode() - u'0');
        if (!count)
            return std::nullopt;
    }
    const auto behindPoint = fractionOf(fraction, *unit);
    const auto nanoseconds = behindPoint ? multiplyAdd(*count, *unit, *behindPoint) : std::nullopt;
    return nanoseconds ? std::optional(Duration{*nanoseconds}) : std::nullopt;
}

std::optional<Duration> parseSignedDuration(QStringView text) {
    if (!text.startsWith(u'-'))
        return parseDuration(text);
    const std::optional<Duration> duration = parseDuration(text.mid(1));
    return duration ? std::optional(-*duration) : std::nullopt;
}

QString formatDuration(Duration duration) {
    Q_ASSERT(duration != Duration::min());
    if (duration < Duration::zero())
        return u'-' + formatDuration(-duration);
    const std::int64_t nanoseconds = duration.count();
    if (nanoseconds == 0)
        return QStringLiteral("0s");
    const DurationUnit* best = &durationUnits.front();
    for (const DurationUnit& unit : durationUnits) {
        // Minutes and more only when they are whole: 1.5s is a length people write, 1.016666667min is not.
        const bool isWhole = nanoseconds % unit.nanoseconds == 0;
        const bool isDecimal = unit.nanoseconds <= 1'000'000'000 && nanoseconds >= unit.nanoseconds;
        if ((isWhole || isDecimal) && unit.nanoseconds > best->nanoseconds)
            best = &unit;
    }
    QString text = QString::number(nanoseconds / best->nanoseconds);
    if (const std::int64_t rest = nanoseconds % best->nanoseconds; rest != 0) {
        const int digits = static_cast<int>(QString::number(best->nanoseconds).size()) - 1;
        QString fraction = QStringLiteral("%1").arg(rest, digits, 10, QLatin1Char('0'));
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
        text += u'.' + fraction;
    }
    return text + QStringView(best->name).toString();
}

} // namespace rillscope
