// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FileNameLabel.h"

#include <QDir>
#include <QFileInfo>
#include <QPainter>

namespace rillscope {

FileNameLabel::FileNameLabel(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void FileNameLabel::setFile(const QString& path) {
    setText(QFileInfo(path).fileName());
    // A tool tip that looks like markup is read as markup: so make it markup, and escape the path.
    setToolTip(QStringLiteral("<p style='white-space:pre'>%1</p>")
                   .arg(QDir::toNativeSeparators(path).toHtmlEscaped()));
}

void FileNameLabel::setPath(const QString& path) {
    setFile(path);
    setText(QDir::toNativeSeparators(path));
}

QSize FileNameLabel::minimumSizeHint() const {
    return {fontMetrics().horizontalAdvance(QStringLiteral("abc…xyz")), QLabel::minimumSizeHint().height()};
}

void FileNameLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, width()));
}

} // namespace rillscope
