// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace rillscope {

/// The name of a file, cut in the middle when it is too long, so that its end can still be read; the whole
/// path as tool tip. File names are shown as they are, never as markup.
class FileNameLabel : public QLabel {
    Q_OBJECT

public:
    explicit FileNameLabel(QWidget* parent = nullptr);

    void setFile(const QString& path);
    /// Shows all of the path.
    void setPath(const QString& path);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace rillscope
