// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SimulationPanel.h"

#include "ui/panels/DistributionControls.h"
#include "ui/panels/FaultControls.h"
#include "ui/panels/IntervalControls.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/LabeledSlider.h"
#include "ui/widgets/SeedField.h"

#include <QPushButton>

#include <cmath>

namespace rillscope {
namespace {

LabeledSlider::Specification channelsSpecification() {
    return {.name = QStringLiteral("channels"),
            .label = SimulationPanel::tr("Chann&els"),
            .unit = QString(),
            .toolTip = SimulationPanel::tr("How many sensors are simulated, each at the rate above"),
            .scale = SliderScale::linear(1.0, SimulationSettings::maximumChannels, 1.0),
            .decimals = 0};
}

} // namespace

SimulationPanel::SimulationPanel(QWidget* parent)
    : QWidget(parent)
    , m_sourceCard(new Card(tr("Source"), this))
    , m_distributionCard(new Card(tr("Distribution"), this))
    , m_interval(new IntervalControls(this))
    , m_channels(new LabeledSlider(channelsSpecification(), this))
    , m_distribution(new DistributionControls(this))
    , m_seed(new SeedField(this))
    , m_faults(new FaultControls(this)) {
    setObjectName(QStringLiteral("simulationPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    addSourceCard();
    addDistributionCard();
    setSettings(m_settings);
    connectControls();
}

void SimulationPanel::addSourceCard() {
    m_sourceCard->setObjectName(QStringLiteral("sourceCard"));
    m_sourceCard->content()->addWidget(m_interval);
    m_sourceCard->content()->addWidget(m_channels);
    layout()->addWidget(m_sourceCard);
}

void SimulationPanel::addDistributionCard() {
    auto* reset = new QPushButton(tr("Reset to defaults"), this);
    reset->setObjectName(QStringLiteral("resetSimulation"));
    reset->setProperty("role", QStringLiteral("link"));
    reset->setToolTip(
        tr("Normal distribution, 20 ± 5 °C, a sample every 100 to 500 ms, one channel, no faults"));
    connect(reset, &QPushButton::clicked, this, &SimulationPanel::resetToDefaults);

    m_distributionCard->setObjectName(QStringLiteral("distributionCard"));
    m_distributionCard->content()->addWidget(m_distribution);
    m_distributionCard->content()->addWidget(m_seed);
    m_distributionCard->content()->addWidget(m_faults);
    m_distributionCard->content()->addWidget(reset, 0, Qt::AlignRight);
    layout()->addWidget(m_distributionCard);
}

void SimulationPanel::connectControls() {
    connect(m_interval, &IntervalControls::intervalChanged, this, [this](const IntervalSettings& interval) {
        m_settings.interval = interval;
        Q_EMIT settingsChanged(m_settings);
    });
    connect(m_channels, &LabeledSlider::valueChanged, this, [this](double channels) {
        const double whole = std::round(channels);
        m_channels->setValue(whole); // someone may type 2.5
        if (m_settings.channels == static_cast<int>(whole))
            return;
        m_settings.channels = static_cast<int>(whole);
        Q_EMIT settingsChanged(m_settings);
    });
    connect(m_distribution, &DistributionControls::parametersChanged, this,
            [this](const DistributionParameters& parameters) {
                m_settings.distribution = parameters;
                Q_EMIT settingsChanged(m_settings);
            });
    connect(m_seed, &SeedField::seedChanged, this, [this](std::optional<quint64> seed) {
        m_settings.seed = seed;
        Q_EMIT settingsChanged(m_settings);
    });
    connect(m_faults, &FaultControls::faultsChanged, this, [this](const FaultSettings& faults) {
        m_settings.faults = faults;
        Q_EMIT settingsChanged(m_settings);
    });
}

void SimulationPanel::setSettings(const SimulationSettings& settings) {
    m_settings = settings;
    m_interval->setInterval(settings.interval);
    m_channels->setValue(settings.channels);
    m_distribution->setParameters(settings.distribution);
    m_seed->setSeed(settings.seed);
    m_faults->setFaults(settings.faults);
}

void SimulationPanel::setControlsVisible(bool visible) {
    m_interval->setVisible(visible);
    m_channels->setVisible(visible);
    m_distributionCard->setVisible(visible);
}

void SimulationPanel::resetToDefaults() {
    m_distribution->reset();
    setSettings(SimulationSettings{});
    Q_EMIT settingsChanged(m_settings);
}

} // namespace rillscope
