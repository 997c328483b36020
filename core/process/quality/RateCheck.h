// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/quality/QualityRule.h"
#include "core/process/quality/RateRule.h"

namespace rillscope {

/// RateOfChange: the value differs from that of the newest finite sample before it by more than the rate
/// allows in the time between the two. So a spike of one sample marks two: the way there and the way back.
/// At equal times any change is too fast. Samples that are out of order or not finite are not judged, and
/// nothing is measured against them.
class RateCheck final : public QualityRule {
public:
    explicit RateCheck(const RateRule& settings) : m_perSecond(settings.perSecond) {}

    Quality judge(Timestamp eventTime, double value) override;

private:
    double m_perSecond;
    Timestamp m_newestTime = Timestamp::min();
    bool m_hasPrevious = false;
    Timestamp m_previousTime;
    double m_previousValue = 0.0;
};

} // namespace rillscope
