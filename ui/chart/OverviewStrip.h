// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/OverviewPicture.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace rillscope {

class LiveChartView;

/// The whole history of the visible channels, small, with the chart's time window on it as a frame: the frame
/// and its edges can be dragged, a click elsewhere brings it there, arrow keys move it. A frame that reaches
/// the newest sample follows, as everywhere. The picture is made anew at most four times a second, and only
/// when the chart has changed. Hidden as long as there is no sample. Thread: GUI.
class OverviewStrip : public QWidget {
    Q_OBJECT

public:
    /// `chart` must outlive it; the plot areas of the two are kept in line.
    explicit OverviewStrip(LiveChartView* chart, QWidget* parent = nullptr);

    /// Makes the picture anew at once.
    void refresh();

    /// Where the whole history lies, and the window on it.
    QRectF historyArea() const;
    QRectF windowArea() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    /// Of the chart: it comes first where there is not enough height for both.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Grip { None, Begin, Window, End };
    struct Drag {
        Grip grip;
        double from;
        Timestamp begin; ///< of the window when the drag began
        Timestamp end;
    };

    void refreshSoon();
    void beginPicture();
    void drawNextChannel();
    void showPicture();
    Grip gripAt(double x) const;
    void beginDrag(Grip grip, double x);
    void dragTo(double x);
    void moveWindow(Timestamp begin);
    void resizeWindow(Timestamp begin, Timestamp end);
    bool reachesEnd(Timestamp time) const;
    Timestamp newest() const;

    LiveChartView* m_chart;
    PlotMapping m_mapping; ///< of the picture that is shown
    QPixmap m_lines;
    std::optional<OverviewPicture> m_next; ///< in the making
    QTimer m_timer;                        ///< until the next picture is begun
    QTimer m_stepTimer;                    ///< until its next channel is drawn
    std::optional<Drag> m_drag;
};

} // namespace rillscope
