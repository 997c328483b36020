// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/IntervalText.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace rillscope {
namespace {

struct TimeUnit {
    double seconds;
    const char* symbol;
};

constexpr std::array units{TimeUnit{3'600.0, "h"}, TimeUnit{60.0, "min"}, TimeUnit{1.0, "s"},
                           TimeUnit{1e-3, "ms"},   TimeUnit{1e-6, "µs"},  TimeUnit{1e-9, "ns"}};

const TimeUnit& unitFor(double seconds) {
    // A minute reads well from two on: "90 s" is plainer than "1.5 min".
    const auto fits = [seconds](const TimeUnit& unit) {
        return seconds >= unit.seconds * (unit.seconds > 1.0 ? 2.0 : 1.0);
    };
    const auto found = std::find_if(units.begin(), units.end(), fits);
    return found == units.end() ? units.back() : *found;
}

QString digits(double value, const QLocale& locale) {
    const int magnitude = value < 1e-12 ? 0 : static_cast<int>(std::floor(std::log10(value)));
    const int decimals = std::clamp(2 - magnitude, 0, 3);
    const double scale = std::pow(10.0, decimals);
    return locale.toString(std::round(value * scale) / scale, 'g', 12);
}

QString tr(const char* text) {
    return QCoreApplication::translate("IntervalText", text);
}

} // namespace

QString intervalText(const IntervalSettings& interval, const QLocale& locale) {
    if (interval.kind == IntervalSettings::Kind::Poisson) {
        const TimeUnit& unit = unitFor(interval.meanSeconds());
        return tr("%1 %2 on average")
            .arg(digits(interval.meanSeconds() / unit.seconds, locale), QString::fromUtf8(unit.symbol));
    }
    const TimeUnit& unit = unitFor(toSeconds(interval.maximum));
    const QString minimum = digits(toSeconds(interval.minimum) / unit.seconds, locale);
    const QString maximum = digits(toSeconds(interval.maximum) / unit.seconds, locale);
    const QString symbol = QString::fromUtf8(unit.symbol);
    return minimum == maximum ? tr("%1 %2").arg(maximum, symbol)
                              : tr("%1 – %2 %3").arg(minimum, maximum, symbol);
}

} // namespace rillscope
