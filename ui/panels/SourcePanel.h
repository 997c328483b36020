// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/simulator/SimulationSettings.h"

#include <QScrollArea>

#include <optional>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace rillscope {

class ReplayPanel;
class SimulationPanel;

/// Chooses where samples come from and sets it up: the left side of the window. Scrolls when the window is
/// low.
class SourcePanel : public QScrollArea {
    Q_OBJECT

public:
    explicit SourcePanel(QWidget* parent = nullptr);

    /// Shows a source that was started elsewhere. Emits nothing. Parameters the panel cannot read are left as
    /// they were: whoever starts the source reports them.
    void setSource(const SourceUri& uri);
    /// How far a replay has got, from 0 to 1.
    void setReplayProgress(std::optional<double> share);
    /// A card of another panel beneath those of the source; it scrolls with them.
    void addCard(QWidget* card);
    /// Scrolls so far that an area of what is in here can be seen.
    void reveal(const QWidget& inside, const QRect& area);
    /// Where the file dialog opens at first.
    void setOpenFolder(const QString& folder);

    SimulationPanel* simulation() const { return m_simulation; }
    ReplayPanel* replay() const { return m_replay; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user wants another source: start it, and call setSource() when it could not be.
    void sourceRequested(const rillscope::SourceUri& uri);
    /// The user changed the simulator; a running one can follow.
    void simulationChanged(const rillscope::SimulationSettings& settings);
    /// The user changed the speed of the replay; a running one can follow.
    void speedChanged(rillscope::PlaybackSpeed speed);

private:
    /// What the longest row of any source needs in the font of the desktop.
    int panelWidth() const;

    enum Kind { Simulation, Recording, StandardInput };

    void addChooser();
    void addPages();
    void orderTabStops(const QList<QWidget*>& simulationStops);
    void showKind(int kind);
    void takeKind(int kind);
    void requestReplay();

    SimulationPanel* m_simulation;
    ReplayPanel* m_replay;
    QLabel* m_standardInput;
    QComboBox* m_chooser;
    QVBoxLayout* m_column = nullptr;
    int m_kind = Simulation; ///< of the source that was last requested or set
};

} // namespace rillscope
