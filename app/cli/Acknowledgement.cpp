// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Acknowledgement.h"

#include <QByteArray>

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace rillscope {

Acknowledgement::Acknowledgement(int descriptor) : m_descriptor(descriptor) {
    std::signal(SIGPIPE, SIG_IGN);
}

void Acknowledgement::say(qint64 durable) {
    m_durable = durable;
    if (canWrite(0))
        write();
}

void Acknowledgement::sayLast() {
    constexpr int patienceMs = 2'000;
    if (m_said != m_durable && canWrite(patienceMs))
        write();
}

bool Acknowledgement::canWrite(int patienceMs) {
    pollfd descriptor{m_descriptor, POLLOUT, 0};
    return !m_isGone && poll(&descriptor, 1, patienceMs) == 1 && (descriptor.revents & POLLOUT);
}

/// A line is shorter than PIPE_BUF: a pipe that can be written takes it whole.
void Acknowledgement::write() {
    QByteArray line = "durable " + QByteArray::number(m_durable) + '\n';
    while (!line.isEmpty()) {
        const ssize_t count = ::write(m_descriptor, line.constData(), static_cast<std::size_t>(line.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            m_isGone = errno != EAGAIN;
            return;
        }
        line.remove(0, static_cast<qsizetype>(count));
    }
    m_said = m_durable;
}

} // namespace rillscope
