// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FileField.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>

namespace rillscope {

FileField::FileField(QWidget* parent) : QWidget(parent), m_line(new QLineEdit(this)) {
    constexpr int longestPath = 4'096;
    m_line->setObjectName(QStringLiteral("filePath"));
    m_line->setMaxLength(longestPath);
    auto* choose = new QToolButton(this);
    choose->setObjectName(QStringLiteral("chooseFile"));
    choose->setText(QStringLiteral("…"));
    choose->setAccessibleName(tr("Choose file"));
    choose->setToolTip(tr("Choose a file"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_line, 1);
    row->addWidget(choose);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &FileField::edited);
    connect(choose, &QToolButton::clicked, this, &FileField::chooseFile);
}

void FileField::chooseFile() {
    const QString folder = path().isEmpty() ? m_folder : QFileInfo(path()).absolutePath();
    auto* dialog = new QFileDialog(this, tr("Choose a file"), folder);
    dialog->setObjectName(QStringLiteral("chooseFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& chosen) {
        setPath(chosen);
        Q_EMIT edited();
    });
    dialog->open(); // returns at once: no loop of its own while a stream runs
}

} // namespace rillscope
