// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/WindowRowsModel.h"

#include "core/process/definition/DefinitionWords.h"
#include "ui/text/OutsideText.h"

#include <cmath>

namespace rillscope {

/// Tells which rows came and went, so that a view keeps its place and its selection.
void WindowRowsModel::setResults(const WindowResults& results, qsizetype series) {
    const bool isSame = series == m_series && series >= 0 && series < m_results.series().size() &&
                        series < results.series().size() && this->series().size() > 0;
    qsizetype added = -1;
    qsizetype gone = -1;
    if (isSame) {
        const WindowSeries& now = results.series().at(series);
        const WindowSeries& before = this->series();
        added = now.size() - now.firstEndingAfter(before.row(before.size() - 1).end);
        gone = before.size() + added - now.size();
    }
    if (added < 0 || gone < 0 || gone >= rowCount()) {
        beginResetModel();
        m_results = results;
        m_series = series;
        endResetModel();
        return;
    }
    if (gone > 0)
        beginRemoveRows({}, rowCount() - static_cast<int>(gone), rowCount() - 1);
    m_results = results;
    m_hiddenNewest = added;
    if (gone > 0)
        endRemoveRows();
    if (added > 0)
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
    m_hiddenNewest = 0;
    if (added > 0)
        endInsertRows();
}

void WindowRowsModel::setUnit(Unit unit) {
    if (unit == m_unit)
        return;
    m_unit = unit;
    if (rowCount() == 0)
        return;
    Q_EMIT dataChanged(index(0, FirstAggregateColumn), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, FirstAggregateColumn, columnCount() - 1);
}

void WindowRowsModel::setTimeZone(const QTimeZone& zone) {
    if (zone == m_zone || !zone.isValid())
        return;
    m_zone = zone;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, StartColumn), index(rowCount() - 1, EndColumn));
}

const WindowRow& WindowRowsModel::at(int row) const {
    return series().row(series().size() - 1 - m_hiddenNewest - row);
}

int WindowRowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || m_series < 0 ? 0 : static_cast<int>(series().size() - m_hiddenNewest);
}

int WindowRowsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || m_series < 0
               ? 0
               : FirstAggregateColumn + static_cast<int>(series().info().aggregates.size());
}

QString WindowRowsModel::valueText(double value, Aggregate aggregate) const {
    if (aggregate == Aggregate::Count)
        return m_format.count(std::isfinite(value) ? static_cast<qint64>(value) : 0);
    const Unit unit = series().info().unit == Unit::None ? Unit::None : m_unit;
    return m_format.number(aggregate == Aggregate::StandardDeviation ? convertDifference(value, unit)
                                                                     : fromCelsius(value, unit));
}

QString WindowRowsModel::text(const WindowRow& row, int column) const {
    switch (column) {
    case StartColumn:
        return m_format.shortDateAndTime(row.start, m_zone);
    case EndColumn:
        return m_format.shortDateAndTime(row.end, m_zone);
    default:
        return valueText(row.value(aggregateAt(column)), aggregateAt(column));
    }
}

QVariant WindowRowsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const WindowRow& row = at(index.row());
    const bool isFigure = index.column() >= FirstAggregateColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == StartColumn ? m_format.dateAndTime(row.start, m_zone)
                            : index.column() == EndColumn ? m_format.dateAndTime(row.end, m_zone)
                                                          : text(row, index.column()));
    case Qt::TextAlignmentRole:
        return int((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant WindowRowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= FirstAggregateColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == StartColumn)
        return tr("Start");
    if (section == EndColumn)
        return tr("End");
    const Aggregate aggregate = aggregateAt(section);
    const bool hasUnit = aggregate != Aggregate::Count && series().info().unit != Unit::None;
    return hasUnit ? QStringLiteral("%1 %2").arg(aggregateName(aggregate), unitSymbol(m_unit))
                   : aggregateName(aggregate);
}

} // namespace rillscope
