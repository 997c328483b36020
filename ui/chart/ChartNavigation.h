// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRectF>

#include <optional>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace rillscope {

class LiveChartView;

/// Mouse and keys on the chart: the wheel zooms at the cursor (with Shift it pans), dragging pans, dragging
/// with the right button or Shift pulls open a box to zoom to, a double click goes back to live, hovering
/// reads values, the middle button pins them. Clicks outside the plot area are left to the legend.
/// Thread: GUI. Its parent is the view it serves.
class ChartNavigation : public QObject {
    Q_OBJECT

public:
    explicit ChartNavigation(LiveChartView* view);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool press(const QMouseEvent& event);
    bool doubleClick(const QMouseEvent& event);
    bool move(const QMouseEvent& event);
    bool release(const QMouseEvent& event);
    bool wheel(const QWheelEvent& event);
    bool key(const QKeyEvent& event);
    bool controlKey(int key);
    bool pressLegend(QPointF position);
    void pullBox(QPointF position);
    void endBox(bool zooms);
    bool escape();

    /// A box that is being pulled open. It holds the picture still under the hand.
    struct Box {
        QPointF from;
        Qt::MouseButton button;
        bool wasLive = false;
        std::optional<QRectF> area; ///< once it is more than a click
    };

    LiveChartView* m_view;
    std::optional<QPointF> m_dragPosition;
    std::optional<Box> m_box;
};

} // namespace rillscope
