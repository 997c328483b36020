// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/AlarmText.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

struct AlarmWords {
    Q_DECLARE_TR_FUNCTIONS(rillscope::AlarmText)
};

/// Seconds that may be of any size.
Duration toDuration(double seconds) {
    constexpr double most = 9e9;
    return Duration(static_cast<std::int64_t>(std::clamp(seconds, -most, most) * 1e9));
}

} // namespace

QString alarmStateWord(const AlarmOccurrence& alarm) {
    if (alarm.isActive)
        return alarm.isAcknowledged ? AlarmWords::tr("acknowledged") : AlarmWords::tr("active");
    return alarm.isAcknowledged ? AlarmWords::tr("cleared") : AlarmWords::tr("unacknowledged");
}

QString severityWord(Severity severity) {
    return severity == Severity::Alarm     ? AlarmWords::tr("Alarm")
           : severity == Severity::Warning ? AlarmWords::tr("Warning")
                                           : AlarmWords::tr("Info");
}

QString worstText(double worst, AlarmQuantity quantity, Unit unit, const NumberFormat& format) {
    switch (quantity) {
    case AlarmQuantity::Temperature:
        return format.temperature(worst, unit);
    case AlarmQuantity::Rate:
        return AlarmWords::tr("%1 /s").arg(format.number(worst));
    case AlarmQuantity::TemperatureRate:
        return AlarmWords::tr("%1 %2/s").arg(format.number(convertDifference(worst, unit)), unitSymbol(unit));
    case AlarmQuantity::Silence:
        return std::isnan(worst) ? format.number(worst) : format.duration(toDuration(worst));
    case AlarmQuantity::Number:
        break;
    }
    return format.number(worst);
}

} // namespace rillscope
