// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/quality/QualityRule.h"

#include "core/process/quality/GapCheck.h"
#include "core/process/quality/RangeCheck.h"
#include "core/process/quality/RateCheck.h"
#include "core/process/quality/StuckCheck.h"

namespace rillscope {
namespace {

struct RuleMaker {
    using Rule = std::unique_ptr<QualityRule>;

    Rule operator()(const RangeRule& settings) const { return std::make_unique<RangeCheck>(settings); }
    Rule operator()(const RateRule& settings) const { return std::make_unique<RateCheck>(settings); }
    Rule operator()(const StuckRule& settings) const { return std::make_unique<StuckCheck>(settings); }
    Rule operator()(const GapRule& settings) const { return std::make_unique<GapCheck>(settings); }

    template <typename Other>
    Rule operator()(const Other&) const {
        return nullptr;
    }
};

} // namespace

std::unique_ptr<QualityRule> makeQualityRule(const StepSettings& settings) {
    return std::visit(RuleMaker(), settings);
}

} // namespace rillscope
