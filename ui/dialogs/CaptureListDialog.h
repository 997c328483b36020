// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/keep/CaptureCatalog.h"
#include "ui/widgets/PanelColors.h"

#include <QAction>
#include <QDialog>
#include <QTimeZone>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace rillscope {

class CaptureListModel;
class ResultTable;

/// The captures of a folder, and what can be done with one of them. It stays open while the stream goes on;
/// its owner keeps it up to date. Thread: GUI.
class CaptureListDialog : public QDialog {
    Q_OBJECT

public:
    explicit CaptureListDialog(QWidget* parent = nullptr);

    /// `limit`: bytes that all may take; 0: none. The chosen capture stays chosen.
    void setCatalog(const CaptureCatalog& catalog, qint64 limit);
    void setColors(const PanelColors& colors);
    void setTimeZone(const QTimeZone& zone);

    CaptureListModel* model() const { return m_model; }
    /// Chooses it, if it is there.
    void select(const QString& path);

Q_SIGNALS:
    void openRequested(const QString& path);
    void replayRequested(const QString& path);
    void exportRequested(const QString& path);
    void salvageRequested(const QString& path);
    void folderRequested(const QString& path);
    /// The user has confirmed it.
    void deleteRequested(const QString& path);
    void settingsRequested();

private:
    QAction* addAction(const char* objectName, const QString& text, const QString& toolTip,
                       void (CaptureListDialog::*request)(const QString&), const QKeySequence& key = {});
    void buildActions();
    QWidget* buildTable();
    QLayout* buildButtons();
    const CaptureEntry* chosen() const;
    void confirmDelete();
    void showState();

    CaptureListModel* m_model;
    ResultTable* m_table;
    QLabel* m_empty;
    QLabel* m_totals;
    QStackedLayout* m_pages;
    QAction* m_open = nullptr;
    QAction* m_replay = nullptr;
    QAction* m_export = nullptr;
    QAction* m_salvage = nullptr;
    QAction* m_folder = nullptr;
    QAction* m_delete = nullptr;
};

} // namespace rillscope
