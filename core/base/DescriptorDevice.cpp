// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/DescriptorDevice.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace rillscope {
namespace {

/// Whether writing can go on after `error`.
bool waitAfter(int error, int descriptor) {
    if (error == EINTR)
        return true;
    if (error != EAGAIN && error != EWOULDBLOCK)
        return false;
    pollfd state{descriptor, POLLOUT, 0};
    return poll(&state, 1, -1) > 0 || errno == EINTR;
}

} // namespace

DescriptorDevice::DescriptorDevice(int descriptor) : m_descriptor(descriptor) {
    std::signal(SIGPIPE, SIG_IGN);
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 DescriptorDevice::readData(char* /*data*/, qint64 /*size*/) {
    return -1;
}

qint64 DescriptorDevice::writeData(const char* data, qint64 size) {
    qint64 written = 0;
    while (written < size) {
        const ssize_t count = ::write(m_descriptor, data + written, static_cast<std::size_t>(size - written));
        if (count >= 0) {
            written += count;
        } else if (!waitAfter(errno, m_descriptor)) {
            setErrorString(qt_error_string(errno));
            return -1;
        }
    }
    return written;
}

} // namespace rillscope
