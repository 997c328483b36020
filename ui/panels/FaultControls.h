// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/simulator/FaultSettings.h"

#include <QList>
#include <QWidget>

class QToolButton;

namespace rillscope {

class LabeledSlider;

/// How often the simulator builds each fault into its stream, in percent of the samples. Folded until someone
/// opens it, or faults are set that it would hide. How long and how large faults are passes through
/// unchanged.
class FaultControls : public QWidget {
    Q_OBJECT

public:
    explicit FaultControls(QWidget* parent = nullptr);

    const FaultSettings& faults() const { return m_faults; }
    /// Emits nothing.
    void setFaults(const FaultSettings& faults);

Q_SIGNALS:
    void faultsChanged(const rillscope::FaultSettings& faults);

private:
    void addFoldButton();
    void addSliders();
    void setFolded(bool folded);

    FaultSettings m_faults;
    QToolButton* m_fold;
    QWidget* m_sliderBox;
    QList<LabeledSlider*> m_sliders; ///< in the order of the rates
};

} // namespace rillscope
