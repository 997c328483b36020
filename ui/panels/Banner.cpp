// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/Banner.h"

#include "ui/text/NumberFormat.h"
#include "ui/text/OutsideText.h"
#include "ui/widgets/StyleProperty.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace rillscope {
namespace {

constexpr qsizetype maximumTextLength = 600;
constexpr std::chrono::seconds noticeTime{10};

QString spokenSeverity(Severity severity) {
    return severity == Severity::Notice    ? Banner::tr("Note")
           : severity == Severity::Warning ? Banner::tr("Warning")
                                           : Banner::tr("Alarm");
}

} // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent)
    , m_shape(new QLabel(this))
    , m_text(new QLabel(this))
    , m_waiting(new QLabel(this))
    , m_close(new QToolButton(this)) {
    setObjectName(QStringLiteral("banner"));
    setProperty("role", QStringLiteral("banner"));
    m_shape->setObjectName(QStringLiteral("bannerShape"));
    m_shape->setProperty("role", QStringLiteral("state"));
    m_text->setObjectName(QStringLiteral("bannerText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_waiting->setObjectName(QStringLiteral("bannerWaiting"));
    m_waiting->setProperty("role", QStringLiteral("dim"));
    m_waiting->setToolTip(tr("Messages that show after this one"));

    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(15, 7, 9, 7);
    line->setSpacing(10);
    line->addWidget(m_shape);
    line->addWidget(m_text, 1);
    line->addWidget(m_waiting);
    buildButtons();
    m_noticeTimer.setSingleShot(true);
    setNoticeTime(noticeTime);
    connect(&m_noticeTimer, &QTimer::timeout, this, &Banner::letNoticeGo);
    m_settling.setSingleShot(true);
    m_settling.setInterval(QApplication::doubleClickInterval());
    hide();
}

void Banner::cover(QWidget& area) {
    m_covered = &area;
    area.installEventFilter(this);
    place();
}

void Banner::place() {
    if (!m_covered)
        return;
    const QRect area = m_covered->geometry();
    const int height = hasHeightForWidth() ? heightForWidth(area.width()) : sizeHint().height();
    setGeometry(area.x(), area.y(), area.width(), height);
    raise();
}

void Banner::buildButtons() {
    for (qsizetype index = 0; index < maximumActions; ++index) {
        auto* button = new QPushButton(this);
        button->setProperty("role", QStringLiteral("link"));
        button->setFlat(true);
        button->setAutoDefault(true); // Return presses it, as it does in a dialog
        connect(button, &QPushButton::clicked, this, [this, index] { runAction(index); });
        layout()->addWidget(button);
        m_buttons[static_cast<std::size_t>(index)] = button;
    }
    m_close->setObjectName(QStringLiteral("bannerClose"));
    m_close->setText(QStringLiteral("✕"));
    m_close->setProperty("role", QStringLiteral("link"));
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolTip(tr("Close this message (Esc)"));
    connect(m_close, &QToolButton::clicked, this, [this] {
        if (!m_settling.isActive())
            dismiss();
    });
    layout()->addWidget(m_close);
}

void Banner::post(const BannerMessage& message) {
    const bool isFailure = message.severity != Severity::Notice && message.event == BannerEvent::AsSevere;
    if (isFailure && !goesOn(message))
        Q_EMIT failureShown(message.severity, message.text);
    removeSame(message);
    const auto place = std::find_if(m_messages.begin(), m_messages.end(), [&](const Entry& known) {
        return known.message.severity <= message.severity;
    });
    m_messages.insert(place, Entry{++m_lastId, message});
    if (m_messages.size() > maximumMessages)
        m_messages.removeLast();
    if (isVisible() && underMouse() && m_messages.constFirst().id != m_shownId)
        m_settling.start();
    showFirst();
}

/// Whether it is a state that still shows, not something that happened again.
bool Banner::goesOn(const BannerMessage& message) const {
    return std::any_of(m_messages.begin(), m_messages.end(), [&message](const Entry& known) {
        return !message.topic.isEmpty() && known.message.topic == message.topic &&
               known.message.text == message.text;
    });
}

/// What it says was said before, or is out of date.
void Banner::removeSame(const BannerMessage& message) {
    m_messages.removeIf([&message](const Entry& known) {
        return (!message.topic.isEmpty() && known.message.topic == message.topic) ||
               (known.message.severity == message.severity && known.message.text == message.text);
    });
}

void Banner::withdraw(const QString& topic) {
    m_messages.removeIf([&topic](const Entry& known) { return known.message.topic == topic; });
    showFirst();
}

void Banner::dismiss() {
    if (m_messages.isEmpty())
        return;
    m_messages.removeFirst();
    showFirst();
}

void Banner::dismissAll() {
    m_messages.clear();
    showFirst();
}

/// Unless somebody is reading or using it, or nobody can see it.
void Banner::letNoticeGo() {
    const QWidget* focus = QApplication::focusWidget();
    const bool isInUse = underMouse() || (focus && isAncestorOf(focus));
    if (isInUse || !isVisible() || window()->isMinimized())
        m_noticeTimer.start();
    else
        dismiss();
}

void Banner::showFirst() {
    const bool isOther = m_messages.isEmpty() || m_messages.constFirst().id != m_shownId;
    showWaitingCount();
    if (!isOther)
        return;
    m_noticeTimer.stop();
    if (m_messages.isEmpty()) {
        m_shownId = 0;
        hide();
        return;
    }
    const BannerMessage& message = m_messages.constFirst().message;
    m_shownId = m_messages.constFirst().id;
    if (message.severity == Severity::Notice && message.stay == BannerStay::AsSevere)
        m_noticeTimer.start();
    const QString text = oneLine(message.text, maximumTextLength);
    setStyleProperty(*m_shape, "state", severityName(message.severity));
    setStyleProperty(*this, "severity", severityName(message.severity));
    m_shape->setText(severityShape(message.severity));
    m_text->setText(text);
    showActions(message);
    setAccessibleName(QStringLiteral("%1: %2").arg(spokenSeverity(message.severity), text));
    show();
    place();
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void Banner::showActions(const BannerMessage& message) {
    for (qsizetype index = 0; index < maximumActions; ++index) {
        QPushButton* button = m_buttons[static_cast<std::size_t>(index)];
        const BannerAction action = message.actions.value(index);
        button->setObjectName(action.name.isEmpty() ? QStringLiteral("bannerAction%1").arg(index + 1)
                                                    : QStringLiteral("banner_") + action.name);
        button->setVisible(!action.label.isEmpty());
        button->setText(action.label);
        button->setToolTip(tr("%1, and close this message").arg(action.label));
    }
}

void Banner::showWaitingCount() {
    const qsizetype waiting = std::max<qsizetype>(m_messages.size() - 1, 0);
    m_waiting->setVisible(waiting > 0);
    m_waiting->setText(tr("%1 more", "messages", NumberFormat::pluralCount(waiting)).arg(waiting));
}

void Banner::runAction(qsizetype index) {
    if (m_messages.isEmpty() || m_settling.isActive())
        return;
    const std::function<void()> run = m_messages.constFirst().message.actions.value(index).run;
    dismiss();
    // Last: what runs may post the next message.
    if (run)
        run();
}

bool Banner::event(QEvent* event) {
    const bool isHandled = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest)
        place();
    return isHandled;
}

bool Banner::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_covered && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        place();
    return QFrame::eventFilter(watched, event);
}

void Banner::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

} // namespace rillscope
