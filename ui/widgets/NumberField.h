// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace rillscope {

/// A number that reads as text until it is pointed at or focused, and then can be typed.
/// It shows as many decimals as the number has, up to what a person types; a number that goes on further, as
/// a third does, is shown rounded, and keeps its value when nothing is typed. Commits on Enter, on leaving,
/// and on the arrow keys, not on each key.
class NumberField : public QDoubleSpinBox {
    Q_OBJECT

public:
    /// The bounds are those of typed numbers.
    NumberField(double minimum, double maximum, QWidget* parent = nullptr);

    /// Decimals shown at least.
    void setShownDecimals(int decimals);

    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    int m_shownDecimals = 1;
};

} // namespace rillscope
