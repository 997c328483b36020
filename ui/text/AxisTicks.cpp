// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/AxisTicks.h"

#include "ui/text/DecimalStep.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

constexpr std::array<Duration, 25> wallClockSteps{1s,    2s,    5s,    10s,  15s,  30s,   1min, 2min, 5min,
                                                  10min, 15min, 30min, 1h,   2h,   3h,    6h,   12h,  24h,
                                                  48h,   96h,   168h,  336h, 720h, 2160h, 8760h};

Duration timeStep(Duration span, int maximumTicks) {
    if (span < Duration{1s} * maximumTicks) {
        const double step = std::ceil(niceStep(static_cast<double>(span.count()), maximumTicks));
        if (step < 1e9)
            return Duration{static_cast<std::int64_t>(std::max(step, 1.0))};
    }
    for (const Duration step : wallClockSteps) {
        if (span / step <= maximumTicks)
            return step;
    }
    const Duration year = wallClockSteps.back();
    return year * (span / year / maximumTicks + 1);
}

std::int64_t floorDivision(std::int64_t dividend, std::int64_t divisor) {
    const std::int64_t quotient = dividend / divisor;
    return quotient - (dividend % divisor < 0 ? 1 : 0);
}

QDateTime toDateTime(Timestamp time, const QTimeZone& zone) {
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(time), zone);
}

Duration offsetFromUtc(Timestamp time, const QTimeZone& zone) {
    return std::chrono::seconds(zone.offsetFromUtc(toDateTime(time, zone)));
}

int fractionDigits(Duration resolution) {
    int digits = 0;
    for (Duration unit = 1s; resolution < unit && digits < 9; unit /= 10)
        ++digits;
    return digits;
}

QString formatClock(Timestamp time, Duration resolution, const QTimeZone& zone) {
    const QDateTime dateTime = toDateTime(time, zone);
    if (resolution >= 1min)
        return dateTime.toString(QStringLiteral("HH:mm"));
    const QString seconds = dateTime.toString(QStringLiteral("HH:mm:ss"));
    const int digits = fractionDigits(resolution);
    if (digits == 0)
        return seconds;
    const auto fraction = (time - floorToSeconds(time)).count();
    return seconds + u'.' + QStringLiteral("%1").arg(fraction, 9, 10, QLatin1Char('0')).left(digits);
}

QString tickLabel(Timestamp time, Duration step, const QTimeZone& zone) {
    const QDateTime dateTime = toDateTime(time, zone);
    if (step >= 8760h)
        return dateTime.toString(QStringLiteral("MMM yyyy"));
    if (step >= 24h || (dateTime.time() == QTime(0, 0) && step >= 1min))
        return dateTime.toString(QStringLiteral("d MMM"));
    return formatClock(time, step, zone);
}

} // namespace

double niceStep(double span, int maximumTicks) {
    const double rough = span / std::max(maximumTicks, 1);
    if (!(rough > 0.0) || !std::isfinite(rough))
        return 1.0;
    return DecimalStep::atLeast(rough).value();
}

int decimalsOfStep(double step) {
    return step > 0.0 ? std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 9) : 0;
}

QList<TimeTick> timeTicks(Timestamp begin, Timestamp end, int maximumTicks, const QTimeZone& zone) {
    QList<TimeTick> ticks;
    if (end <= begin || maximumTicks < 1)
        return ticks;
    const Duration step = timeStep(end - begin, maximumTicks);
    const Duration offset = offsetFromUtc(begin, zone);
    const std::int64_t beforeBegin = floorDivision(toNanoseconds(begin + offset) - 1, step.count());
    for (Timestamp time = Timestamp{step * (beforeBegin + 1)} - offset; time <= end; time += step)
        ticks.append({time, tickLabel(time, step, zone)});
    return ticks;
}

QString formatTime(Timestamp time, Duration resolution, const QTimeZone& zone) {
    return formatDate(time, zone) + u' ' + formatClock(time, std::min<Duration>(resolution, 1s), zone);
}

QString formatDate(Timestamp time, const QTimeZone& zone) {
    return toDateTime(time, zone).toString(QStringLiteral("d MMM yyyy"));
}

} // namespace rillscope
