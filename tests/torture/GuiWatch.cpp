// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/GuiWatch.h"

#include <QFile>

#include <algorithm>

namespace rillscope::torture {
namespace {

constexpr std::chrono::milliseconds interval{5};

Duration now() {
    return std::chrono::steady_clock::now().time_since_epoch();
}

/// In the kernel's queue for a processor, since the thread began.
Duration waitedForProcessor() {
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return Duration{file.readAll().split(' ').value(1).toLongLong()};
}

} // namespace

GuiWatch::GuiWatch() : m_timer(this) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &GuiWatch::beat);
}

void GuiWatch::begin() {
    m_lastBeat = now();
    m_lastWait = waitedForProcessor();
    m_longest = {};
    m_timer.start();
}

void GuiWatch::beat() {
    const Duration time = now();
    const Duration waited = waitedForProcessor();
    m_longest = std::max(m_longest, time - m_lastBeat - (waited - m_lastWait));
    m_lastBeat = time;
    m_lastWait = waited;
}

} // namespace rillscope::torture
