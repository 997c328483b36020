// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/CursorReadings.h"

#include "ui/chart/AxisTicks.h"
#include "ui/chart/ShownUnit.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr qsizetype mostReadings = 8;

QString tr(const char* text) {
    return QCoreApplication::translate("rillscope::CursorReadings", text);
}

struct NearestSample {
    Timestamp time;
    Quality quality;
    double distance; ///< s
};

QString timeText(const NearestSample& sample, const ReadingContext& context) {
    const QString quality = sample.quality ? QString::fromStdString(qualityName(sample.quality)) : tr("good");
    const Duration span = context.mapping.end - context.mapping.begin;
    const Duration resolution = std::max(span / 2000, Duration{1});
    return formatTime(sample.time, resolution, context.zone) + QStringLiteral(" · ") + quality;
}

} // namespace

QString readingText(double value, Unit unit) {
    const QLocale locale;
    if (!std::isfinite(value))
        return tr("not a number");
    if (unit == Unit::None)
        return locale.toString(value, 'f', 2);
    const Unit other = unit == Unit::Fahrenheit ? Unit::Celsius : Unit::Fahrenheit;
    const auto inUnit = [&](Unit shown) {
        return locale.toString(fromCelsius(value, shown), 'f', 2) + u' ' + unitSymbol(shown);
    };
    return inUnit(unit) + QStringLiteral(" · ") + inUnit(other);
}

std::optional<CursorReadings> readCursor(Timestamp wanted, ReadingContext context) {
    CursorReadings readings;
    std::optional<NearestSample> nearest;
    for (int channel = 0; channel < context.layers.count() && readings.lines.size() < mostReadings;
         ++channel) {
        const ChannelHistory& history = context.history.channel(channel);
        const auto index = context.layers.isVisible(channel) ? history.nearest(wanted) : std::nullopt;
        if (!index)
            continue;
        const TimedValue sample{history.eventTime(*index), history.value(*index)};
        const double distance = std::abs(toSeconds(saturatedDifference(sample.time, wanted)));
        if (!nearest || distance < nearest->distance)
            nearest = {sample.time, history.quality(*index), distance};
        context.mapping.unit = shownUnit(context.history.info(channel), context.unit);
        readings.lines.append({context.mapping.point(sample), context.palette.seriesPen(channel).color(),
                               readingText(sample.value, context.mapping.unit), true});
    }
    const QRectF& area = context.mapping.area;
    if (!nearest || !area.contains(QPointF(context.mapping.x(nearest->time), area.center().y())))
        return std::nullopt;
    readings.x = context.mapping.x(nearest->time);
    readings.lines.append({{}, QColor(), timeText(*nearest, context)});
    return readings;
}

} // namespace rillscope
