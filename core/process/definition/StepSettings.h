// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/model/Severity.h"
#include "core/model/Unit.h"

#include <QList>
#include <QString>

#include <optional>

/// The settings of each kind of step, with their defaults. Values are in the unit of the channel they are
/// applied to (temperatures in °C), durations are event time and greater than zero.
namespace rillscope {

// Quality rules mark samples; they never drop one.

/// Outside [minimum, maximum]: out of range.
struct RangeRule {
    std::optional<double> minimum;
    std::optional<double> maximum;

    friend bool operator==(const RangeRule&, const RangeRule&) = default;
};

/// Changing faster than this from one sample to the next, either way.
struct RateRule {
    double perSecond = 1.0;

    friend bool operator==(const RateRule&, const RateRule&) = default;
};

/// The same value, give or take the tolerance, for so long or longer.
struct StuckRule {
    Duration after{};
    double tolerance = 0.0;

    friend bool operator==(const StuckRule&, const StuckRule&) = default;
};

/// The first sample after a silence longer than this.
struct GapRule {
    Duration longerThan{};

    friend bool operator==(const GapRule&, const GapRule&) = default;
};

// Filters make a derived channel beside the raw one.

struct MovingAverage {
    Duration over{};
    friend bool operator==(const MovingAverage&, const MovingAverage&) = default;
};

struct MovingMedian {
    Duration over{};
    friend bool operator==(const MovingMedian&, const MovingMedian&) = default;
};

/// A step in the input is followed to 63 % after the time constant.
struct ExponentialSmoothing {
    Duration timeConstant{};
    friend bool operator==(const ExponentialSmoothing&, const ExponentialSmoothing&) = default;
};

/// A value further than `threshold` (scaled) median absolute deviations from the median of the time before
/// it is replaced by that median.
struct HampelFilter {
    Duration over{};
    double threshold = 3.0;
    friend bool operator==(const HampelFilter&, const HampelFilter&) = default;
};

/// Passes on a value only when it differs from the last one passed on by more than the band.
struct DeadBand {
    double band = 0.0;
    friend bool operator==(const DeadBand&, const DeadBand&) = default;
};

/// Passes on at most one sample in each stretch of event time.
struct Decimation {
    Duration every{};
    friend bool operator==(const Decimation&, const Decimation&) = default;
};

struct UnitConversion {
    Unit to = Unit::Fahrenheit;
    friend bool operator==(const UnitConversion&, const UnitConversion&) = default;
};

/// The slope between a sample and the one before it, as change in each `per`.
struct RateOfChange {
    Duration per = std::chrono::seconds(1);
    friend bool operator==(const RateOfChange&, const RateOfChange&) = default;
};

/// The channel minus another one, where both have a sample within `within` of each other.
struct ChannelDifference {
    QString minus; ///< a raw channel's name
    Duration within{};
    friend bool operator==(const ChannelDifference&, const ChannelDifference&) = default;
};

// Event-time windows, after Flink SQL. Sizes are whole milliseconds.

enum class Aggregate { Count, Minimum, Maximum, Mean, StandardDeviation, First, Last, P50, P90, P99 };

struct TumblingWindow {
    Duration size{};
    Duration offset{};
    QList<Aggregate> aggregates;
    friend bool operator==(const TumblingWindow&, const TumblingWindow&) = default;
};

/// size is a multiple of slide.
struct HoppingWindow {
    Duration size{};
    Duration slide{};
    Duration offset{};
    QList<Aggregate> aggregates;
    friend bool operator==(const HoppingWindow&, const HoppingWindow&) = default;
};

struct SessionWindow {
    Duration gap{};
    QList<Aggregate> aggregates;
    friend bool operator==(const SessionWindow&, const SessionWindow&) = default;
};

/// size is a multiple of step.
struct CumulatingWindow {
    Duration size{};
    Duration step{};
    Duration offset{};
    QList<Aggregate> aggregates;
    friend bool operator==(const CumulatingWindow&, const CumulatingWindow&) = default;
};

// Alarms.

enum class AlarmCondition { Above, Below, Outside, Rate, Stale };

struct AlarmRule {
    AlarmCondition condition = AlarmCondition::Above;
    double low = 0.0;        ///< Below, Outside
    double high = 0.0;       ///< Above, Outside; for Rate the greatest change in a second, either way
    Duration staleAfter{};   ///< Stale: no sample for longer than this
    double hysteresis = 0.0; ///< how far back inside the limit the value must come for the alarm to end
    Duration delay{};        ///< how long (event time) the condition must hold before the alarm is raised
    Severity severity = Severity::Warning;
    bool latch = false; ///< stays raised until it is acknowledged, even when the condition has ended

    friend bool operator==(const AlarmRule&, const AlarmRule&) = default;
};

} // namespace rillscope
