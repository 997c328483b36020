// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FigureTable.h"

#include "ui/text/TabularText.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FigureLabel.h"

#include <QGridLayout>

#include <algorithm>

namespace rillscope {

FigureTable::FigureTable(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 1);
}

FigureLabel* FigureTable::addRow(const QString& objectName, const QString& caption, const QString& toolTip,
                                 const QString& usual) {
    auto* label = new ElidedLabel(caption, this);
    label->setProperty("role", QStringLiteral("dim"));
    label->setToolTip(toolTip);
    auto* figure = new FigureLabel(this);
    figure->setProperty("role", QStringLiteral("strong"));
    figure->setObjectName(objectName);
    figure->setAccessibleDescription(caption); // its name is the figure itself
    figure->setToolTip(toolTip);
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(figure, row, 1, Qt::AlignRight);
    m_rows.append({label, figure, usual});
    return figure;
}

void FigureTable::setRowVisible(FigureLabel* figure, bool visible) {
    int row = 0;
    int column = 0;
    int span = 0;
    m_grid->getItemPosition(m_grid->indexOf(figure), &row, &column, &span, &span);
    for (int each : {0, 1})
        m_grid->itemAtPosition(row, each)->widget()->setVisible(visible);
}

QSize FigureTable::sizeHint() const {
    // Not of the figures of the moment: a panel must not become wider and narrower as they change.
    int width = 0;
    for (const Row& row : m_rows)
        width = std::max(width, row.caption->sizeHint().width() + m_grid->horizontalSpacing() +
                                    tabularWidth(row.figure->fontMetrics(), row.usual));
    return {width, QWidget::sizeHint().height()};
}

QSize FigureTable::minimumSizeHint() const {
    return {0, QWidget::minimumSizeHint().height()};
}

void FigureTable::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    for (const Row& row : m_rows)
        row.figure->setRoom(width() - m_grid->horizontalSpacing() - row.caption->sizeHint().width());
}

} // namespace rillscope
