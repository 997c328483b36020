// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Quality.h"
#include "core/process/definition/StepSettings.h"

#include <memory>

namespace rillscope {

/// Judges the samples of one channel, in the order of their arrival, by one rule. A sample is out of order
/// when its event time lies before the newest that the rule has seen, be it of a number or not. Thread: one
/// owner (processing). Units: values as in the settings. Errors: none, for any time and any value.
class QualityRule {
public:
    virtual ~QualityRule() = default;

    /// The mark that the rule sets on the next sample, or none.
    virtual Quality judge(Timestamp eventTime, double value) = 0;
};

/// The rule of a step for one channel. Null when the step is no quality rule.
std::unique_ptr<QualityRule> makeQualityRule(const StepSettings& settings);

} // namespace rillscope
