// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace rillscope {

class FigureLabel;

/// Rows of a dim caption at the left and a strong figure at the right; captions give way when it is narrow.
/// Thread: GUI.
class FigureTable : public QWidget {
    Q_OBJECT

public:
    explicit FigureTable(QWidget* parent = nullptr);

    /// `objectName` names the figure; a screen reader reads the figure, described by the caption.
    FigureLabel* addRow(const QString& objectName, const QString& caption, const QString& toolTip);

    /// Of a figure that addRow() returned, with its caption.
    void setRowVisible(FigureLabel* figure, bool visible);

private:
    QGridLayout* m_grid;
};

} // namespace rillscope
