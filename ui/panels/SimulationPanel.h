// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/simulator/SimulationSettings.h"

#include <QWidget>

namespace rillscope {

class Card;
class DistributionControls;
class FaultControls;
class IntervalControls;
class LabeledSlider;
class SeedField;

/// Sets what the simulator does, while it runs: one card for the rate, one for the distribution and the
/// faults. What it does not show (start time, speed) passes through unchanged.
class SimulationPanel : public QWidget {
    Q_OBJECT

public:
    explicit SimulationPanel(QWidget* parent = nullptr);

    const SimulationSettings& settings() const { return m_settings; }
    /// Emits nothing.
    void setSettings(const SimulationSettings& settings);

    /// The first card, for SourcePanel to put its choice of sources into.
    Card* sourceCard() const { return m_sourceCard; }
    /// Hides everything but that card's frame, for another kind of source.
    void setControlsVisible(bool visible);

public Q_SLOTS:
    /// All values of all distributions, emitted as one change.
    void resetToDefaults();

Q_SIGNALS:
    void settingsChanged(const rillscope::SimulationSettings& settings);

private:
    void addSourceCard();
    void addDistributionCard();
    void connectControls();

    SimulationSettings m_settings;
    Card* m_sourceCard;
    Card* m_distributionCard;
    IntervalControls* m_interval;
    LabeledSlider* m_channels;
    DistributionControls* m_distribution;
    SeedField* m_seed;
    FaultControls* m_faults;
};

} // namespace rillscope
