// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ReadingsColumn.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace rillscope {
namespace {

constexpr int panelGap = 10;
constexpr int leastWidth = 250;
constexpr int leastHeight = 120;
constexpr int mostWidth = 460;

} // namespace

ReadingsColumn::ReadingsColumn(QWidget* parent) : QScrollArea(parent) {
    setObjectName(QStringLiteral("readings"));
    auto* column = new QWidget;
    column->setObjectName(QStringLiteral("readingsColumn"));
    m_column = new QVBoxLayout(column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(panelGap);
    m_column->addStretch(1);
    setWidget(column);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMaximumWidth(mostWidth);
}

void ReadingsColumn::addPanel(QWidget* panel) {
    m_column->insertWidget(m_column->count() - 1, panel); // above the stretch
}

QSize ReadingsColumn::sizeHint() const {
    const QSize panels = widget()->sizeHint();
    return {panels.width() + verticalScrollBar()->sizeHint().width(), panels.height()};
}

/// Captions give way then; no figure is cut.
QSize ReadingsColumn::minimumSizeHint() const {
    const int panels = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    return {std::max(panels, leastWidth), leastHeight};
}

} // namespace rillscope
