// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <QTimer>

namespace rillscope::torture {

/// How long the event loop of the thread it lives on has been without a turn, at the longest. The time in
/// which the thread could have run, but the machine ran others (the kernel counts it), is not its fault and
/// is left out. Thread: the watched one.
class GuiWatch : public QObject {
public:
    GuiWatch();

    /// Forgets what was before.
    void begin();
    Duration longest() const { return m_longest; }

private:
    void beat();

    QTimer m_timer;
    Duration m_lastBeat{};
    Duration m_lastWait{};
    Duration m_longest{};
};

} // namespace rillscope::torture
