// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/replay/TextReplayInput.h"

#include "core/base/Message.h"
#include "core/source/InputVerdict.h"

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

constexpr std::size_t chunkBytes = 64 * 1'024;
constexpr qint64 hopelessBytes = 8 * 1'024 * 1'024;

} // namespace

TextReplayInput::TextReplayInput(const QString& path, const ParseOptions& options, const Clock& clock)
    : m_reader(options, clock), m_file(path) {}

std::optional<Error> TextReplayInput::open() {
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) // it has gone this moment
        return Error{
            ErrorCode::FileUnreadable, m_file.fileName(),
            Message(QT_TRANSLATE_NOOP("Message", "the file cannot be opened (%1)"), m_file.errorString())};
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
    return m_readError ? m_readError : inputVerdict(m_reader, m_file.fileName());
}

} // namespace rillscope
