// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/alarm/AlarmRule.h"
#include "core/process/filter/ChannelDifference.h"
#include "core/process/filter/DeadBand.h"
#include "core/process/filter/Decimation.h"
#include "core/process/filter/ExponentialSmoothing.h"
#include "core/process/filter/HampelFilter.h"
#include "core/process/filter/MovingAverage.h"
#include "core/process/filter/MovingMedian.h"
#include "core/process/filter/RateOfChange.h"
#include "core/process/filter/UnitConversion.h"
#include "core/process/quality/GapRule.h"
#include "core/process/quality/RangeRule.h"
#include "core/process/quality/RateRule.h"
#include "core/process/quality/StuckRule.h"
#include "core/process/window/CumulatingWindow.h"
#include "core/process/window/HoppingWindow.h"
#include "core/process/window/SessionWindow.h"
#include "core/process/window/TumblingWindow.h"

#include <variant>

namespace rillscope {

/// The table of steps: the settings of each kind, in the order in which they are offered. A new step is a row
/// here, and a file of its own with its word, its settings, their keys, and what makes the step of them;
/// ui/text/StepText has its texts. Values are in the unit of the channel that the step is applied to
/// (temperatures in °C), durations are event time and greater than zero.
using StepSettings = std::variant<
    // Quality rules mark samples; they never drop one.
    RangeRule, RateRule, StuckRule, GapRule,
    // Filters make a derived channel beside the raw one.
    MovingAverage, MovingMedian, ExponentialSmoothing, HampelFilter, DeadBand, Decimation, UnitConversion,
    RateOfChange, ChannelDifference,
    // Event-time windows, after Flink SQL.
    TumblingWindow, HoppingWindow, SessionWindow, CumulatingWindow,
    // Alarms.
    AlarmRule>;

} // namespace rillscope
