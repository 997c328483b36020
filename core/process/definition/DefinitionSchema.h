// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/DefinitionWords.h"

/// Which keys each part of a pipeline file has, what they may hold, and what they mean when they are not
/// there: said once, for reading (KeyReader) and for writing (KeyWriter). A visitor is asked for one key
/// after the other; the last argument of a key that may be left out is what it then is.
namespace rillscope {

enum class NumberRule { Any, NotNegative, Positive };
enum class DurationRule { Positive, NotNegative, PositiveMilliseconds, AnyMilliseconds };
enum class TextRule {
    Pattern,  ///< of channel names
    Name,     ///< of a step
    Channel,  ///< name of a channel
    Reference ///< "step" or "window.aggregate"
};

/// Windows that a sample is in at a time, or that a window emits: what one sample may cost.
inline constexpr std::int64_t maxPartsOfWindow = 10'000;

inline bool isDivisible(Duration whole, Duration part) {
    return part > Duration::zero() && whole % part == Duration::zero();
}

template <typename Visitor>
void visitKeys(Visitor& keys, EventTimeSettings& settings) {
    keys.optionalDuration("out_of_orderness", settings.outOfOrderness, DurationRule::NotNegative);
    keys.word("watermark", settings.scope, watermarkWords, std::optional(WatermarkScope::Stream));
    keys.optionalDuration("idle_timeout", settings.idleTimeout, DurationRule::Positive);
    keys.optionalDuration("allowed_skew", settings.allowedSkew, DurationRule::NotNegative);
}

template <typename Visitor>
void visitKeys(Visitor& keys, UnitRule& rule) {
    keys.text("channels", rule.channels, TextRule::Pattern, std::optional(QStringLiteral("*")));
    keys.unit("unit", rule.unit);
}

template <typename Visitor>
void visitKeys(Visitor& keys, RangeRule& rule) {
    keys.optionalNumber("minimum", rule.minimum);
    keys.optionalNumber("maximum", rule.maximum);
    keys.require(rule.minimum || rule.maximum, "minimum", "missing; expected a minimum, a maximum, or both");
    keys.require(!rule.minimum || !rule.maximum || *rule.minimum <= *rule.maximum, "minimum",
                 "expected no more than maximum");
}

template <typename Visitor>
void visitKeys(Visitor& keys, RateRule& rule) {
    keys.number("per_second", rule.perSecond, NumberRule::Positive);
}

template <typename Visitor>
void visitKeys(Visitor& keys, StuckRule& rule) {
    keys.duration("after", rule.after, DurationRule::Positive);
    keys.number("tolerance", rule.tolerance, NumberRule::NotNegative, 0.0);
}

template <typename Visitor>
void visitKeys(Visitor& keys, GapRule& rule) {
    keys.duration("longer_than", rule.longerThan, DurationRule::Positive);
}

template <typename Visitor>
void visitKeys(Visitor& keys, MovingAverage& filter) {
    keys.duration("over", filter.over, DurationRule::Positive);
}

template <typename Visitor>
void visitKeys(Visitor& keys, MovingMedian& filter) {
    keys.duration("over", filter.over, DurationRule::Positive);
}

template <typename Visitor>
void visitKeys(Visitor& keys, ExponentialSmoothing& filter) {
    keys.duration("time_constant", filter.timeConstant, DurationRule::Positive);
}

template <typename Visitor>
void visitKeys(Visitor& keys, HampelFilter& filter) {
    keys.duration("over", filter.over, DurationRule::Positive);
    keys.number("threshold", filter.threshold, NumberRule::Positive, 3.0);
}

template <typename Visitor>
void visitKeys(Visitor& keys, DeadBand& filter) {
    keys.number("band", filter.band, NumberRule::NotNegative);
}

template <typename Visitor>
void visitKeys(Visitor& keys, Decimation& filter) {
    keys.duration("every", filter.every, DurationRule::Positive);
}

template <typename Visitor>
void visitKeys(Visitor& keys, UnitConversion& filter) {
    keys.unit("to", filter.to);
}

template <typename Visitor>
void visitKeys(Visitor& keys, RateOfChange& filter) {
    keys.duration("per", filter.per, DurationRule::Positive, std::chrono::seconds(1));
}

template <typename Visitor>
void visitKeys(Visitor& keys, ChannelDifference& filter) {
    keys.text("minus", filter.minus, TextRule::Channel);
    keys.duration("within", filter.within, DurationRule::Positive);
}

/// The part of a window's keys that all of its kinds but sessions have.
template <typename Visitor, typename Window>
void visitOffsetAndAggregates(Visitor& keys, Window& window) {
    keys.duration("offset", window.offset, DurationRule::AnyMilliseconds, Duration::zero());
    keys.require(std::chrono::abs(window.offset) < window.size, "offset",
                 "expected less than size, forward or back");
    keys.aggregates("aggregates", window.aggregates);
}

template <typename Visitor>
void visitKeys(Visitor& keys, TumblingWindow& window) {
    keys.duration("size", window.size, DurationRule::PositiveMilliseconds);
    visitOffsetAndAggregates(keys, window);
}

template <typename Visitor>
void visitKeys(Visitor& keys, HoppingWindow& window) {
    keys.duration("size", window.size, DurationRule::PositiveMilliseconds);
    keys.duration("slide", window.slide, DurationRule::PositiveMilliseconds);
    keys.require(isDivisible(window.size, window.slide), "size", "expected a multiple of slide");
    keys.require(window.size.count() <= maxPartsOfWindow * window.slide.count(), "slide",
                 "expected at least a 10,000th of size");
    visitOffsetAndAggregates(keys, window);
}

template <typename Visitor>
void visitKeys(Visitor& keys, SessionWindow& window) {
    keys.duration("gap", window.gap, DurationRule::PositiveMilliseconds);
    keys.aggregates("aggregates", window.aggregates);
}

template <typename Visitor>
void visitKeys(Visitor& keys, CumulatingWindow& window) {
    keys.duration("size", window.size, DurationRule::PositiveMilliseconds);
    keys.duration("step", window.step, DurationRule::PositiveMilliseconds);
    keys.require(isDivisible(window.size, window.step), "size", "expected a multiple of step");
    keys.require(window.size.count() <= maxPartsOfWindow * window.step.count(), "step",
                 "expected at least a 10,000th of size");
    visitOffsetAndAggregates(keys, window);
}

template <typename Visitor>
void visitLimits(Visitor& keys, AlarmRule& rule) {
    switch (rule.condition) {
    case AlarmCondition::Above:
        keys.number("high", rule.high, NumberRule::Any);
        break;
    case AlarmCondition::Below:
        keys.number("low", rule.low, NumberRule::Any);
        break;
    case AlarmCondition::Outside:
        keys.number("low", rule.low, NumberRule::Any);
        keys.number("high", rule.high, NumberRule::Any);
        keys.require(rule.low < rule.high, "low", "expected less than high");
        break;
    case AlarmCondition::Rate:
        keys.number("per_second", rule.high, NumberRule::Positive);
        break;
    case AlarmCondition::Stale:
        keys.duration("longer_than", rule.staleAfter, DurationRule::Positive);
        break;
    }
}

/// Hysteresis and delay, which silence has no use for. A band that no value is inside of would never end.
template <typename Visitor>
void visitPatience(Visitor& keys, AlarmRule& rule) {
    keys.number("hysteresis", rule.hysteresis, NumberRule::NotNegative, 0.0);
    keys.require(rule.condition != AlarmCondition::Outside ||
                     rule.low + rule.hysteresis <= rule.high - rule.hysteresis,
                 "hysteresis", "expected at most half the distance from low to high");
    keys.require(rule.condition != AlarmCondition::Rate || rule.hysteresis <= rule.high, "hysteresis",
                 "expected at most per_second");
    keys.duration("delay", rule.delay, DurationRule::NotNegative, Duration::zero());
}

template <typename Visitor>
void visitKeys(Visitor& keys, AlarmRule& rule) {
    if (!keys.word("when", rule.condition, conditionWords)) {
        keys.ignoreRest();
        return;
    }
    visitLimits(keys, rule);
    if (rule.condition != AlarmCondition::Stale)
        visitPatience(keys, rule);
    keys.word("severity", rule.severity, severityWords, std::optional(Severity::Warning));
    keys.flag("latch", rule.latch, false);
}

/// All but the kind, which decides on the rest.
template <typename Visitor>
void visitStep(Visitor& keys, StepDefinition& step) {
    keys.text("name", step.name, TextRule::Name);
    keys.text("channels", step.channels, TextRule::Pattern, std::optional(QStringLiteral("*")));
    if (groupOf(step.settings) != StepGroup::QualityRule)
        keys.text("of", step.of, TextRule::Reference, std::optional(QString()));
    keys.flag("enabled", step.enabled, true);
    std::visit([&keys](auto& settings) { visitKeys(keys, settings); }, step.settings);
}

} // namespace rillscope
