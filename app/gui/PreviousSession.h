// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/CaptureActions.h"
#include "app/gui/FileActions.h"
#include "app/gui/Session.h"
#include "ui/MainWindow.h"

namespace rillscope {

/// Offers to save the session that was replaced, once. Thread: GUI.
class PreviousSession : public QObject {
    Q_OBJECT

public:
    PreviousSession(const Session& session, MainWindow& window, FileActions& files, CaptureActions& captures)
        : m_session(session), m_banner(window.banner()), m_files(files), m_captures(captures) {}

    void offer();

private:
    void save(const std::weak_ptr<const SampleHistory>& offered);

    const Session& m_session;
    Banner& m_banner;
    FileActions& m_files;
    CaptureActions& m_captures;
    std::weak_ptr<const SampleHistory> m_offered; ///< that was offered last
};

} // namespace rillscope
