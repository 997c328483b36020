// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/quality/QualityRule.h"

namespace rillscope {

std::unique_ptr<QualityRule> makeQualityRule(const StepSettings& settings) {
    return std::visit(
        [](const auto& step) -> std::unique_ptr<QualityRule> {
            if constexpr (requires { step.makeRule(); })
                return step.makeRule();
            else
                return nullptr;
        },
        settings);
}

} // namespace rillscope
