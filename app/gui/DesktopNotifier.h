// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/alarm/AlarmOccurrence.h"

#include <QList>
#include <QObject>
#include <QTimeZone>
#include <QTimer>

#include <functional>

namespace rillscope {

/// Lets the desktop tell of alarms: the first at once, and what comes within a few seconds of it together
/// afterwards, so that a storm of alarms is no storm of notifications. Thread: GUI.
class DesktopNotifier : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds pause{5}; ///< between two notifications

    using Show = std::function<void(const QString& title, const QString& text, Severity severity)>;

    explicit DesktopNotifier(Show show);

    bool isEnabled() const { return m_isEnabled; }
    void setEnabled(bool enabled);
    const QTimeZone& timeZone() const { return m_zone; }
    /// That of the window, so that both show the same time.
    void setTimeZone(const QTimeZone& zone) { m_zone = zone; }
    void tell(const QList<AlarmOccurrence>& alarms);
    /// Tells of what has come since the last notification; done by itself after the pause.
    void tellWaiting();

private:
    Show m_show;
    bool m_isEnabled = false;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QTimer m_pause;
    qint64 m_waiting = 0;
    AlarmOccurrence m_gravest; ///< of those that wait; of equals, the newest
};

/// Asks the desktop by D-Bus (org.freedesktop.Notifications). Returns at once; where no one listens, nothing
/// happens.
void showDesktopNotification(const QString& title, const QString& text, Severity severity);

} // namespace rillscope
