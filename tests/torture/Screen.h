// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/torture/Victim.h"

#include <memory>

namespace rillscope::torture {

/// A display that nobody sees, with a server of its own: Xvfb, or weston without an output device.
/// Thread: one owner.
class Screen {
public:
    enum class Kind { X11, Wayland };

    /// Keeps its files in `folder`. Null: it cannot be had here, and `why` says so.
    static std::unique_ptr<Screen> open(Kind kind, const QString& folder, QString& why);
    ~Screen();

    /// Makes the program show its window there. Before it starts.
    void addTo(Victim& victim) const;

private:
    Screen() = default;
    bool openX11(QString& why);
    bool openWayland(const QString& folder, QString& why);

    QProcess m_server;
    QString m_platform; ///< of Qt
    QString m_display;
    QString m_runtimeFolder; ///< Wayland's
};

} // namespace rillscope::torture
