// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/CaptureJobs.h"
#include "app/gui/CaptureKeeper.h"
#include "app/gui/FileActions.h"
#include "ui/settings/Settings.h"
#include "ui/widgets/PanelColors.h"

#include <QPointer>
#include <QTimeZone>

namespace rillscope {

class Banner;
class CaptureBar;
class CaptureDialog;
class CaptureListDialog;
class StatusLine;
class WindowActions;

/// Whether this run is captured.
enum class CaptureMode {
    AsPreferred,
    Asked, ///< by --capture, whatever is preferred
    Off    ///< by --no-capture
};

/// The list of captures and what is done from there, their settings, the limits that delete old ones when the
/// user has agreed, and the messages about all that. Thread: GUI.
class CaptureActions : public QObject {
    Q_OBJECT

public:
    CaptureActions(Session& session, MainWindow& window, FileSaving& saving, FileActions& files,
                   const Clock& clock);

    /// `explicitPath`: of the first capture; empty: one of its own.
    void restore(const CapturePreferences& preferences, const QString& explicitPath, CaptureMode mode);
    const CapturePreferences& preferences() const { return m_preferences; }
    /// Looks after the captures that are there.
    void start();

    CaptureJobs& jobs() { return m_jobs; }
    void showFolder(const QString& path);
    void chooseSettings();
    void showList();

    void setColors(const PanelColors& colors);
    void setTimeZone(const QTimeZone& zone);
    CaptureKeeper& keeper() { return m_keeper; }

Q_SIGNALS:
    void replayRequested(const QString& path);
    void preferencesChanged();
    void eventsOccurred(const QList<rillscope::StreamEvent>& events);

private:
    void connectActions();
    void connectJobs();
    void connectKeeper();
    void connectList();
    void applyPreferences();
    void takePreferences(const CapturePreferences& preferences);
    void askBeforeDeleting(const QList<CaptureEntry>& entries);
    void tellRemoved(const RemovedCaptures& removed);
    void deleteCapture(const QString& path);
    void tellNotTrashed(const QString& path, const Error& error);
    void deleteForGood(const QString& path);

    Session& m_session;
    MainWindow& m_window;
    WindowActions& m_actions;
    StatusLine& m_statusLine;
    Banner& m_banner;
    CaptureBar& m_captureBar;
    FileActions& m_files;
    const Clock& m_clock;
    CapturePreferences m_preferences;
    QString m_explicitPath;
    CaptureMode m_mode = CaptureMode::AsPreferred;
    bool m_hasAsked = false; ///< whether old captures may go
    CaptureJobs m_jobs;
    CaptureKeeper m_keeper;
    QPointer<CaptureDialog> m_dialog;
    QPointer<CaptureListDialog> m_list;
    PanelColors m_colors;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace rillscope
