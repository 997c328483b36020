// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Unit.h"

#include <QDialog>

class QDialogButtonBox;
class QDoubleSpinBox;
class QLabel;
class QRadioButton;

namespace rillscope {

/// Asks whether the value axis follows the data, or which range it shows.
/// Thread: GUI. Units: those of the axis. OK is only there for a range that has an extent.
class ValueRangeDialog : public QDialog {
    Q_OBJECT

public:
    ValueRangeDialog(bool isAutomatic, double minimum, double maximum, Unit unit, QWidget* parent = nullptr);

    bool isAutomatic() const;
    double minimum() const;
    double maximum() const;

private:
    void check();

    QRadioButton* m_automatic;
    QRadioButton* m_fixed;
    QDoubleSpinBox* m_minimum;
    QDoubleSpinBox* m_maximum;
    QLabel* m_hint;
    QDialogButtonBox* m_buttons;
};

} // namespace rillscope
