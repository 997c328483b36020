// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ResultTable.h"

#include "ui/text/TabularText.h"
#include "ui/widgets/ResultDelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace rillscope {

ResultTable::ResultTable(QAbstractItemModel& model, QWidget* parent)
    : QTableView(parent), m_delegate(new ResultDelegate(this)) {
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setProperty("role", QStringLiteral("results"));
    viewport()->setAutoFillBackground(false);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    setCornerButtonEnabled(false);
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        m_top = verticalScrollBar()->value() > 0 ? QPersistentModelIndex(indexAt(QPoint(1, 1)))
                                                 : QPersistentModelIndex();
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_top.isValid())
            scrollTo(m_top, QAbstractItemView::PositionAtTop);
    });
    fitColumns();
}

void ResultTable::setColors(const PanelColors& colors) {
    m_delegate->setColors(colors);
    viewport()->update();
}

void ResultTable::setColumnSamples(const QStringList& samples) {
    m_samples = samples;
    fitColumns();
}

void ResultTable::fitColumns() {
    verticalHeader()->setDefaultSectionSize(ResultDelegate::lineHeight(fontMetrics()));
    const int columns = std::min(static_cast<int>(m_samples.size()), model()->columnCount());
    horizontalHeader()->setMinimumSectionSize(ResultDelegate::columnWidth(font(), QStringLiteral("0000")));
    for (int column = 0; column < columns; ++column) {
        const QString& sample = m_samples.at(column);
        if (sample.isEmpty()) {
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
            continue;
        }
        const QString title = model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
        setColumnWidth(column, std::max(ResultDelegate::columnWidth(font(), sample),
                                        ResultDelegate::columnWidth(font(), title)));
    }
}

QList<int> ResultTable::selectedRows() const {
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void ResultTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitColumns();
}

bool ResultTable::viewportEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverMove:
    case QEvent::HoverLeave:
        return false; // the style would light up one cell of the row, as if it were a button
    default:
        return QTableView::viewportEvent(event);
    }
}

} // namespace rillscope
