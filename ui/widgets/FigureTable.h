// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace rillscope {

class ElidedLabel;
class FigureLabel;

/// Rows of a dim caption at the left and a strong figure at the right. It asks for the width of captions and
/// usual figures in its fonts; when there is less, figures become smaller, and captions give way last.
/// Thread: GUI.
class FigureTable : public QWidget {
    Q_OBJECT

public:
    explicit FigureTable(QWidget* parent = nullptr);

    /// `objectName` names the figure; a screen reader reads the figure, described by the caption. `usual` is
    /// the widest figure that there must be room for beside the caption.
    FigureLabel* addRow(const QString& objectName, const QString& caption, const QString& toolTip,
                        const QString& usual);

    /// Of a figure that addRow() returned, with its caption.
    void setRowVisible(FigureLabel* figure, bool visible);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row {
        ElidedLabel* caption = nullptr;
        FigureLabel* figure = nullptr;
        QString usual;
    };

    QGridLayout* m_grid;
    QList<Row> m_rows;
};

} // namespace rillscope
