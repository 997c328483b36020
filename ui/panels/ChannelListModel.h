// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/ChannelReading.h"
#include "ui/text/NumberFormat.h"

#include <QAbstractListModel>

namespace rillscope {

/// The channels with their latest values as text, one row each. Only rows whose text changed are reported.
/// Thread: GUI.
class ChannelListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ValueRole = Qt::UserRole, MarkRole };

    using QAbstractListModel::QAbstractListModel;

    /// Channels that come on behind those known are added; any other change of the names starts anew.
    void setReadings(const QList<ChannelReading>& readings, Unit unit);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        QString name;
        QColor swatch;
        QString value;
        QString mark; ///< quality with its shape; empty for good
        friend bool operator==(const Row&, const Row&) = default;
    };

    Row rowOf(const ChannelReading& reading, Unit unit) const;
    void updateRows(const QList<Row>& rows);

    NumberFormat m_format;
    QList<Row> m_rows;
};

} // namespace rillscope
