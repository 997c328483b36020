// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace rillscope {

class LiveChartView;

/// Shows and hides the chart's channels, as the legend does: the way for the keyboard, and for channels that
/// find no room in the legend. Made anew each time it opens. Thread: GUI.
class ChannelMenu : public QMenu {
    Q_OBJECT

public:
    explicit ChannelMenu(LiveChartView* chart, QWidget* parent = nullptr);

private:
    void fill();
    void addChannel(int channel);

    LiveChartView* m_chart;
};

} // namespace rillscope
