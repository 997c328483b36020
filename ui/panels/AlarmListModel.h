// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/alarm/AlarmTable.h"
#include "ui/text/AlarmText.h"

#include <QAbstractTableModel>

#include <functional>

namespace rillscope {

/// The alarms of a session, newest first. Reads a copy of the table, which costs nothing. Thread: GUI. Cost
/// of setAlarms(): once over the alarms that are kept.
class AlarmListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        StateColumn,
        RuleColumn,
        ChannelColumn,
        FirstColumn,
        LastColumn,
        DurationColumn,
        WorstColumn,
        ColumnCount
    };

    using Quantity = std::function<AlarmQuantity(const AlarmOccurrence& alarm)>;

    using QAbstractTableModel::QAbstractTableModel;

    void setAlarms(const AlarmTable& alarms);
    /// What the worst values are. Without it, numbers.
    void setQuantity(Quantity quantity);
    void setUnit(Unit unit);
    void setTimeZone(const QTimeZone& zone);

    const AlarmOccurrence& at(int row) const;
    /// The row of an alarm; -1 when it is not kept.
    int rowOf(quint64 id) const;
    const AlarmTable& alarms() const { return m_alarms; }
    /// Alarms that go on or were not acknowledged.
    qint64 openCount() const { return m_openCount; }
    /// The gravest of them.
    Severity openSeverity() const { return m_openSeverity; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void replace(const AlarmTable& alarms);
    void countOpen();
    static QString stateText(const AlarmOccurrence& alarm);
    void columnsChanged(int first, int last);
    QString text(const AlarmOccurrence& alarm, int column) const;
    QString toolTip(const AlarmOccurrence& alarm, int column) const;

    AlarmTable m_alarms;
    // While the views learn of a change.
    int m_hiddenNewest = 0;
    int m_hiddenOldest = 0;
    Quantity m_quantity = [](const AlarmOccurrence&) { return AlarmQuantity::Number; };
    Unit m_unit = Unit::Celsius;
    QTimeZone m_zone = QTimeZone::utc();
    NumberFormat m_format;
    qint64 m_openCount = 0;
    Severity m_openSeverity = Severity::Notice;
};

} // namespace rillscope
