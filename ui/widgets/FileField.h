// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace rillscope {

/// The path of a file, to be typed or chosen in a dialog, which does not stop anything else. Thread: GUI.
class FileField : public QWidget {
    Q_OBJECT

public:
    explicit FileField(QWidget* parent = nullptr);

    QString path() const { return m_line->text().trimmed(); }
    /// Emits nothing.
    void setPath(const QString& path) { m_line->setText(path); }
    void setPlaceholder(const QString& text) { m_line->setPlaceholderText(text); }
    /// Where the dialog opens while there is no path.
    void setFolder(const QString& folder) { m_folder = folder; }
    QLineEdit* line() const { return m_line; }

Q_SIGNALS:
    /// By the user.
    void edited();

private:
    void chooseFile();

    QLineEdit* m_line;
    QString m_folder;
};

} // namespace rillscope
