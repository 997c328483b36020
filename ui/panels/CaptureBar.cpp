// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/CaptureBar.h"

#include "ui/text/OutsideText.h"
#include "ui/widgets/ElidedLabel.h"

#include <QAccessible>
#include <QDir>
#include <QHBoxLayout>
#include <QPushButton>

namespace rillscope {

CaptureBar::CaptureBar(QWidget* parent)
    : QFrame(parent), m_title(new QLabel(this)), m_text(new ElidedLabel(QString(), this)) {
    setObjectName(QStringLiteral("captureBar"));
    setProperty("role", QStringLiteral("card"));
    m_title->setObjectName(QStringLiteral("captureBarTitle"));
    m_title->setProperty("role", QStringLiteral("chartTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_text->setObjectName(QStringLiteral("captureBarText"));
    m_text->setProperty("role", QStringLiteral("dim"));
    m_text->setTextFormat(Qt::PlainText);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(15, 4, 5, 4);
    line->setSpacing(12);
    line->addWidget(m_title);
    line->addWidget(m_text, 1);
    connect(addButton("captureBarExport", tr("Save CSV…"), tr("Save all samples of the recording")),
            &QPushButton::clicked, this, &CaptureBar::exportRequested);
    connect(addButton("captureBarReplay", tr("Reprocess"),
                      tr("Send its samples through the pipeline again, as if they were live")),
            &QPushButton::clicked, this, &CaptureBar::replayRequested);
    QPushButton* live = addButton("captureBarLive", tr("Back to the live source"),
                                  tr("Close the recording and show the live source again (F5)"));
    live->setProperty("role", QStringLiteral("primary"));
    connect(live, &QPushButton::clicked, this, &CaptureBar::liveRequested);
    hide();
}

QPushButton* CaptureBar::addButton(const char* objectName, const QString& text, const QString& toolTip) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(objectName));
    button->setToolTip(toolTip);
    button->setProperty("role", QStringLiteral("link"));
    button->setAutoDefault(true); // Return presses it, as it does in a dialog
    layout()->addWidget(button);
    return button;
}

void CaptureBar::showCapture(const QString& title, const QString& facts, const QString& path) {
    m_title->setText(title);
    setToolTip(plainToolTip(QDir::toNativeSeparators(path)));
    m_facts = facts;
    m_note.clear();
    showText();
    setAccessibleName(QStringLiteral("%1: %2").arg(title, facts));
    show();
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void CaptureBar::showLive() {
    hide();
}

void CaptureBar::setLiveNote(const QString& note) {
    if (note == m_note)
        return;
    m_note = note;
    showText();
}

void CaptureBar::showText() {
    m_text->setText(m_note.isEmpty() ? m_facts : QStringLiteral("%1 · %2").arg(m_facts, m_note));
}

} // namespace rillscope
