// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/simulator/SimulationSettings.h"

#include <QWidget>

class QLabel;

namespace rillscope {

class LabeledSlider;
class SegmentedControl;

/// The time between simulated samples, set as people think of it: rate, spread, and the kind of randomness.
/// The bounds that were set stay exact to the nanosecond until rate or spread is moved.
class IntervalControls : public QWidget {
    Q_OBJECT

public:
    explicit IntervalControls(QWidget* parent = nullptr);

    const IntervalSettings& interval() const { return m_interval; }
    /// Emits nothing.
    void setInterval(const IntervalSettings& interval);

Q_SIGNALS:
    void intervalChanged(const rillscope::IntervalSettings& interval);

private:
    void addReadout();
    void addKindChooser();
    void takeRateAndSpread(double spread);
    void takeKind(int index);
    void showInterval();

    IntervalSettings m_interval;
    LabeledSlider* m_rate;
    LabeledSlider* m_spread;
    QLabel* m_readout;
    SegmentedControl* m_kind;
};

} // namespace rillscope
