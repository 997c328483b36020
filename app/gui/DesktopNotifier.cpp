// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/DesktopNotifier.h"

#include "ui/text/AlarmText.h"
#include "ui/text/OutsideText.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>

namespace rillscope {

DesktopNotifier::DesktopNotifier(Show show) : m_show(std::move(show)) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &DesktopNotifier::tellWaiting);
}

void DesktopNotifier::setEnabled(bool enabled) {
    m_isEnabled = enabled;
    m_waiting = 0;
}

void DesktopNotifier::tell(const QList<AlarmOccurrence>& alarms) {
    if (!m_isEnabled)
        return;
    for (const AlarmOccurrence& alarm : alarms) {
        if (m_waiting == 0 || alarm.severity >= m_gravest.severity)
            m_gravest = alarm;
        ++m_waiting;
    }
    if (!m_pause.isActive())
        tellWaiting();
}

void DesktopNotifier::tellWaiting() {
    if (m_waiting == 0)
        return;
    const NumberFormat format;
    const QString title =
        m_waiting == 1
            ? tr("%1: %2").arg(severityWord(m_gravest.severity), oneLine(m_gravest.step))
            : tr("%1 alarms", nullptr, NumberFormat::pluralCount(m_waiting)).arg(format.count(m_waiting));
    const QString text =
        m_waiting == 1
            ? tr("%1, since %2").arg(oneLine(m_gravest.channel), format.dateAndTime(m_gravest.first, m_zone))
            : tr("Most severe: %1 on %2").arg(oneLine(m_gravest.step), oneLine(m_gravest.channel));
    m_waiting = 0;
    m_pause.start();
    m_show(title, text, m_gravest.severity);
}

void showDesktopNotification(const QString& title, const QString& text, Severity severity) {
    // Desktop Notifications Specification 1.2. The text may be taken for markup.
    constexpr uchar normal = 1;
    constexpr uchar critical = 2;
    const QVariantMap hints{
        {QStringLiteral("urgency"), QVariant::fromValue(severity == Severity::Alarm ? critical : normal)},
        {QStringLiteral("desktop-entry"), QStringLiteral("rillscope")}};
    QDBusMessage message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    message << QStringLiteral("Rillscope") << uint{0} << QStringLiteral("rillscope") << title
            << text.toHtmlEscaped() << QStringList() << hints << -1;
    QDBusConnection::sessionBus().send(message);
}

} // namespace rillscope
