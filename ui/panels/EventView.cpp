// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/EventView.h"

#include "ui/panels/EventDelegate.h"
#include "ui/panels/EventListModel.h"
#include "ui/text/SeverityText.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace rillscope {

EventView::EventView(EventListModel& events, QWidget* parent)
    : QTableView(parent), m_events(events), m_delegate(new EventDelegate(this)) {
    setObjectName(QStringLiteral("eventList"));
    setAccessibleName(tr("Events"));
    setModel(&events);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the list
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setMinimumHeight(3 * EventDelegate::lineHeight(fontMetrics()));
    horizontalHeader()->hide();
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(1);
    fitColumns();
    connect(&events, &QAbstractItemModel::rowsAboutToBeInserted, this, &EventView::rememberTop);
    connect(&events, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { takeIn(first, last); });
}

void EventView::setColors(const PanelColors& colors) {
    m_delegate->setColors(colors);
    viewport()->update();
}

QString EventView::selectedText() const {
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const int row : rows)
        lines.append(m_events.line(row));
    return lines.join(u'\n');
}

void EventView::rememberTop() {
    m_top = verticalScrollBar()->value() > 0 ? QPersistentModelIndex(indexAt(QPoint(1, 1)))
                                             : QPersistentModelIndex();
}

void EventView::takeIn(int first, int last) {
    fitAlarms(first, last);
    if (m_top.isValid())
        scrollTo(m_top, QAbstractItemView::PositionAtTop);
}

void EventView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitColumns();
}

void EventView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

bool EventView::viewportEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverMove:
    case QEvent::HoverLeave:
        return false; // the style would light up one cell of the row, as if it were a button
    default:
        return QTableView::viewportEvent(event);
    }
}

void EventView::fitColumns() {
    const int time = EventDelegate::timeColumnWidth(fontMetrics());
    const int state = EventDelegate::stateColumnWidth(font());
    setColumnWidth(EventListModel::TimeColumn, time);
    setColumnWidth(EventListModel::StateColumn, state);
    setColumnWidth(EventListModel::TextColumn, std::max(1, viewport()->width() - time - state));
    verticalHeader()->setDefaultSectionSize(EventDelegate::lineHeight(fontMetrics()));
    fitAlarms(0, m_events.rowCount() - 1);
}

void EventView::fitAlarms(int first, int last) {
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_events.index(row, EventListModel::TextColumn);
        if (index.data(EventListModel::SeverityRole).toInt() != static_cast<int>(Severity::Alarm))
            continue;
        setRowHeight(row, EventDelegate::wrappedHeight(fontMetrics(), index.data().toString(),
                                                       columnWidth(EventListModel::TextColumn)));
    }
}

} // namespace rillscope
