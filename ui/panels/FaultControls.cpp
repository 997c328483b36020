// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/FaultControls.h"

#include "ui/widgets/LabeledSlider.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace rillscope {
namespace {

/// Of each fault where its rate is, in the order in which they are shown.
std::array<double*, 8> ratesOf(FaultSettings& faults) {
    return {&faults.gap.rate,   &faults.burst.rate, &faults.duplicate,  &faults.late.rate,
            &faults.spike.rate, &faults.stuck.rate, &faults.drift.rate, &faults.notANumber};
}

LabeledSlider::Specification specification(const char* name, const QString& label, const QString& toolTip) {
    constexpr double mostBySlider = 10.0;
    return {.name = QString::fromLatin1(name),
            .label = label,
            .unit = QStringLiteral("%"),
            .toolTip = toolTip,
            .scale = SliderScale::linear(0.0, mostBySlider, 0.1),
            .decimals = 1,
            .typedMinimum = 0.0,
            .typedMaximum = 100.0};
}

std::array<LabeledSlider::Specification, 8> specifications() {
    return {
        specification("faultGap", FaultControls::tr("Gap"),
                      FaultControls::tr("How many samples begin a silence of their channel")),
        specification("faultBurst", FaultControls::tr("Burst"),
                      FaultControls::tr("How many samples begin a time in which all of a channel are held "
                                        "back, to come at once")),
        specification("faultDuplicate", FaultControls::tr("Duplicate"),
                      FaultControls::tr("How many samples come twice")),
        specification("faultLate", FaultControls::tr("Late"),
                      FaultControls::tr("How many samples come after newer ones")),
        specification("faultSpike", FaultControls::tr("Spike"),
                      FaultControls::tr("How many values are far off, up or down")),
        specification("faultStuck", FaultControls::tr("Stuck"),
                      FaultControls::tr("How many samples begin a time in which the value stands still")),
        specification("faultDrift", FaultControls::tr("Drift"),
                      FaultControls::tr("How many samples begin a time in which the values go off more and "
                                        "more")),
        specification("faultNaN", FaultControls::tr("Not a number"),
                      FaultControls::tr("How many values are NaN"))};
}

} // namespace

FaultControls::FaultControls(QWidget* parent)
    : QWidget(parent), m_fold(new QToolButton(this)), m_sliderBox(new QWidget(this)) {
    setObjectName(QStringLiteral("faultControls"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    addFoldButton();
    addSliders();
    setFaults(m_faults);
    setFolded(true);
}

void FaultControls::addFoldButton() {
    m_fold->setObjectName(QStringLiteral("faultFold"));
    m_fold->setText(tr("Faults"));
    m_fold->setToolTip(
        tr("Shows or hides the faults that can be built into the stream, in % of the samples"));
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setAutoRaise(true);
    m_fold->setCheckable(true);
    connect(m_fold, &QToolButton::toggled, this, [this](bool isOpen) { setFolded(!isOpen); });
    layout()->addWidget(m_fold);
    layout()->setAlignment(m_fold, Qt::AlignLeft);
}

void FaultControls::addSliders() {
    auto* column = new QVBoxLayout(m_sliderBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (const LabeledSlider::Specification& each : specifications()) {
        auto* slider = new LabeledSlider(each, m_sliderBox);
        const auto index = static_cast<std::size_t>(m_sliders.size());
        connect(slider, &LabeledSlider::valueChanged, this, [this, index](double percent) {
            *ratesOf(m_faults)[index] = percent / 100.0;
            Q_EMIT faultsChanged(m_faults);
        });
        column->addWidget(slider);
        m_sliders.append(slider);
    }
    layout()->addWidget(m_sliderBox);
}

void FaultControls::setFaults(const FaultSettings& faults) {
    m_faults = faults;
    const auto rates = ratesOf(m_faults);
    for (std::size_t i = 0; i < rates.size(); ++i)
        m_sliders.at(static_cast<qsizetype>(i))->setValue(100.0 * *rates[i]);
    if (m_faults.hasAny())
        m_fold->setChecked(true);
}

void FaultControls::setFolded(bool folded) {
    m_fold->setArrowType(folded ? Qt::RightArrow : Qt::DownArrow);
    m_sliderBox->setVisible(!folded);
}

} // namespace rillscope
