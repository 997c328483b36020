// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/model/Quality.h"
#include "ui/chart/CrosshairItem.h"
#include "ui/chart/PinnedCursorsItem.h"

#include <QCoreApplication>

#include <optional>
#include <utility>
#include <vector>

namespace rillscope {

class LiveChartView;

/// What is read off the chart: the crosshair on the samples nearest to the mouse, or on one that the keys
/// have chosen, and two pinned samples, A and B, with the difference between them. A crosshair of the mouse
/// stays at its place, everything else at its event time while the chart scrolls. Thread: GUI.
class ChartCursors {
    Q_DECLARE_TR_FUNCTIONS(ChartCursors)

public:
    enum class Step { Back, Forward };

    /// `view` makes it, and calls update() when its picture has changed.
    ChartCursors(const LiveChartView& view, QGraphicsItem* parent);

    void setPalette(const ChartPalette& palette);
    void setFont(const QFont& font);
    void update();
    /// Forgets everything; for another history.
    void clear();

    /// Reads at a place in the plot (scene coordinates) until the next call.
    void setPosition(std::optional<QPointF> scenePosition);
    /// To the finite sample next in event time, of any visible channel; from the edge of the plot when there
    /// is no crosshair. Returns where it is now; nothing when there is no further sample.
    std::optional<Timestamp> step(Step step);

    /// Pins the sample under the crosshair (the newest one shown when there is none): first A, then B; the
    /// third time both are removed.
    void pin();
    bool hasPins() const { return !m_pins.empty(); }
    /// From the earlier pinned sample to the later one; nothing unless both are there.
    std::optional<std::pair<Timestamp, Timestamp>> pinnedRange() const;
    /// Removes the pins, and a crosshair that the keys have set. Returns whether there was anything.
    bool remove();

    /// What the crosshair says, a line each; empty when it is hidden.
    QStringList crosshairText() const;
    /// What the box of the pinned samples says; empty without any.
    const QStringList& pinText() const { return m_pinItem.lines(); }

private:
    /// The sample of one channel that the crosshair is on.
    struct Candidate {
        int channel = 0;
        Timestamp time;
        double value = 0.0;
        Quality quality;
    };

    void updateCrosshair();
    void updatePins();
    std::vector<Candidate> candidatesAt(Timestamp time) const;
    /// As many as the crosshair's box has room for, those nearest to the mouse.
    std::vector<Candidate> readCandidates() const;
    const Candidate* nearestInTime(Timestamp time) const;
    const Candidate* nearestOnScreen() const;
    QPointF pointOf(const Candidate& sample) const;
    /// As it is shown beside a value.
    QString nameOf(int channel) const;
    QString timeText(Timestamp time) const;
    /// With as many digits as the axis tells apart.
    QString valueText(const Candidate& sample) const;
    int decimals() const;
    QStringList differenceText() const;

    const LiveChartView& m_view;
    CrosshairItem m_crosshair;
    PinnedCursorsItem m_pinItem;
    std::optional<QPointF> m_position; ///< of the mouse; never together with m_time
    std::optional<Timestamp> m_time;   ///< chosen by the keys
    std::optional<Timestamp> m_shownTime;
    std::vector<Candidate> m_candidates; ///< of the visible channels; empty without a crosshair
    std::vector<Candidate> m_pins;       ///< at most two
};

} // namespace rillscope
