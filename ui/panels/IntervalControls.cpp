// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/IntervalControls.h"

#include "ui/text/IntervalText.h"
#include "ui/widgets/LabeledSlider.h"
#include "ui/widgets/SegmentedControl.h"

#include <QHBoxLayout>
#include <QLabel>

namespace rillscope {
namespace {

LabeledSlider::Specification rateSpecification() {
    return {.name = QStringLiteral("rate"),
            .label = IntervalControls::tr("&Rate"),
            .unit = IntervalControls::tr("samples/s"),
            .toolTip = IntervalControls::tr("How many samples each channel sends in a second, on average"),
            .scale = SliderScale::logarithmic(SimulationSettings::minimumRateHz,
                                              SimulationSettings::maximumRateHz),
            .decimals = 0};
}

LabeledSlider::Specification spreadSpecification() {
    return {.name = QStringLiteral("spread"),
            .label = IntervalControls::tr("&Interval spread"),
            .unit = QStringLiteral("%"),
            .toolTip = IntervalControls::tr("How far the time between two samples varies around its mean: "
                                            "0 % is regular, 100 % goes from nothing to twice the mean"),
            .scale = SliderScale::linear(0.0, 100.0, 1.0),
            .decimals = 0};
}

} // namespace

IntervalControls::IntervalControls(QWidget* parent)
    : QWidget(parent)
    , m_rate(new LabeledSlider(rateSpecification(), this))
    , m_spread(new LabeledSlider(spreadSpecification(), this))
    , m_readout(new QLabel(this)) {
    setObjectName(QStringLiteral("intervalControls"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_rate);
    column->addWidget(m_spread);
    addReadout();
    addKindChooser();
    setInterval(m_interval);

    connect(m_rate, &LabeledSlider::valueChanged, this, [this] { takeRateAndSpread(m_interval.spread()); });
    connect(m_spread, &LabeledSlider::valueChanged, this,
            [this](double percent) { takeRateAndSpread(percent / 100.0); });
    connect(m_kind, &SegmentedControl::currentChanged, this, &IntervalControls::takeKind);
}

void IntervalControls::addReadout() {
    auto* label = new QLabel(tr("Interval"), this);
    label->setProperty("role", QStringLiteral("dim"));
    m_readout->setObjectName(QStringLiteral("intervalReadout"));
    m_readout->setProperty("role", QStringLiteral("strong"));
    m_readout->setAccessibleName(tr("Time between two samples"));
    m_readout->setToolTip(tr("The time between two samples of one channel that rate and spread result in"));
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addStretch();
    row->addWidget(m_readout);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void IntervalControls::addKindChooser() {
    auto* label = new QLabel(tr("Randomness"), this);
    label->setProperty("role", QStringLiteral("dim"));
    m_kind = new SegmentedControl(
        QStringLiteral("intervalKind"), tr("Randomness of the intervals"),
        {{tr("Uniform"), tr("Each interval between the shortest and the longest is equally likely"), {}},
         {tr("Poisson"),
          tr("Samples come independently of each other, as clicks of a Geiger counter do"),
          {}}},
        this, SegmentedControl::Density::Compact);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addStretch();
    row->addWidget(m_kind);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void IntervalControls::setInterval(const IntervalSettings& interval) {
    m_interval = interval;
    m_rate->setValue(interval.meanRateHz());
    // To the tenth: whole nanoseconds make odd spreads, which nobody asked for.
    m_spread->setValue(std::round(interval.spread() * 1e3) / 10.0);
    m_kind->setCurrent(static_cast<int>(interval.kind));
    showInterval();
}

void IntervalControls::takeRateAndSpread(double spread) {
    m_interval = IntervalSettings::ofRate(m_rate->value(), spread, m_interval.kind);
    showInterval();
    Q_EMIT intervalChanged(m_interval);
}

void IntervalControls::takeKind(int index) {
    m_interval.kind = static_cast<IntervalSettings::Kind>(index);
    showInterval();
    Q_EMIT intervalChanged(m_interval);
}

void IntervalControls::showInterval() {
    m_readout->setText(intervalText(m_interval, locale()));
    m_spread->setEnabled(m_interval.kind ==
                         IntervalSettings::Kind::Uniform); // Poisson has a spread of its own
}

} // namespace rillscope
