// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/Settings.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace rillscope {

class FileNameLabel;

/// Whether what is received is recorded to disk, in which folder, and how much of it is kept. Thread: GUI.
class CaptureDialog : public QDialog {
    Q_OBJECT

public:
    /// `defaultFolder`: that of preferences without one.
    CaptureDialog(const CapturePreferences& preferences, const QString& defaultFolder,
                  QWidget* parent = nullptr);

    /// A change of what may be deleted is confirmed before anything is deleted.
    CapturePreferences preferences() const;
    /// What the captures of a folder come to; shown while it is the chosen one.
    void setTotals(const QString& folder, qsizetype count, qint64 bytes);

    /// Without asking.
    void setFolder(const QString& folder);
    QString folder() const;

private:
    QWidget* buildFolder();
    QWidget* buildLimit(QCheckBox* isLimited, QSpinBox* limit);
    void showPreferences(const CapturePreferences& preferences);
    void chooseFolder();
    void showState();

    CapturePreferences m_original;
    QString m_defaultFolder;
    QString m_folder; ///< empty: the default
    QString m_totals;
    QString m_totalsFolder;
    QCheckBox* m_isOn;
    FileNameLabel* m_folderName;
    QPushButton* m_useDefault;
    QLabel* m_space;
    QCheckBox* m_isSizeLimited;
    QSpinBox* m_gigabytes;
    QCheckBox* m_isAgeLimited;
    QSpinBox* m_days;
    QLabel* m_hint;
};

} // namespace rillscope
