// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/EventListModel.h"

#include "core/base/Rfc3339.h"
#include "core/pipeline/EventTable.h"
#include "ui/text/EventText.h"
#include "ui/text/OutsideText.h"
#include "ui/text/SeverityText.h"

#include <algorithm>

namespace rillscope {

void EventListModel::append(const QList<StreamEvent>& events) {
    if (events.isEmpty())
        return;
    const qsizetype added = std::min(events.size(), maximumEvents);
    m_discardedCount += events.size() - added;
    const qsizetype overflow = std::max<qsizetype>(0, m_events.size() + added - maximumEvents);
    if (overflow > 0) {
        const int rows = static_cast<int>(m_events.size());
        beginRemoveRows({}, rows - static_cast<int>(overflow), rows - 1);
        m_events.remove(0, overflow);
        m_discardedCount += overflow;
        endRemoveRows();
    }
    beginInsertRows({}, 0, static_cast<int>(added) - 1);
    m_events.append(events.last(added));
    endInsertRows();
}

void EventListModel::clear() {
    beginResetModel();
    m_events.clear();
    m_discardedCount = 0;
    endResetModel();
}

void EventListModel::setTimeZone(const QTimeZone& zone) {
    if (zone == m_zone || !zone.isValid())
        return;
    m_zone = zone;
    if (!m_events.isEmpty())
        Q_EMIT dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn));
}

QString EventListModel::line(int row) const {
    const StreamEvent& event = at(row);
    return QStringLiteral("%1\t%2\t%3")
        .arg(QString::fromStdString(formatRfc3339(event.time)), eventWord(event), eventText(event, m_format));
}

int EventListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int EventListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString EventListModel::text(const StreamEvent& event, int column) const {
    switch (column) {
    case TimeColumn:
        return m_format.timeOfDay(event.time, m_zone);
    case StateColumn:
        return withShape(eventSeverity(event), eventWord(event));
    default:
        return eventText(event, m_format);
    }
}

QVariant EventListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StreamEvent& event = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(event, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == TimeColumn ? m_format.dateAndTime(event.time, m_zone)
                                                         : eventText(event, m_format));
    case SeverityRole:
        return static_cast<int>(eventSeverity(event));
    default:
        return {};
    }
}

} // namespace rillscope
