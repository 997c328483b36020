// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/DefinitionWords.h"
#include "core/process/definition/KeyRules.h"
#include "core/process/definition/PipelineDefinition.h"

/// Which keys each part of a pipeline file has, what they may hold, and what they mean when they are not
/// there, once for reading (KeyReader) and for writing (KeyWriter); the settings of each step have their own
/// visitKeys(). A visitor is asked for one key after the other; the last argument of a key that may be left
/// out is its value then.
namespace rillscope {

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

/// All but the kind, which decides on the rest.
template <typename Visitor>
void visitStep(Visitor& keys, StepDefinition& step) {
    keys.text("name", step.name, TextRule::Name);
    keys.text("channels", step.channels, TextRule::Pattern, std::optional(QStringLiteral("*")));
    if (groupOf(step.settings) != StepGroup::QualityRule)
        keys.text("of", step.of, TextRule::Reference, std::optional(QString()));
    keys.flag("enabled", step.enabled, true);
    std::visit([&keys](auto& settings) { settings.visitKeys(keys); }, step.settings);
}

} // namespace rillscope
