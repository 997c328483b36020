// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CaptureListModel.h"

#include "ui/text/CaptureText.h"
#include "ui/text/MessageText.h"
#include "ui/text/OutsideText.h"
#include "ui/widgets/ResultTable.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace rillscope {
namespace {

/// When it began, or, when it does not tell, when it was written.
Timestamp startOf(const CaptureEntry& entry) {
    constexpr std::int64_t nanosecondsInOne = 1'000'000;
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / nanosecondsInOne;
    return entry.started.value_or(
        fromNanoseconds(std::clamp(std::int64_t{entry.modifiedMs}, -most, most) * nanosecondsInOne));
}

QString sourceOf(const CaptureEntry& entry) {
    return oneLine(joined(entry.sources, QStringLiteral(", ")), 120);
}

bool comesBefore(const CaptureEntry& a, const CaptureEntry& b, int column) {
    switch (column) {
    case CaptureListModel::DurationColumn:
        return a.duration() < b.duration(); // nothing comes before something
    case CaptureListModel::SamplesColumn:
        return a.samples < b.samples;
    case CaptureListModel::SizeColumn:
        return a.bytes < b.bytes;
    case CaptureListModel::StateColumn:
        return a.state < b.state;
    case CaptureListModel::SourceColumn:
        return sourceOf(a) < sourceOf(b);
    default:
        return startOf(a) < startOf(b);
    }
}

} // namespace

void CaptureListModel::setEntries(const QList<CaptureEntry>& entries) {
    beginResetModel();
    m_entries = entries;
    sortEntries();
    endResetModel();
}

void CaptureListModel::setTimeZone(const QTimeZone& zone) {
    m_zone = zone;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, StartedColumn), index(rowCount() - 1, StartedColumn));
}

int CaptureListModel::rowOf(const QString& path) const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const CaptureEntry& entry) { return entry.path == path; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int CaptureListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int CaptureListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString CaptureListModel::text(const CaptureEntry& entry, int column) const {
    const bool isKnown = entry.isCapture();
    switch (column) {
    case StartedColumn:
        return m_format.shortDateAndTime(floorToSeconds(startOf(entry)), m_zone);
    case DurationColumn:
        return entry.duration() ? m_format.duration(*entry.duration()) : tr("–");
    case SamplesColumn:
        return isKnown ? m_format.count(entry.samples) : tr("–");
    case SizeColumn:
        return m_format.bytes(entry.bytes);
    case StateColumn:
        return captureStateText(entry.state);
    default:
        return isKnown ? sourceOf(entry) : oneLine(QFileInfo(entry.path).fileName(), 120);
    }
}

QString CaptureListModel::toolTip(const CaptureEntry& entry) const {
    QStringList lines{oneLine(QDir::toNativeSeparators(entry.path))};
    for (const ShownUri& source : entry.sources)
        lines.append(oneLine(source.text()));
    if (entry.error)
        lines.append(oneLine(messageText(entry.error->detail)));
    return plainToolTip(lines.join(QStringLiteral(" · ")));
}

QVariant CaptureListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const CaptureEntry& entry = m_entries.at(index.row());
    const bool isNumber = index.column() >= DurationColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::ToolTipRole:
        return toolTip(entry);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ResultTable::EmphasisRole:
        return index.column() == StartedColumn  ? ResultTable::Strong
               : index.column() == SourceColumn ? ResultTable::Faint
                                                : ResultTable::Plain;
    case ResultTable::SeverityRole:
        if (index.column() == StateColumn && captureStateSeverity(entry.state) != Severity::Notice)
            return static_cast<int>(captureStateSeverity(entry.state));
        return {};
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(entry, index.column()));
    default:
        return {};
    }
}

QVariant CaptureListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section >= DurationColumn;
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StartedColumn:
        return tr("Started");
    case DurationColumn:
        return tr("Duration");
    case SamplesColumn:
        return tr("Samples");
    case SizeColumn:
        return tr("Size");
    case StateColumn:
        return tr("State");
    default:
        return tr("Source");
    }
}

void CaptureListModel::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column;
    m_order = order;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QStringList paths;
    for (const QModelIndex& each : before)
        paths.append(m_entries.at(each.row()).path);
    sortEntries();
    for (qsizetype i = 0; i < before.size(); ++i)
        changePersistentIndex(before.at(i), index(rowOf(paths.at(i)), before.at(i).column()));
    Q_EMIT layoutChanged();
}

void CaptureListModel::sortEntries() {
    std::stable_sort(m_entries.begin(), m_entries.end(), [this](const auto& a, const auto& b) {
        return m_order == Qt::AscendingOrder ? comesBefore(a, b, m_sortColumn)
                                             : comesBefore(b, a, m_sortColumn);
    });
}

} // namespace rillscope
