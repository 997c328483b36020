// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TerminationSignal.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>

namespace rillscope {
namespace {

using Handler = void (*)(int);

std::atomic<int> eventDescriptor{-1};

/// Where one of them is ignored (by nohup, say), it stays ignored.
void exchangeHandlers(Handler former, Handler next) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action {};
        sigaction(signal, nullptr, &action);
        if (action.sa_handler != former)
            continue;
        action.sa_handler = next;
        action.sa_flags = SA_RESTART;
        sigaction(signal, &action, nullptr);
    }
}

/// Runs on any thread, in the middle of anything.
void onSignal(int) {
    const int savedError = errno;
    exchangeHandlers(onSignal, SIG_DFL);
    eventfd_write(eventDescriptor, 1);
    errno = savedError;
}

} // namespace

TerminationSignal::TerminationSignal()
    : m_descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), m_notifier(m_descriptor, QSocketNotifier::Read) {
    connect(&m_notifier, &QSocketNotifier::activated, this, &TerminationSignal::read);
    eventDescriptor = m_descriptor;
    exchangeHandlers(SIG_DFL, onSignal);
}

TerminationSignal::~TerminationSignal() {
    exchangeHandlers(onSignal, SIG_DFL);
    m_notifier.setEnabled(false);
    close(m_descriptor);
}

void TerminationSignal::read() {
    eventfd_t count = 0;
    if (eventfd_read(m_descriptor, &count) == 0)
        Q_EMIT received();
}

} // namespace rillscope
