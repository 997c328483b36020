// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/CaptureJobs.h"
#include "app/gui/Session.h"
#include "ui/MainWindow.h"
#include "ui/panels/Banner.h"
#include "ui/settings/Settings.h"

#include <QTimer>

namespace rillscope {

class SourcePanel;

/// Begins and stops what a person chooses: a source of the panel, a file, a recent source, a capture. Says in
/// the banner what cannot be opened, and what takes long to open. Thread: GUI.
class SourceActions : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds patience{1}; ///< before it is said that a file does not respond

    SourceActions(Session& session, MainWindow& window, CaptureJobs& captures, const Settings& settings);

    void open(const SourceUri& uri);
    /// At the speed that is chosen.
    void replay(const QString& path);
    /// A capture to explore it, anything else to replay it.
    void openPath(const QString& path);
    void report(const Error& error, BannerEvent event = BannerEvent::AsSevere);

Q_SIGNALS:
    /// The source has begun, and is another one than before.
    void opened(const rillscope::SourceUri& uri);

private:
    void openText(const QString& text);
    void chooseFile();
    void toggleStream();
    void takeBegun(const SourceUri& uri);
    void takeRefused(const Error& error);
    void tellWaiting();
    void endWaiting();

    Session& m_session;
    MainWindow& m_window;
    SourcePanel& m_sourcePanel;
    Banner& m_banner;
    CaptureJobs& m_captures;
    const Settings& m_settings;
    QTimer m_patience;
    bool m_isResuming = false; ///< what is opened is the source that ran before
};

} // namespace rillscope
