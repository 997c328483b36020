// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/quality/QualityRule.h"
#include "core/process/quality/StuckRule.h"

namespace rillscope {

/// Stuck: since a sample that lies at least the given time back, no value has differed from that sample's by
/// more than the tolerance. What drifts slowly leaves the tolerance, and the time is counted afresh from
/// there. Silence does not end it. Samples that are out of order or not finite are not judged, and neither
/// prolong nor end it.
class StuckCheck final : public QualityRule {
public:
    explicit StuckCheck(const StuckRule& settings) : m_settings(settings) {}

    Quality judge(Timestamp eventTime, double value) override;

private:
    StuckRule m_settings;
    Timestamp m_newestTime = Timestamp::min();
    bool m_hasBegun = false;
    Timestamp m_beginTime; ///< since when the value stands still
    double m_beginValue = 0.0;
};

} // namespace rillscope
