// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace rillscope {

/// One line of plain text that gives way: it ends in "…" when there is too little room, and then shows the
/// whole text as its tooltip, before any tooltip set on it. Safe for text from outside.
/// Thread: GUI.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool isElided() const;
};

} // namespace rillscope
