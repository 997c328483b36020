// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/keep/CaptureCatalog.h"
#include "ui/text/NumberFormat.h"

#include <QAbstractTableModel>

namespace rillscope {

/// The captures of a folder as rows, sorted by any column; the newest first by default.
/// Thread: GUI.
class CaptureListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        StartedColumn,
        StateColumn,
        SourceColumn,
        DurationColumn,
        SamplesColumn,
        SizeColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(const QList<CaptureEntry>& entries);
    void setTimeZone(const QTimeZone& zone);
    const QTimeZone& timeZone() const { return m_zone; }
    const CaptureEntry& at(int row) const { return m_entries.at(row); }
    /// -1: not there.
    int rowOf(const QString& path) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    QString text(const CaptureEntry& entry, int column) const;
    QString toolTip(const CaptureEntry& entry) const;
    void sortEntries();

    NumberFormat m_format;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QList<CaptureEntry> m_entries;
    int m_sortColumn = StartedColumn;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace rillscope
