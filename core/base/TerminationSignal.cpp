// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TerminationSignal.h"

#include <sys/eventfd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <ctime>

namespace rillscope {
namespace {

constexpr std::int64_t nanosecondsPerSecond = 1'000'000'000;
constexpr std::int64_t repeatedAfter = nanosecondsPerSecond;

struct WatchedSignal {
    int number;
    std::atomic<std::int64_t> firstAt{0}; ///< monotonic ns; 0: it has not come yet
};
// The handler reads these on any thread.
std::array<WatchedSignal, 3> watchedSignals{{{SIGINT}, {SIGTERM}, {SIGHUP}}};
static_assert(std::atomic<std::int64_t>::is_always_lock_free);

/// Never closed: a handler that runs on another thread could otherwise write to whatever gets its number
/// next.
const int eventDescriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);

void setAction(int signal, void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
}

/// By the signal's default action, so that the program that started this one sees which signal it was. The
/// signal is blocked while its handler runs, and acts when that returns.
void endAtOnce(int signal) {
    setAction(signal, SIG_DFL);
    raise(signal);
}

/// Runs on any thread, in the middle of anything: async-signal-safe calls only.
void onSignal(int signal) {
    const int savedError = errno;
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    const std::int64_t now = time.tv_sec * nanosecondsPerSecond + time.tv_nsec;
    for (WatchedSignal& watched : watchedSignals) {
        if (watched.number != signal)
            continue;
        std::int64_t firstAt = 0;
        if (watched.firstAt.compare_exchange_strong(firstAt, now))
            eventfd_write(eventDescriptor, 1);
        else if (signal == SIGINT || now - firstAt >= repeatedAfter)
            endAtOnce(signal);
    }
    errno = savedError;
}

/// A signal that is ignored (by nohup, for example) stays ignored.
void installHandler(int signal) {
    struct sigaction action {};
    sigaction(signal, nullptr, &action);
    if (action.sa_handler == SIG_DFL)
        setAction(signal, onSignal);
}

} // namespace

TerminationSignal::TerminationSignal() : m_notifier(eventDescriptor, QSocketNotifier::Read) {
    connect(&m_notifier, &QSocketNotifier::activated, this, &TerminationSignal::read);
    // What an earlier object has received is not for this one.
    eventfd_t count = 0;
    eventfd_read(eventDescriptor, &count);
    for (WatchedSignal& watched : watchedSignals) {
        watched.firstAt = 0;
        installHandler(watched.number);
    }
}

void TerminationSignal::read() {
    m_notifier.setEnabled(false);
    Q_EMIT received();
}

} // namespace rillscope
