// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/replay/TextReplayInput.h"

#include "core/base/Message.h"
#include "core/parse/FormatFinder.h"
#include "core/source/InputVerdict.h"

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

constexpr std::size_t chunkBytes = 64 * 1'024;
constexpr qint64 hopelessBytes = 8 * 1'024 * 1'024;

/// Nothing in a file is stamped with the time at which it is read.
TextOptions recorded(TextOptions options) {
    options.isLive = false;
    return options;
}

} // namespace

TextReplayInput::TextReplayInput(const QString& path, const TextOptions& options, const Clock& clock)
    : m_options(recorded(options)), m_reader(m_options, clock), m_file(path) {}

std::optional<Error> TextReplayInput::open() {
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) // it has gone this moment
        return Error{
            ErrorCode::FileUnreadable, m_file.fileName(),
            Message(QT_TRANSLATE_NOOP("Message", "the file cannot be opened (%1)"), m_file.errorString())};
    return findFormat();
}

/// On the beginning of the file, or more of it where that leaves something open.
std::optional<Error> TextReplayInput::findFormat() {
    FormatFinder finder(m_options);
    std::array<char, chunkBytes> bytes;
    qint64 count = 0;
    while (finder.needsMore() && (count = m_file.read(bytes.data(), bytes.size())) > 0)
        finder.feed({bytes.data(), static_cast<std::size_t>(count)});
    const auto format = finder.finish();
    if (!format)
        return Error{ErrorCode::UnreadableInput, m_file.fileName(), format.error().text};
    m_reader.setFormat(*format);
    if (!m_file.seek(0))
        return Error{
            ErrorCode::FileUnreadable, m_file.fileName(),
            Message(QT_TRANSLATE_NOOP("Message", "the file cannot be read again from its start (%1)"),
                    m_file.errorString())};
    return std::nullopt;
}

void TextReplayInput::readMore() {
    std::array<char, chunkBytes> bytes;
    const qint64 count = m_file.read(bytes.data(), bytes.size());
    if (count > 0) {
        m_reader.feed({bytes.data(), static_cast<std::size_t>(count)});
        return;
    }
    if (count < 0)
        m_readError = Error{
            ErrorCode::FileUnreadable, m_file.fileName(),
            Message(QT_TRANSLATE_NOOP("Message", "reading stopped half-way (%1)"), m_file.errorString())};
    m_isAtEnd = true;
    m_reader.finish();
}

double TextReplayInput::progress() const {
    const auto size = static_cast<double>(std::max<qint64>(m_file.size(), 1));
    return std::min(1.0, static_cast<double>(m_reader.bytesConsumed()) / size);
}

/// Not a sample in megabytes of it: a picture, say, and there may be gigabytes left.
bool TextReplayInput::isHopeless() const {
    return m_reader.counts().accepted == 0 && m_reader.counts().malformed > 0 &&
           m_reader.bytesConsumed() > hopelessBytes;
}

std::optional<Error> TextReplayInput::verdict() const {
    if (m_readError)
        return m_readError;
    if (const auto& problem = m_reader.problem())
        return Error{ErrorCode::UnreadableInput, m_file.fileName(), *problem};
    return inputVerdict(m_reader, m_file.fileName());
}

} // namespace rillscope
