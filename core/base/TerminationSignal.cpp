// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TerminationSignal.h"

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace rillscope {
namespace {

sigset_t terminationSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

int openDescriptor() {
    const sigset_t signals = terminationSignals();
    return signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

} // namespace

void TerminationSignal::block() {
    const sigset_t signals = terminationSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

TerminationSignal::TerminationSignal()
    : m_descriptor(openDescriptor()), m_notifier(m_descriptor, QSocketNotifier::Read) {
    connect(&m_notifier, &QSocketNotifier::activated, this, &TerminationSignal::read);
}

TerminationSignal::~TerminationSignal() {
    m_notifier.setEnabled(false);
    close(m_descriptor);
}

void TerminationSignal::read() {
    signalfd_siginfo information;
    if (::read(m_descriptor, &information, sizeof information) != sizeof information)
        return;
    const sigset_t signals = terminationSignals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    Q_EMIT received();
}

} // namespace rillscope
