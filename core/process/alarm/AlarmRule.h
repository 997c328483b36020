// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/base/WordTable.h"
#include "core/model/Severity.h"
#include "core/process/definition/KeyRules.h"
#include "core/process/definition/StepKind.h"

#include <array>
#include <optional>

namespace rillscope {

enum class AlarmCondition { Above, Below, Outside, Rate, Stale };

inline constexpr std::array conditionWords{Word<AlarmCondition>{AlarmCondition::Above, "above"},
                                           Word<AlarmCondition>{AlarmCondition::Below, "below"},
                                           Word<AlarmCondition>{AlarmCondition::Outside, "outside"},
                                           Word<AlarmCondition>{AlarmCondition::Rate, "rate"},
                                           Word<AlarmCondition>{AlarmCondition::Stale, "stale"}};

/// Raises an alarm when the value crosses a limit or stops arriving.
struct AlarmRule {
    static constexpr StepKind kind{"alarm", StepGroup::Alarm};

    AlarmCondition condition = AlarmCondition::Above;
    double low = 0.0;        ///< Below, Outside
    double high = 0.0;       ///< Above, Outside; for Rate the greatest change in a second, either way
    Duration staleAfter{};   ///< Stale: no sample for longer than this
    double hysteresis = 0.0; ///< how far back inside the limit the value must come for the alarm to end
    Duration delay{};        ///< how long (event time) the condition must hold before the alarm is raised
    Severity severity = Severity::Warning;
    bool latch = false; ///< stays raised until it is acknowledged, even when the condition has ended

    /// What a person who adds the step starts from, whichever condition they choose.
    static AlarmRule suggested() {
        return {.low = 10.0, .high = 30.0, .staleAfter = std::chrono::seconds(10)};
    }

    template <typename Keys>
    void visitKeys(Keys& keys) {
        if (!keys.word("when", condition, conditionWords)) {
            keys.ignoreRest();
            return;
        }
        visitLimits(keys);
        if (condition != AlarmCondition::Stale)
            visitTolerance(keys);
        keys.word("severity", severity, severityWords, std::optional(Severity::Warning));
        keys.flag("latch", latch, false);
    }

    friend bool operator==(const AlarmRule&, const AlarmRule&) = default;

private:
    template <typename Keys>
    void visitLimits(Keys& keys);
    /// Hysteresis and delay, which silence has no use for.
    template <typename Keys>
    void visitTolerance(Keys& keys);
};

template <typename Keys>
void AlarmRule::visitLimits(Keys& keys) {
    switch (condition) {
    case AlarmCondition::Above:
        keys.number("high", high, NumberRule::Any);
        break;
    case AlarmCondition::Below:
        keys.number("low", low, NumberRule::Any);
        break;
    case AlarmCondition::Outside:
        keys.number("low", low, NumberRule::Any);
        keys.number("high", high, NumberRule::Any);
        keys.require(low < high, "low", Message(QT_TRANSLATE_NOOP("Message", "expected less than high")));
        break;
    case AlarmCondition::Rate:
        keys.number("per_second", high, NumberRule::Positive);
        break;
    case AlarmCondition::Stale:
        keys.duration("longer_than", staleAfter, DurationRule::Positive);
        break;
    }
}

template <typename Keys>
void AlarmRule::visitTolerance(Keys& keys) {
    keys.number("hysteresis", hysteresis, NumberRule::NotNegative, 0.0);
    // An alarm whose limits leave no value inside would never end.
    keys.require(
        condition != AlarmCondition::Outside || low + hysteresis <= high - hysteresis, "hysteresis",
        Message(QT_TRANSLATE_NOOP("Message", "expected at most half the distance from low to high")));
    keys.require(condition != AlarmCondition::Rate || hysteresis <= high, "hysteresis",
                 Message(QT_TRANSLATE_NOOP("Message", "expected at most per_second")));
    keys.duration("delay", delay, DurationRule::NotNegative, Duration::zero());
}

} // namespace rillscope
