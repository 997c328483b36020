// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/model/Quality.h"
#include "core/model/Unit.h"
#include "ui/text/OutsideText.h"

#include <QColor>
#include <QString>

#include <limits>

namespace rillscope {

/// What a panel shows of one channel: its latest sample.
struct ChannelReading {
    QString name;
    Unit unit = Unit::Celsius; ///< what the channel measures; None is never converted
    QColor swatch;             ///< of its line in the chart
    double celsius = std::numeric_limits<double>::quiet_NaN(); ///< or the plain value with Unit::None
    Quality quality;
    Duration age{0}; ///< since its event time
    bool hasValue = false;
    QString unitText = {}; ///< of what is no temperature; empty: unknown
};

/// The unit a channel is shown in when the user wants `wanted`.
inline Unit shownUnit(const ChannelReading& reading, Unit wanted) {
    return reading.unit == Unit::None ? Unit::None : wanted;
}

/// "°F", "hPa"; empty where the unit is not known.
inline QString unitWord(const ChannelReading& reading, Unit wanted) {
    return reading.unit == Unit::None ? oneLine(reading.unitText, 20) : unitSymbol(wanted);
}

} // namespace rillscope
