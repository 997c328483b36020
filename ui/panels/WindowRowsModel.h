// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/window/WindowResults.h"
#include "ui/text/NumberFormat.h"

#include <QAbstractTableModel>

namespace rillscope {

/// The rows of one series of window results, newest first: start, end, and the aggregates that were asked
/// for. Reads a snapshot of the results when a cell is shown, and copies nothing. Thread: GUI.
class WindowRowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { StartColumn, EndColumn, FirstAggregateColumn };

    using QAbstractTableModel::QAbstractTableModel;

    /// -1: no series.
    void setResults(const WindowResults& results, qsizetype series);
    void setUnit(Unit unit);
    void setTimeZone(const QTimeZone& zone);

    const WindowRow& at(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const WindowSeries& series() const { return m_results.series().at(m_series); }
    Aggregate aggregateAt(int column) const {
        return series().info().aggregates.at(column - FirstAggregateColumn);
    }
    QString text(const WindowRow& row, int column) const;
    QString valueText(double value, Aggregate aggregate) const;

    WindowResults m_results;
    qsizetype m_series = -1;
    qsizetype m_hiddenNewest = 0; ///< rows that the views do not know yet
    Unit m_unit = Unit::Celsius;
    QTimeZone m_zone = QTimeZone::utc();
    NumberFormat m_format;
};

} // namespace rillscope
