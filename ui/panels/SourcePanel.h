// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SourceCatalog.h"
#include "core/source/simulator/SimulationSettings.h"

#include <QScrollArea>

#include <optional>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace rillscope {

class ReplayPanel;
class SimulationPanel;
class SourceForm;

/// Chooses where samples come from and sets it up: the left side of the window. Simulator and replay have
/// pages of their own, any other kind of source a form made from its keys. Scrolls when the window is low.
class SourcePanel : public QScrollArea {
    Q_OBJECT

public:
    /// The kinds to choose from, which must outlive the panel.
    explicit SourcePanel(const SourceCatalog& sources, QWidget* parent = nullptr);

    /// Shows a source that was started elsewhere. Emits nothing. Parameters the panel cannot read are left as
    /// they were: starting the source reports them.
    void setSource(const SourceUri& uri);
    /// How the source stands with what it reads from; empty: there is nothing to say of it.
    void setCondition(const QString& text);
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

    void addChooser();
    void addPages();
    void orderTabStops(const QList<QWidget*>& simulationStops);
    QWidget* makePage(const SourceType& type);
    const SourceType& typeAt(int kind) const;
    void showKind(int kind);
    void takeKind(int kind);
    void requestReplay();

    const SourceCatalog& m_sources;
    SimulationPanel* m_simulation;
    ReplayPanel* m_replay;
    QList<QWidget*> m_pages; ///< of the kinds in their order; null: the simulator's
    QComboBox* m_chooser;
    QLabel* m_condition;
    QVBoxLayout* m_column = nullptr;
    int m_kind = 0; ///< place of the kind of the source that was last requested or set
};

} // namespace rillscope
