// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/CursorText.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rillscope {
namespace {

constexpr int mostDecimals = 9;       ///< more are written with an exponent
constexpr double largestPlain = 1e15; ///< from here on with an exponent, too
constexpr int exponentDecimals = 4;

Unit otherThan(Unit unit) {
    return unit == Unit::Fahrenheit ? Unit::Celsius : Unit::Fahrenheit;
}

QString number(double value, int decimals) {
    const QLocale locale;
    const bool isPlain = value == 0.0 || (std::abs(value) < largestPlain && decimals <= mostDecimals);
    QString text = isPlain ? locale.toString(value, 'f', std::min(decimals, mostDecimals))
                           : locale.toString(value, 'e', exponentDecimals).remove(u'+');
    return text.replace(u'-', u'−');
}

QString signedNumber(double value, int decimals) {
    const QString sign = value < 0.0 ? QStringLiteral("−") : QStringLiteral("+");
    return sign + number(std::abs(value), decimals);
}

QString fraction(double value) {
    return QLocale().toString(value, 'f', 3);
}

} // namespace

int CursorText::decimalsFor(double step) {
    const double digits = std::ceil(1.0 - std::log10(std::max(step, std::numeric_limits<double>::min())));
    return std::max(fewestDecimals, static_cast<int>(digits));
}

QString CursorText::value(double celsius, Unit unit, int decimals) {
    if (!std::isfinite(celsius))
        return tr("not a number");
    if (unit == Unit::None)
        return number(celsius, decimals);
    const auto inUnit = [&](Unit shown) {
        return number(fromCelsius(celsius, shown), decimals) + u' ' + unitSymbol(shown);
    };
    return inUnit(unit) + QStringLiteral(" · ") + inUnit(otherThan(unit));
}

QString CursorText::valueDifference(double celsius, Unit unit, int decimals) {
    if (!std::isfinite(celsius))
        return tr("not a number");
    if (unit == Unit::None)
        return signedNumber(celsius, decimals);
    const auto inUnit = [&](Unit shown) {
        return signedNumber(convertDifference(celsius, shown), decimals) + u' ' + unitSymbol(shown);
    };
    return inUnit(unit) + QStringLiteral(" · ") + inUnit(otherThan(unit));
}

QString CursorText::timeDifference(Duration difference) {
    using namespace std::chrono;
    const QString sign = difference < Duration::zero() ? QStringLiteral("−") : QStringLiteral("+");
    // The most negative duration has no positive counterpart.
    const Duration length = difference == Duration::min() ? Duration::max() : abs(difference);
    const auto count = static_cast<double>(length.count());
    if (length < microseconds(1))
        return sign + tr("%1 ns").arg(length.count());
    if (length < milliseconds(1))
        return sign + tr("%1 µs").arg(fraction(count / 1e3));
    if (length < seconds(1))
        return sign + tr("%1 ms").arg(fraction(count / 1e6));
    const Duration inMinute = length % minutes(1);
    const QString secondsText = tr("%1 s").arg(fraction(static_cast<double>(inMinute.count()) / 1e9));
    if (length < minutes(1))
        return sign + secondsText;
    const auto wholeMinutes = duration_cast<minutes>(length % hours(1)).count();
    if (length < hours(1))
        return sign + tr("%1 min %2").arg(QString::number(wholeMinutes), secondsText);
    const auto wholeHours = duration_cast<hours>(length % hours(24)).count();
    const QString hoursText =
        tr("%1 h %2 min %3").arg(QString::number(wholeHours), QString::number(wholeMinutes), secondsText);
    const auto days = duration_cast<hours>(length).count() / 24;
    return sign + (days > 0 ? tr("%1 d %2").arg(QString::number(days), hoursText) : hoursText);
}

} // namespace rillscope
