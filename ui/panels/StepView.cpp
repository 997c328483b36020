// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/StepView.h"

#include "ui/panels/StepDelegate.h"
#include "ui/panels/StepListModel.h"

#include <QWheelEvent>

namespace rillscope {

StepView::StepView(StepListModel& steps, QWidget* parent)
    : QListView(parent), m_delegate(new StepDelegate(this)) {
    setObjectName(QStringLiteral("stepList"));
    setAccessibleName(tr("Steps of the pipeline"));
    setModel(&steps);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setUniformItemSizes(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false); // Tab leaves the list
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&steps, signal, this, &QWidget::updateGeometry);
}

void StepView::setColors(const PanelColors& colors) {
    m_delegate->setColors(colors);
    viewport()->update();
}

QSize StepView::sizeHint() const {
    const int rows = model()->rowCount();
    return {200, rows == 0 ? 0 : rows * sizeHintForRow(0)};
}

void StepView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    Q_EMIT currentRowChanged(current.row());
}

void StepView::wheelEvent(QWheelEvent* event) {
    event->ignore(); // for what it lies in
}

} // namespace rillscope
