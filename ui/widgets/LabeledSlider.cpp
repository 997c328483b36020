// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/LabeledSlider.h"

#include "ui/widgets/NumberField.h"
#include "ui/widgets/WheelNeedsFocus.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>

namespace rillscope {

LabeledSlider::LabeledSlider(const Specification& specification, QWidget* parent)
    : QWidget(parent)
    , m_scale(specification.scale)
    , m_number(new NumberField(specification.typedMinimum, specification.typedMaximum, this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_value(specification.scale.minimum()) {
    setObjectName(specification.name);
    setToolTip(specification.toolTip);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    buildLabelRow(specification);
    buildSlider(specification);
    showNumber();

    connect(m_slider, &QSlider::valueChanged, this, &LabeledSlider::takeSliderPosition);
    connect(m_number, &NumberField::valueChanged, this, &LabeledSlider::takeTypedNumber);
}

void LabeledSlider::buildLabelRow(const Specification& specification) {
    auto* label = new QLabel(specification.label, this);
    label->setProperty("role", QStringLiteral("dim"));
    label->setBuddy(m_number);
    auto* unit = new QLabel(specification.unit, this);
    unit->setProperty("role", QStringLiteral("dim"));
    unit->setVisible(!specification.unit.isEmpty());

    const QString plain = QString(specification.label).remove(u'&');
    m_number->setObjectName(specification.name + QStringLiteral("Number"));
    m_number->setAccessibleName(specification.unit.isEmpty() ? plain
                                                             : tr("%1 in %2").arg(plain, specification.unit));
    m_number->setAccessibleDescription(specification.toolTip);
    m_number->setShownDecimals(specification.decimals);
    if (m_scale.kind() == SliderScale::Kind::Logarithmic)
        m_number->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    else
        m_number->setSingleStep(m_scale.valueAt(1) - m_scale.minimum());

    auto* row = new QHBoxLayout;
    row->setSpacing(1);
    row->addWidget(label);
    row->addStretch();
    row->addWidget(m_number);
    row->addWidget(unit);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void LabeledSlider::buildSlider(const Specification& specification) {
    m_slider->setObjectName(specification.name + QStringLiteral("Slider"));
    m_slider->setAccessibleName(m_number->accessibleName());
    m_slider->setAccessibleDescription(specification.toolTip);
    m_slider->setRange(0, m_scale.positions());
    m_slider->setSingleStep(m_scale.keyStep());
    m_slider->setPageStep(m_scale.pageStep());
    WheelNeedsFocus::install(m_slider);
    layout()->addWidget(m_slider);
}

void LabeledSlider::setValue(double value) {
    m_value = std::clamp(value, m_number->minimum(), m_number->maximum());
    const QSignalBlocker blocker(m_slider);
    m_slider->setValue(m_scale.positionOf(m_value));
    showNumber();
}

void LabeledSlider::takeSliderPosition(int position) {
    const double value = m_scale.valueAt(position);
    if (value == m_value)
        return;
    m_value = value;
    showNumber();
    Q_EMIT valueChanged(m_value);
}

void LabeledSlider::takeTypedNumber(double number) {
    m_value = number;
    const QSignalBlocker blocker(m_slider);
    m_slider->setValue(m_scale.positionOf(m_value));
    Q_EMIT valueChanged(m_value);
}

void LabeledSlider::showNumber() {
    const QSignalBlocker blocker(m_number);
    m_number->setValue(m_value);
    m_number->updateGeometry(); // it is as wide as its text, and tells nobody when it is set by code
}

} // namespace rillscope
