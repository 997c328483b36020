// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/EventPanel.h"

#include "ui/panels/EventListModel.h"
#include "ui/panels/EventView.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QPushButton>

namespace rillscope {

EventPanel::EventPanel(QWidget* parent)
    : ListPage(QStringLiteral("events"), tr("No events yet. What happens to the stream is listed here."),
               parent)
    , m_zoneName(QStringLiteral("UTC"))
    , m_events(new EventListModel(this))
    , m_view(new EventView(*m_events, this))
    , m_copy(new QAction(tr("&Copy lines"), this))
    , m_clear(new QAction(tr("C&lear events"), this)) {
    setObjectName(QStringLiteral("eventPanel"));
    setAccessibleName(tr("Events"));
    buildActions();
    buildTools();
    setList(m_view);
    showState();
}

void EventPanel::buildActions() {
    m_copy->setObjectName(QStringLiteral("copyEvents"));
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_copy->setToolTip(tr("Copy the selected lines as text"));
    m_clear->setObjectName(QStringLiteral("clearEvents"));
    m_clear->setToolTip(tr("Empty the list; the sample counts stay"));
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addActions({m_copy, m_clear});
    connect(m_copy, &QAction::triggered, this, &EventPanel::copySelected);
    connect(m_clear, &QAction::triggered, this, &EventPanel::clear);
    const auto enableCopy = [this] { m_copy->setEnabled(m_view->selectionModel()->hasSelection()); };
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, enableCopy);
    connect(m_events, &QAbstractItemModel::modelReset, this, enableCopy);
    m_copy->setEnabled(false);
}

void EventPanel::buildTools() {
    auto* clearButton = new QPushButton(tr("Clear"), this);
    clearButton->setObjectName(QStringLiteral("clearEventsButton"));
    clearButton->setAccessibleName(tr("Clear events"));
    clearButton->setToolTip(m_clear->toolTip());
    clearButton->setProperty("role", QStringLiteral("link"));
    clearButton->setFlat(true);
    connect(clearButton, &QPushButton::clicked, m_clear, &QAction::trigger);
    connect(m_clear, &QAction::changed, clearButton,
            [this, clearButton] { clearButton->setVisible(m_clear->isEnabled()); });
    addTool(clearButton);
}

void EventPanel::append(const QList<StreamEvent>& events) {
    m_events->append(events);
    showState();
}

void EventPanel::clear() {
    m_events->clear();
    showState();
}

void EventPanel::setColors(const PanelColors& colors) {
    m_view->setColors(colors);
}

void EventPanel::setTimeZone(const QTimeZone& zone) {
    m_events->setTimeZone(zone);
    m_zoneName =
        zone == QTimeZone::utc() ? QStringLiteral("UTC") : zone.abbreviation(QDateTime::currentDateTime());
    showState();
}

void EventPanel::showState() {
    const bool isEmpty = m_events->rowCount() == 0;
    setListVisible(!isEmpty);
    m_clear->setEnabled(!isEmpty);
    const qint64 discarded = m_events->discardedCount();
    const QString times = isEmpty ? QString() : tr("Times in %1").arg(m_zoneName);
    const QString brief = isEmpty ? QString() : m_zoneName;
    if (discarded == 0) {
        setNote(times, brief);
        return;
    }
    const QString older = discarded == 1
                              ? tr("1 older event discarded")
                              : tr("%1 older events discarded", nullptr, NumberFormat::pluralCount(discarded))
                                    .arg(m_format.count(discarded));
    setNote(QStringLiteral("%1 · %2").arg(older, times), brief);
}

void EventPanel::copySelected() const {
    const QString text = m_view->selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace rillscope
