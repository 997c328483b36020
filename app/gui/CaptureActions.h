// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/CaptureKeeper.h"
#include "app/gui/FileActions.h"
#include "app/gui/StillCapture.h"
#include "ui/panels/PanelColors.h"
#include "ui/settings/Settings.h"

#include <QPointer>
#include <QTimeZone>

namespace rillscope {

class CaptureDialog;
class CaptureListDialog;

/// Whether this run is captured.
enum class CaptureMode {
    AsPreferred,
    Asked, ///< by --capture, whatever is preferred
    Off    ///< by --no-capture
};

/// What can be done with captures: open one to explore it, replay, export, salvage and delete it; the list of
/// them, their settings, and what is told of them. Thread: GUI; files are read and written as jobs, one at a
/// time, with progress and cancel.
class CaptureActions : public QObject {
    Q_OBJECT

public:
    CaptureActions(Session& session, MainWindow& window, FileActions& files, const Clock& clock);
    ~CaptureActions() override;

    /// `explicitPath`: of the first capture; empty: one of its own.
    void restore(const CapturePreferences& preferences, const QString& explicitPath, CaptureMode mode);
    const CapturePreferences& preferences() const { return m_preferences; }
    /// Looks after the captures that are there.
    void start();

    /// Shows a capture when it has been read.
    void open(const QString& path);
    /// Asks for a file.
    void exportCsv(const QString& path, const CsvRange& range = {});
    /// The same without asking.
    void exportCsvTo(const QString& path, const QString& target, const CsvRange& range = {});
    void showFolder(const QString& path);
    void chooseSettings();
    void showList();

    void setColors(const PanelColors& colors);
    void setTimeZone(const QTimeZone& zone);
    CaptureKeeper& keeper() { return m_keeper; }

Q_SIGNALS:
    /// A capture is shown; for the list of recent sources.
    void opened(const rillscope::SourceUri& uri);
    void replayRequested(const QString& path);
    void preferencesChanged();
    void eventsOccurred(const QList<rillscope::StreamEvent>& events);

private:
    void connectActions();
    void connectKeeper();
    void connectList();
    void applyPreferences();
    void takePreferences(const CapturePreferences& preferences);
    bool isBusy();
    void finishOpening();
    void finishExport();
    void askBeforeDeleting(const QList<CaptureEntry>& entries);
    void tellRemoved(const RemovedCaptures& removed);
    void deleteCapture(const QString& path);
    void reportUnreadable(const Error& error, const QString& path);

    Session& m_session;
    MainWindow& m_window;
    FileActions& m_files;
    const Clock& m_clock;
    CapturePreferences m_preferences;
    QString m_explicitPath;
    CaptureMode m_mode = CaptureMode::AsPreferred;
    bool m_hasAsked = false; ///< whether old captures may go
    CaptureKeeper m_keeper;
    QPointer<CaptureDialog> m_dialog;
    QPointer<CaptureListDialog> m_list;
    PanelColors m_colors;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QString m_path; ///< of the job
    QString m_target;
    QFutureWatcher<StillCaptureResult> m_opening;
    QFutureWatcher<Result<qint64>> m_export;
};

} // namespace rillscope
