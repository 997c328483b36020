// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/base/WordTable.h"
#include "core/model/Unit.h"
#include "core/process/definition/StepSettings.h"

#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace rillscope {

/// Which samples move the watermark on together.
enum class WatermarkScope {
    Stream, ///< all channels are one input: a channel that stops holds nobody up
    Channel ///< each channel is an input: the watermark is the least of those that are not idle
};

inline constexpr std::array watermarkWords{Word<WatermarkScope>{WatermarkScope::Stream, "stream"},
                                           Word<WatermarkScope>{WatermarkScope::Channel, "channel"}};

struct EventTimeSettings {
    /// How far behind the newest a sample may be. Nothing: no watermark, so nobody is late, and no windows.
    std::optional<Duration> outOfOrderness;
    WatermarkScope scope = WatermarkScope::Stream;
    /// After so long without a sample an input no longer holds the watermark. Nothing: never.
    std::optional<Duration> idleTimeout;
    /// How far an event time may lie ahead of its arrival, for sources that are live. Nothing: as far as it
    /// likes.
    std::optional<Duration> allowedSkew;

    friend bool operator==(const EventTimeSettings&, const EventTimeSettings&) = default;
};

/// The unit in which the values of some channels come, where the source does not know it.
struct UnitRule {
    QString channels = QStringLiteral("*"); ///< name pattern: * and ?
    Unit unit = Unit::Celsius;

    friend bool operator==(const UnitRule&, const UnitRule&) = default;
};

/// One step of the pipeline. Steps stand in their order; a step reads raw channels or an earlier step.
struct StepDefinition {
    QString name;                           ///< unique; what other steps call it
    QString channels = QStringLiteral("*"); ///< the raw channels it applies to, a name pattern: * and ?
    QString of; ///< empty: the raw samples; else an earlier filter's name, or "window.aggregate" of one
    bool enabled = true;
    StepSettings settings;

    friend bool operator==(const StepDefinition&, const StepDefinition&) = default;
};

/// What is done to a stream, from the unit of its channels to its alarms. A value; the same text (a TOML
/// file) always makes the same one.
struct PipelineDefinition {
    EventTimeSettings eventTime;
    QList<UnitRule> units;
    QList<StepDefinition> steps;

    friend bool operator==(const PipelineDefinition&, const PipelineDefinition&) = default;
};

} // namespace rillscope
