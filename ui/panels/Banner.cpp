// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/Banner.h"

#include "ui/panels/NumberFormat.h"
#include "ui/panels/OutsideText.h"
#include "ui/panels/StyleProperty.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace rillscope {
namespace {

constexpr qsizetype maximumTextLength = 600;

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
    hide();
}

void Banner::buildButtons() {
    for (qsizetype index = 0; index < maximumActions; ++index) {
        auto* button = new QPushButton(this);
        button->setObjectName(QStringLiteral("bannerAction%1").arg(index + 1));
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
    connect(m_close, &QToolButton::clicked, this, &Banner::dismiss);
    layout()->addWidget(m_close);
}

void Banner::post(const BannerMessage& message) {
    const bool isKnown = std::any_of(m_messages.cbegin(), m_messages.cend(), [&](const BannerMessage& known) {
        return known.severity == message.severity && known.text == message.text;
    });
    if (isKnown || replace(message))
        return;
    // The message that shows stays where it is, or a click meant for it would hit another one's action.
    const auto waiting = m_messages.begin() + (m_messages.isEmpty() ? 0 : 1);
    const auto place = std::find_if(waiting, m_messages.end(), [&](const BannerMessage& known) {
        return known.severity < message.severity;
    });
    m_messages.insert(place, message);
    if (m_messages.size() > maximumMessages)
        m_messages.removeLast();
    if (m_messages.size() == 1)
        showFirst();
    else
        showWaitingCount();
}

/// False when there is nothing to replace.
bool Banner::replace(const BannerMessage& message) {
    const auto older = std::find_if(m_messages.begin(), m_messages.end(), [&](const BannerMessage& known) {
        return !message.topic.isEmpty() && known.topic == message.topic && known.severity == message.severity;
    });
    if (older == m_messages.end())
        return false;
    *older = message;
    if (older == m_messages.begin())
        showFirst();
    return true;
}

void Banner::withdraw(const QString& topic) {
    const bool isShown = !m_messages.isEmpty() && m_messages.constFirst().topic == topic;
    m_messages.removeIf([&topic](const BannerMessage& message) { return message.topic == topic; });
    if (isShown)
        showFirst();
    else if (!m_messages.isEmpty())
        showWaitingCount();
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

void Banner::showFirst() {
    if (m_messages.isEmpty()) {
        hide();
        return;
    }
    const BannerMessage& message = m_messages.constFirst();
    const QString text = oneLine(message.text, maximumTextLength);
    setStyleProperty(*m_shape, "state", severityName(message.severity));
    setStyleProperty(*this, "severity", severityName(message.severity));
    m_shape->setText(severityShape(message.severity));
    m_text->setText(text);
    for (qsizetype index = 0; index < maximumActions; ++index) {
        QPushButton* button = m_buttons[static_cast<std::size_t>(index)];
        const BannerAction action = message.actions.value(index);
        button->setVisible(!action.label.isEmpty());
        button->setText(action.label);
        button->setToolTip(tr("%1, and close this message").arg(action.label));
    }
    showWaitingCount();
    setAccessibleName(QStringLiteral("%1: %2").arg(spokenSeverity(message.severity), text));
    show();
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void Banner::showWaitingCount() {
    const qsizetype waiting = m_messages.size() - 1;
    m_waiting->setVisible(waiting > 0);
    m_waiting->setText(tr("%1 more", "messages", NumberFormat::pluralCount(waiting)).arg(waiting));
}

void Banner::runAction(qsizetype index) {
    if (m_messages.isEmpty())
        return;
    const std::function<void()> run = m_messages.constFirst().actions.value(index).run;
    dismiss();
    // Last: what runs may post the next message.
    if (run)
        run();
}

void Banner::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

} // namespace rillscope
