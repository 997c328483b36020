// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Sample.h"

namespace rillscope {

/// Judges the samples of one channel in the order of their arrival, and marks what is remarkable.
/// Thread: one owner (processing). Units: values after conversion, temperatures in °C.
class SampleValidator {
public:
    explicit SampleValidator(Unit unit) : m_isTemperature(unit != Unit::None) {}

    /// The marks of the next sample.
    Quality judge(Timestamp eventTime, double value);

    /// The marks that a value has by itself, whenever it was measured.
    Quality judgeValue(double value) const;

private:
    bool m_isTemperature;
    bool m_hasPrevious = false;
    Timestamp m_newestTime;
    Timestamp m_previousTime;
    double m_previousValue = 0.0;
};

} // namespace rillscope
