// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/FigureTable.h"

#include "ui/panels/ElidedLabel.h"
#include "ui/panels/FigureLabel.h"

#include <QGridLayout>

namespace rillscope {

FigureTable::FigureTable(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 1);
}

FigureLabel* FigureTable::addRow(const QString& objectName, const QString& caption, const QString& toolTip) {
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

} // namespace rillscope
