// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/NumberFormat.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace rillscope {
namespace {

constexpr int maximumDigits = 7;
constexpr double scientificFrom = 1e7;
constexpr QChar unknown(u'–');

/// Whole units in `duration`, rounded to the nearest; for durations that are not negative.
template <typename Unit>
qint64 rounded(Duration duration) {
    const qint64 size = Duration(Unit{1}).count();
    return duration.count() / size + (duration.count() % size >= size - size / 2 ? 1 : 0);
}

/// Digits before the point; at most as many as are ever shown.
int wholeDigits(double value) {
    const double size = std::abs(value);
    return size < 10.0
               ? 1
               : static_cast<int>(std::min<double>(maximumDigits, 1.0 + std::floor(std::log10(size))));
}

QDateTime toDateTime(Timestamp time, const QTimeZone& zone) {
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(time), zone);
}

} // namespace

NumberFormat::NumberFormat(const QLocale& locale)
    : m_locale(locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale) {}

int NumberFormat::decimalsFor(double span) {
    if (!(span > 0.0) || span >= 1.0)
        return defaultDecimals;
    const double leadingZeros = std::ceil(-std::log10(span));
    return static_cast<int>(std::min<double>(maximumDecimals, defaultDecimals + leadingZeros));
}

int NumberFormat::decimalsFor(double span, double largest) {
    return std::clamp(maximumDigits - wholeDigits(largest), 0, decimalsFor(span));
}

QString NumberFormat::count(qint64 value) const {
    QString text = m_locale.toString(value);
    return text.replace(u'-', u'−');
}

QString NumberFormat::compactCount(qint64 value) const {
    static constexpr std::array<char16_t, 5> prefixes{u'M', u'G', u'T', u'P', u'E'};
    qint64 unit = 1'000'000;
    if (value < unit)
        return count(value);
    std::size_t prefix = 0;
    while (prefix + 1 < prefixes.size() && value / unit >= 1'000) {
        unit *= 1'000;
        ++prefix;
    }
    const qint64 whole = value / unit;
    const int decimals = whole >= 100 ? 0 : whole >= 10 ? 1 : 2;
    const qint64 step = decimals == 0 ? 1 : decimals == 1 ? 10 : 100;
    const double cut = static_cast<double>(value / (unit / step)) / static_cast<double>(step);
    return QStringLiteral("%1 %2").arg(decimal(cut, decimals), QString(QChar(prefixes[prefix])));
}

QString NumberFormat::decimal(double value, int decimals) const {
    const bool isZero = std::abs(value) < 0.5 * std::pow(10.0, -decimals);
    QString text = m_locale.toString(isZero ? 0.0 : value, 'f', decimals);
    return text.replace(u'-', u'−');
}

QString NumberFormat::number(double value, int decimals) const {
    if (std::isnan(value))
        return unknown;
    const double size = std::abs(value);
    if (std::isinf(value))
        return value < 0.0 ? QStringLiteral("−∞") : QStringLiteral("∞");
    if (size >= scientificFrom) {
        int exponent = static_cast<int>(std::floor(std::log10(size)));
        double mantissa = value / std::pow(10.0, exponent);
        if (std::abs(mantissa) >= 9.9995) {
            mantissa /= 10.0;
            ++exponent;
        }
        return decimal(mantissa, 3) + QStringLiteral("e%1").arg(exponent);
    }
    return decimal(value, std::clamp(decimals, 0, maximumDigits - wholeDigits(value)));
}

QString NumberFormat::shortNumber(double value) const {
    QString text = QString::number(value, 'g', 3);
    text.remove(u'+').replace(u'-', u'−');
    return text.replace(QStringLiteral("."), m_locale.decimalPoint());
}

QString NumberFormat::temperature(double celsius, Unit unit, int decimals) const {
    const QString figure = number(fromCelsius(celsius, unit), decimals);
    return unit == Unit::None || std::isnan(celsius) ? figure
                                                     : QStringLiteral("%1 %2").arg(figure, unitSymbol(unit));
}

QString NumberFormat::rate(double perSecond) const {
    if (!(perSecond >= 0.0) || std::isinf(perSecond))
        return unknown;
    if (perSecond >= 1e7)
        return perSecond < 9e18 ? compactCount(static_cast<qint64>(perSecond)) : number(perSecond);
    if (perSecond >= 99.95)
        return decimal(perSecond, 0);
    return decimal(perSecond, perSecond > 0.0 && perSecond < 0.095 ? 2 : 1);
}

/// Below a minute: one digit after the point.
QString NumberFormat::seconds(Duration duration) const {
    const qint64 tenths = rounded<std::chrono::milliseconds>(duration / 100);
    return tr("%1 s").arg(decimal(static_cast<double>(tenths) / 10.0, 1));
}

QString NumberFormat::duration(Duration duration) const {
    using namespace std::chrono;
    if (duration < Duration::zero())
        return QStringLiteral("−") + this->duration(-std::max(duration, -Duration::max()));
    if (duration < milliseconds(100))
        return tr("%1 ms").arg(m_locale.toString(rounded<milliseconds>(duration)));
    if (duration < milliseconds(59'950))
        return seconds(duration);
    const auto joined = [this](qint64 whole, const QString& large, qint64 part, const QString& small) {
        const QString first = large.arg(m_locale.toString(whole));
        return part == 0 ? first : QStringLiteral("%1 %2").arg(first, small.arg(part));
    };
    const qint64 wholeSeconds = rounded<std::chrono::seconds>(duration);
    if (wholeSeconds < 3'600)
        return joined(wholeSeconds / 60, tr("%1 min"), wholeSeconds % 60, tr("%1 s"));
    const qint64 wholeMinutes = rounded<minutes>(duration);
    if (wholeMinutes < 24 * 60)
        return joined(wholeMinutes / 60, tr("%1 h"), wholeMinutes % 60, tr("%1 min"));
    const qint64 wholeHours = rounded<hours>(duration);
    return joined(wholeHours / 24, tr("%1 d"), wholeHours % 24, tr("%1 h"));
}

QString NumberFormat::age(Duration age) const {
    const Duration size = age < Duration::zero() ? -std::max(age, -Duration::max()) : age;
    // No milliseconds: an age that is shown ten times a second would jump between the units.
    const QString text = size < std::chrono::milliseconds(100) ? seconds(size) : duration(size);
    return age <= -std::chrono::milliseconds(50) ? tr("%1 ahead").arg(text) : tr("%1 ago").arg(text);
}

QString NumberFormat::bytes(qint64 count) const {
    return m_locale.formattedDataSize(count, 1, QLocale::DataSizeSIFormat);
}

QString NumberFormat::timeOfDay(Timestamp time, const QTimeZone& zone) const {
    return toDateTime(time, zone).toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString NumberFormat::dateAndTime(Timestamp time, const QTimeZone& zone) const {
    const QDateTime dateTime = toDateTime(time, zone);
    return QStringLiteral("%1 %2").arg(dateTime.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")),
                                       zone == QTimeZone::utc() ? QStringLiteral("UTC")
                                                                : zone.abbreviation(dateTime));
}

QString NumberFormat::shortDateAndTime(Timestamp time, const QTimeZone& zone) const {
    const QDateTime dateTime = toDateTime(time, zone);
    return dateTime.toString(dateTime.time().msec() == 0 ? QStringLiteral("yyyy-MM-dd HH:mm:ss")
                                                         : QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

int NumberFormat::pluralCount(qint64 count) {
    // No language looks further than the last six digits, and at whether there are more.
    constexpr qint64 cycle = 1'000'000;
    return static_cast<int>(count < cycle ? std::max<qint64>(count, 0) : cycle + count % cycle);
}

} // namespace rillscope
