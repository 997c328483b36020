// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "ui/chart/FrameStatistics.h"

#include <QObject>
#include <QTimer>

namespace rillscope {

/// Beats once per display frame. Deadlines are absolute (start + n · period), because Qt's timers count whole
/// milliseconds and would drift against the screen; a beat that comes too late is skipped, not made up for.
/// Thread: GUI.
class FrameClock : public QObject {
    Q_OBJECT

public:
    explicit FrameClock(const Clock& clock, QObject* parent = nullptr);

    /// Of the screen, in Hz; values outside 20 … 240 are held at the ends.
    void setRefreshRate(double rateHz);
    void start();
    void stop();

Q_SIGNALS:
    void beat(const rillscope::FrameBeat& beat);

private:
    void scheduleNext();

    const Clock& m_clock;
    bool m_isRunning = false;
    Duration m_period;
    Duration m_deadline{};
    int m_skipped = 0; ///< before the next beat
    QTimer m_timer;
};

} // namespace rillscope
