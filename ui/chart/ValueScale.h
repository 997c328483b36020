// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Unit.h"
#include "ui/text/DecimalStep.h"

#include <optional>
#include <utility>

namespace rillscope {

/// The range of the value axis: fixed by the user, or chosen from the data, on round numbers and with
/// hysteresis, so that it does not twitch: it grows as soon as data leave it, and shrinks only when they need
/// clearly less. However small the differences of the data are, they fill the axis; only a constant line has
/// a range of a size that is chosen for it. Units: those of the axis. Thread: GUI; a pure value.
class ValueScale {
public:
    void setAutomatic();
    /// Precondition: minimum < maximum, both finite.
    void setFixed(double minimum, double maximum);
    /// A range for the time being; endZoom() brings back what was chosen before.
    /// Precondition: minimum < maximum, both finite.
    void zoom(double minimum, double maximum);
    void endZoom();
    /// False while zoomed, too.
    bool isAutomatic() const { return m_isAutomatic; }
    bool isZoomed() const { return m_beforeZoom.has_value(); }
    /// The axis gets another unit: ranges that are fixed show the same values as before.
    void changeUnit(Unit from, Unit to);
    /// Forgets the past of the automatic range (another unit, another source).
    void reset() { m_hasRange = false; }

    /// Tells the extremes of what is visible. Returns whether the range changed. Ignored when fixed.
    bool fit(double lowest, double highest);

    double minimum() const { return m_minimum; }
    double maximum() const { return m_maximum; }
    /// Between two ticks, which stand at its multiples.
    const DecimalStep& step() const { return m_step; }

private:
    /// Nothing: it was automatic.
    using Chosen = std::optional<std::pair<double, double>>;

    void setRange(double minimum, double maximum);

    std::optional<Chosen> m_beforeZoom;
    bool m_isAutomatic = true;
    bool m_hasRange = false;
    double m_minimum = 0.0;
    double m_maximum = 100.0;
    DecimalStep m_step{2, 1};
};

} // namespace rillscope
