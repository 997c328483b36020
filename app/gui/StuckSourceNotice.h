// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/ClosingGuard.h"
#include "ui/MainWindow.h"

namespace rillscope {

class Banner;

/// Says in the banner that a source does not stop, and offers to abandon it; takes that back when it stops.
/// While the window closes, ClosingGuard does so. Thread: GUI.
class StuckSourceNotice : public QObject {
    Q_OBJECT

public:
    StuckSourceNotice(Session& session, MainWindow& window, const ClosingGuard& closing);

private:
    void update();

    Session& m_session;
    Banner& m_banner;
    const ClosingGuard& m_closing;
};

} // namespace rillscope
