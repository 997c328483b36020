// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/StreamEvent.h"
#include "ui/text/NumberFormat.h"

#include <QAbstractTableModel>

namespace rillscope {

/// The newest events of the stream, newest first, as time, state and text. Bounded: older ones are discarded
/// and counted. Thread: GUI. Cost: append() moves at most `maximumEvents` events, whatever comes at once.
class EventListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TimeColumn, StateColumn, TextColumn, ColumnCount };
    enum Role { SeverityRole = Qt::UserRole };

    static constexpr qsizetype maximumEvents = 1'000;

    using QAbstractTableModel::QAbstractTableModel;

    /// `events` in the order they happened.
    void append(const QList<StreamEvent>& events);
    /// Forgets all, the count of the discarded too.
    void clear();
    void setTimeZone(const QTimeZone& zone);

    /// Those at hand, in the order they happened.
    const QList<StreamEvent>& events() const { return m_events; }
    qint64 discardedCount() const { return m_discardedCount; }
    /// "2026-01-31T14:04:21.337Z<tab>Failed<tab>The source failed…": for the clipboard.
    QString line(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    const StreamEvent& at(int row) const { return m_events.at(m_events.size() - 1 - row); }
    QString text(const StreamEvent& event, int column) const;

    NumberFormat m_format;
    QTimeZone m_zone = QTimeZone::utc();
    QList<StreamEvent> m_events; ///< oldest first: growing and shrinking are cheap at the ends
    qint64 m_discardedCount = 0;
};

} // namespace rillscope
