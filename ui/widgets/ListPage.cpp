// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ListPage.h"

#include "ui/text/OutsideText.h"
#include "ui/widgets/ElidedLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedLayout>

#include <utility>

namespace rillscope {

ListPage::ListPage(const QString& name, const QString& hint, QWidget* parent)
    : QWidget(parent)
    , m_tools(new QWidget(this))
    , m_toolRow(new QHBoxLayout(m_tools))
    , m_note(new ElidedLabel(QString(), m_tools))
    , m_hint(new QLabel(hint, this))
    , m_pages(new QStackedLayout) {
    m_note->setObjectName(name + QStringLiteral("Note"));
    m_note->setProperty("role", QStringLiteral("dim"));
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_toolRow->setContentsMargins(0, 0, 0, 0);
    m_toolRow->setSpacing(12);
    m_tools->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_tools->installEventFilter(this);
    m_toolRow->addWidget(m_note, 1);
    m_hint->setObjectName(name + QStringLiteral("Empty"));
    m_hint->setProperty("role", QStringLiteral("dim"));
    m_hint->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_hint->setWordWrap(true);
    m_pages->addWidget(m_hint);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_tools);
    layout->addLayout(m_pages, 1);
}

void ListPage::setList(QWidget* list) {
    m_pages->addWidget(list);
}

void ListPage::addTool(QWidget* tool) {
    // The tool itself may be hidden for reasons of its own.
    auto* holder = new QWidget(m_tools);
    auto* layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tool);
    m_toolRow->addWidget(holder);
    m_holders.append(holder);
}

bool ListPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_tools && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        dropWhatDoesNotFit();
    return QWidget::eventFilter(watched, event);
}

void ListPage::dropWhatDoesNotFit() {
    int needed = 0;
    for (const QWidget* holder : std::as_const(m_holders))
        needed += m_toolRow->spacing() + holder->sizeHint().width();
    const QFontMetrics metrics = m_note->fontMetrics();
    const bool isWhole = metrics.horizontalAdvance(m_wholeNote) + needed <= m_tools->width();
    m_note->setText(isWhole ? m_wholeNote : m_briefNote);
    m_note->setToolTip(isWhole ? QString() : plainToolTip(m_wholeNote));
    int room = m_tools->width() - metrics.horizontalAdvance(m_note->text());
    for (auto holder = m_holders.crbegin(); holder != m_holders.crend(); ++holder) {
        room -= (*holder)->sizeHint().width() + m_toolRow->spacing();
        (*holder)->setVisible(room >= 0);
    }
}

void ListPage::setNote(const QString& note, const QString& brief) {
    m_wholeNote = note;
    m_briefNote = brief;
    dropWhatDoesNotFit();
}

void ListPage::setHint(const QString& hint) {
    m_hint->setText(hint);
}

void ListPage::setListVisible(bool visible) {
    m_pages->setCurrentIndex(visible ? 1 : 0);
}

} // namespace rillscope
