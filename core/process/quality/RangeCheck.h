// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/quality/QualityRule.h"
#include "core/process/quality/RangeRule.h"

namespace rillscope {

/// OutOfRange: below the minimum or above the maximum, which are themselves allowed. Judges every finite
/// sample, in order or not; of what is not finite NotANumber says enough.
class RangeCheck final : public QualityRule {
public:
    explicit RangeCheck(const RangeRule& settings);

    Quality judge(Timestamp eventTime, double value) override;

private:
    double m_minimum;
    double m_maximum;
};

} // namespace rillscope
