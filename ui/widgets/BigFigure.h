// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace rillscope {

class FigureLabel;

/// The value of the hour in large digits, with its unit smaller and dim on the same baseline, and without the
/// empty space that a font keeps above and below digits. A value that is wider than the panel is written
/// smaller. Thread: GUI.
class BigFigure : public QWidget {
    Q_OBJECT

public:
    explicit BigFigure(QWidget* parent = nullptr);

    /// Does nothing for what is the same.
    void setFigure(const QString& value, const QString& unit);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    FigureLabel* m_value;
    FigureLabel* m_unit;
};

} // namespace rillscope
