// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/quality/GapRule.h"
#include "core/process/quality/QualityRule.h"

namespace rillscope {

/// Gap: the first sample after a silence longer than the given time, counted from the newest event time
/// before it. A sample that is not finite is a sample, so it ends a silence; one out of order neither ends
/// nor begins any. Before the first sample there is no silence.
class GapCheck final : public QualityRule {
public:
    explicit GapCheck(const GapRule& settings) : m_longerThan(settings.longerThan) {}

    Quality judge(Timestamp eventTime, double value) override;

private:
    Duration m_longerThan;
    bool m_hasNewest = false;
    Timestamp m_newestTime;
};

} // namespace rillscope
