// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/WordTable.h"
#include "core/process/definition/PipelineDefinition.h"

#include <array>

namespace rillscope {

// The words of a pipeline file.

inline constexpr std::array kindWords{
    "range",       "rate",   "stuck",     "gap",      "moving_average", "moving_median",
    "exponential", "hampel", "dead_band", "decimate", "convert",        "rate_of_change",
    "difference",  "tumble", "hop",       "session",  "cumulate",       "alarm"};
static_assert(kindWords.size() == std::variant_size_v<StepSettings>);

inline constexpr std::array watermarkWords{Word<WatermarkScope>{WatermarkScope::Stream, "stream"},
                                           Word<WatermarkScope>{WatermarkScope::Channel, "channel"}};
inline constexpr std::array conditionWords{Word<AlarmCondition>{AlarmCondition::Above, "above"},
                                           Word<AlarmCondition>{AlarmCondition::Below, "below"},
                                           Word<AlarmCondition>{AlarmCondition::Outside, "outside"},
                                           Word<AlarmCondition>{AlarmCondition::Rate, "rate"},
                                           Word<AlarmCondition>{AlarmCondition::Stale, "stale"}};
inline constexpr std::array aggregateWords{Word<Aggregate>{Aggregate::Count, "count"},
                                           Word<Aggregate>{Aggregate::Minimum, "min"},
                                           Word<Aggregate>{Aggregate::Maximum, "max"},
                                           Word<Aggregate>{Aggregate::Mean, "mean"},
                                           Word<Aggregate>{Aggregate::StandardDeviation, "sd"},
                                           Word<Aggregate>{Aggregate::First, "first"},
                                           Word<Aggregate>{Aggregate::Last, "last"},
                                           Word<Aggregate>{Aggregate::P50, "p50"},
                                           Word<Aggregate>{Aggregate::P90, "p90"},
                                           Word<Aggregate>{Aggregate::P99, "p99"}};

enum class StepGroup { QualityRule, Filter, Window, Alarm };

/// What a kind of step does to the stream.
StepGroup groupOf(const StepSettings& settings);

/// "hampel", as in a pipeline file.
QString kindOf(const StepSettings& settings);

/// The settings of a kind of step, as they are when nothing is said about them; nothing for an unknown kind.
std::optional<StepSettings> settingsOfKind(const QString& kind);

/// "p99", as in a pipeline file and in the `of` of a step.
QString aggregateName(Aggregate aggregate);

/// What a window computes; empty for any other kind of step.
QList<Aggregate> aggregatesOf(const StepSettings& settings);

/// What a window computes when nothing is said about it.
QList<Aggregate> defaultAggregates();

template <std::size_t size>
QStringList wordList(const std::array<const char*, size>& words) {
    QStringList list;
    for (const char* word : words)
        list.append(QString::fromLatin1(word));
    return list;
}

} // namespace rillscope
