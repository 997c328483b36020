// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>

#include <optional>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace rillscope {

class LiveChartView;

/// Mouse on the chart: the wheel zooms at the cursor (with Shift it pans), dragging pans, a double click goes
/// back to live, hovering reads values. Clicks outside the plot area are left to the legend. Thread: GUI. Its
/// parent is the view it serves.
class ChartNavigation : public QObject {
    Q_OBJECT

public:
    explicit ChartNavigation(LiveChartView* view);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool press(const QMouseEvent& event);
    bool move(const QMouseEvent& event);
    bool release(const QMouseEvent& event);
    bool wheel(const QWheelEvent& event);
    bool key(const QKeyEvent& event);

    LiveChartView* m_view;
    std::optional<QPointF> m_dragPosition;
};

} // namespace rillscope
