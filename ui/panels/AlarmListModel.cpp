// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AlarmListModel.h"

#include "ui/text/OutsideText.h"
#include "ui/text/SeverityText.h"
#include "ui/widgets/ResultTable.h"

#include <algorithm>

namespace rillscope {

QString AlarmListModel::stateText(const AlarmOccurrence& alarm) {
    return tr("%1, %2", "severity, state").arg(severityWord(alarm.severity), alarmStateWord(alarm));
}

void AlarmListModel::setAlarms(const AlarmTable& alarms) {
    if (alarms.occurrences().isSharedWith(m_alarms.occurrences()))
        return;
    replace(alarms);
    countOpen();
}

/// Tells which rows came and went, so that a view keeps its place and its selection. Ids are consecutive.
void AlarmListModel::replace(const AlarmTable& alarms) {
    const QList<AlarmOccurrence>& before = m_alarms.occurrences();
    const QList<AlarmOccurrence>& now = alarms.occurrences();
    const bool overlaps =
        !before.isEmpty() && !now.isEmpty() && now.constFirst().id >= before.constFirst().id &&
        now.constFirst().id <= before.constLast().id && now.constLast().id >= before.constLast().id;
    if (!overlaps) {
        beginResetModel();
        m_alarms = alarms;
        endResetModel();
        return;
    }
    const auto gone = static_cast<int>(now.constFirst().id - before.constFirst().id);
    const auto added = static_cast<int>(now.constLast().id - before.constLast().id);
    if (gone > 0) {
        beginRemoveRows({}, rowCount() - gone, rowCount() - 1);
        m_hiddenOldest = gone;
        endRemoveRows();
    }
    m_alarms = alarms;
    m_hiddenOldest = 0;
    m_hiddenNewest = added;
    columnsChanged(StateColumn, WorstColumn);
    if (added > 0) {
        beginInsertRows({}, 0, added - 1);
        m_hiddenNewest = 0;
        endInsertRows();
    }
}

void AlarmListModel::countOpen() {
    m_openCount = 0;
    m_openSeverity = Severity::Notice;
    for (const AlarmOccurrence& alarm : m_alarms.occurrences()) {
        if (!isOpen(alarm))
            continue;
        ++m_openCount;
        m_openSeverity = std::max(m_openSeverity, alarm.severity);
    }
}

void AlarmListModel::columnsChanged(int first, int last) {
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, first), index(rowCount() - 1, last));
}

void AlarmListModel::setQuantity(Quantity quantity) {
    m_quantity = std::move(quantity);
    columnsChanged(WorstColumn, WorstColumn);
}

void AlarmListModel::setUnit(Unit unit) {
    if (unit == m_unit)
        return;
    m_unit = unit;
    columnsChanged(WorstColumn, WorstColumn);
}

void AlarmListModel::setTimeZone(const QTimeZone& zone) {
    if (zone == m_zone || !zone.isValid())
        return;
    m_zone = zone;
    columnsChanged(FirstColumn, LastColumn);
}

const AlarmOccurrence& AlarmListModel::at(int row) const {
    return m_alarms.occurrences().at(m_alarms.occurrences().size() - 1 - m_hiddenNewest - row);
}

int AlarmListModel::rowOf(quint64 id) const {
    const QList<AlarmOccurrence>& all = m_alarms.occurrences();
    if (all.isEmpty() || id < all.constFirst().id || id > all.constLast().id)
        return -1;
    return static_cast<int>(all.constLast().id - id);
}

int AlarmListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid()
               ? 0
               : static_cast<int>(m_alarms.occurrences().size() - m_hiddenNewest - m_hiddenOldest);
}

int AlarmListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString AlarmListModel::text(const AlarmOccurrence& alarm, int column) const {
    switch (column) {
    case StateColumn:
        return withShape(alarm.severity, stateText(alarm));
    case RuleColumn:
        return oneLine(alarm.step);
    case ChannelColumn:
        return oneLine(alarm.channel);
    case FirstColumn:
        return m_format.shortDateAndTime(floorToSeconds(alarm.first), m_zone);
    case LastColumn:
        return m_format.shortDateAndTime(floorToSeconds(alarm.last), m_zone);
    case DurationColumn:
        return m_format.duration(alarm.duration());
    default:
        return worstText(alarm.worst, m_quantity(alarm), m_unit, m_format);
    }
}

QString AlarmListModel::toolTip(const AlarmOccurrence& alarm, int column) const {
    switch (column) {
    case StateColumn:
        return alarm.isActive  ? tr("The condition persists")
               : isOpen(alarm) ? tr("The condition has ended and is not acknowledged yet")
                               : tr("The condition has ended and was acknowledged");
    case FirstColumn:
        return m_format.dateAndTime(alarm.first, m_zone);
    case LastColumn:
        return m_format.dateAndTime(alarm.last, m_zone);
    default:
        return text(alarm, column);
    }
}

QVariant AlarmListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AlarmOccurrence& alarm = at(index.row());
    const bool isFigure = index.column() == DurationColumn || index.column() == WorstColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(alarm, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(alarm, index.column()));
    case Qt::TextAlignmentRole:
        return int((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ResultTable::EmphasisRole:
        return static_cast<int>(isOpen(alarm) ? ResultTable::Strong : ResultTable::Faint);
    case ResultTable::SeverityRole:
        return index.column() == StateColumn ? QVariant(static_cast<int>(alarm.severity)) : QVariant();
    default:
        return {};
    }
}

QVariant AlarmListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const QStringList titles{tr("State"), tr("Rule"),     tr("Channel"), tr("First"),
                             tr("Last"),  tr("Duration"), tr("Worst")};
    if (role == Qt::DisplayRole)
        return titles.at(section);
    if (role == Qt::TextAlignmentRole)
        return int((section >= DurationColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace rillscope
