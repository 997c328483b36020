// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/filter/Decimation.h"
#include "core/process/filter/Filter.h"

namespace rillscope {

/// Passes on the first sample in each stretch [k · every, (k + 1) · every) of event time since the Unix
/// epoch, whichever value it has, NaN included. Stretches do not depend on when the stream began.
class DecimationFilter final : public Filter {
public:
    explicit DecimationFilter(const Decimation& settings) : m_every(settings.every) {}

private:
    std::optional<double> next(Timestamp eventTime, double value) override;
    std::optional<double> atBreak(Timestamp eventTime) override;

    Duration m_every;
    std::optional<std::int64_t> m_passedStretch;
};

} // namespace rillscope
