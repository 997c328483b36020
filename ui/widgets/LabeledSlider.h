// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/SliderScale.h"

#include <QWidget>

class QLabel;
class QSlider;

namespace rillscope {

class NumberField;

/// A number to set: its name, the number itself (it can be typed) with its unit, and a slider under them.
/// The value is what was set or typed, to the last bit; slider and number only show it. Typed numbers may go
/// beyond the slider's ends, up to the typed bounds: the slider then rests at its end.
class LabeledSlider : public QWidget {
    Q_OBJECT

public:
    struct Specification {
        QString name;  ///< objectName, and the stem of those of its parts
        QString label; ///< with a mnemonic, if any
        QString unit;  ///< shown dim after the number; may be empty
        QString toolTip;
        SliderScale scale;
        int decimals = 1; ///< shown at least
        double typedMinimum = scale.minimum();
        double typedMaximum = scale.maximum();
    };

    explicit LabeledSlider(const Specification& specification, QWidget* parent = nullptr);

    double value() const { return m_value; }
    /// Outside the typed bounds gives the nearest bound. Emits nothing: only the user's changes are
    /// signalled.
    void setValue(double value);

Q_SIGNALS:
    /// The user moved the slider or typed a number.
    void valueChanged(double value);

private:
    void buildLabelRow(const Specification& specification);
    void buildSlider(const Specification& specification);
    void takeSliderPosition(int position);
    void takeTypedNumber(double number);
    void showNumber();

    SliderScale m_scale;
    NumberField* m_number;
    QSlider* m_slider;
    double m_value;
};

} // namespace rillscope
