// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/lines/DescriptorInput.h"

#include "core/base/Message.h"

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace rillscope {
namespace {

/// Somebody else may have read, since the notifier was activated, what made the descriptor readable.
bool isReadable(int descriptor) {
    pollfd request{descriptor, POLLIN, 0};
    return poll(&request, 1, 0) > 0;
}

/// Why a descriptor cannot be read as lines. A program started with its standard input closed finds something
/// of the event loop under that number; such things are no file of any kind.
std::optional<Message> whyUnfit(int descriptor) {
    struct stat status {};
    if (fstat(descriptor, &status) < 0)
        return Message(QT_TRANSLATE_NOOP("Message", "it cannot be read (%1)"), qt_error_string(errno));
    if (S_ISDIR(status.st_mode))
        return Message(QT_TRANSLATE_NOOP("Message", "this is a folder, not a stream of lines"));
    if (!S_ISREG(status.st_mode) && !S_ISFIFO(status.st_mode) && !S_ISCHR(status.st_mode) &&
        !S_ISSOCK(status.st_mode))
        return Message(QT_TRANSLATE_NOOP("Message", "it is closed"));
    return std::nullopt;
}

} // namespace

std::optional<Error> DescriptorInput::open() {
    if (const auto reason = whyUnfit(m_descriptor))
        return Error{ErrorCode::FileUnreadable, m_name, *reason};
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    m_notifier->setEnabled(false);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &ByteInput::readable);
    return std::nullopt;
}

Result<ByteRead> DescriptorInput::read(std::span<char> buffer) {
    if (!isReadable(m_descriptor))
        return ByteRead{ByteRead::Kind::Nothing};
    const ssize_t count = ::read(m_descriptor, buffer.data(), buffer.size());
    if (count < 0 && errno != EINTR && errno != EAGAIN)
        return failure(
            ErrorCode::FileUnreadable, m_name,
            Message(QT_TRANSLATE_NOOP("Message", "it cannot be read (%1)"), qt_error_string(errno)));
    if (count < 0)
        return ByteRead{ByteRead::Kind::Nothing};
    return count == 0 ? ByteRead{ByteRead::Kind::End}
                      : ByteRead{ByteRead::Kind::Bytes, static_cast<std::size_t>(count)};
}

/// The notifier is left to be deleted with this: it may be disabled within its own signal.
void DescriptorInput::setEnabled(bool isEnabled) {
    if (m_notifier)
        m_notifier->setEnabled(isEnabled);
}

} // namespace rillscope
