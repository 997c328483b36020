// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ChannelListModel.h"

#include "ui/text/OutsideText.h"
#include "ui/text/QualityText.h"
#include "ui/text/SeverityText.h"

#include <algorithm>

namespace rillscope {

ChannelListModel::Row ChannelListModel::rowOf(const ChannelReading& reading, Unit unit) const {
    Row row{oneLine(reading.name, 60), reading.swatch, QStringLiteral("–"), {}};
    if (reading.hasValue)
        row.value = m_format.temperature(reading.celsius, shownUnit(reading, unit));
    if (reading.hasValue && reading.unit == Unit::None)
        row.value = QStringLiteral("%1 %2").arg(row.value, unitWord(reading, unit)).trimmed();
    if (reading.hasValue && reading.quality)
        row.mark = withShape(qualitySeverity(reading.quality), qualityText(reading.quality));
    return row;
}

void ChannelListModel::setReadings(const QList<ChannelReading>& readings, Unit unit) {
    QList<Row> rows;
    rows.reserve(readings.size());
    for (const ChannelReading& reading : readings)
        rows.append(rowOf(reading, unit));
    const auto sameName = [](const Row& left, const Row& right) { return left.name == right.name; };
    const bool grown =
        rows.size() >= m_rows.size() && std::equal(m_rows.cbegin(), m_rows.cend(), rows.cbegin(), sameName);
    if (!grown) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    if (rows.size() > m_rows.size()) {
        beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(rows.size()) - 1);
        m_rows.append(rows.mid(m_rows.size()));
        endInsertRows();
    }
    updateRows(rows);
}

void ChannelListModel::updateRows(const QList<Row>& rows) {
    for (int row = 0; row < rows.size(); ++row) {
        if (m_rows.at(row) == rows.at(row))
            continue;
        m_rows[row] = rows.at(row);
        Q_EMIT dataChanged(index(row), index(row));
    }
}

int ChannelListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ChannelListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::DecorationRole:
        return row.swatch;
    case Qt::AccessibleTextRole:
        return QStringList{row.name, row.value, row.mark}.join(u' ').trimmed();
    case Qt::ToolTipRole:
        return plainToolTip(row.mark.isEmpty() ? row.name : row.name + QStringLiteral(": ") + row.mark);
    case ValueRole:
        return row.value;
    case MarkRole:
        return row.mark;
    default:
        return {};
    }
}

} // namespace rillscope
