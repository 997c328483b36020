// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/LineSplitter.h"

#include <cstring>

namespace rillscope {
namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

// A pending line this long is too long whatever follows: a byte order mark and a CR do not count.
constexpr std::size_t hopelessBytes = LineSplitter::maxLineBytes + byteOrderMark.size() + 1;

} // namespace

void LineSplitter::feed(std::string_view bytes) {
    m_buffer.erase(0, m_begin);
    m_scanned -= m_begin;
    m_begin = 0;
    m_buffer.append(bytes);
}

std::optional<LineSplitter::Line> LineSplitter::next() {
    while (m_scanned < m_buffer.size() || m_isFinished) {
        const char* from = m_buffer.data() + m_scanned;
        const void* end = std::memchr(from, '\n', m_buffer.size() - m_scanned);
        if (!end)
            return takeUnended();
        const auto length =
            static_cast<std::size_t>(static_cast<const char*>(end) - m_buffer.data()) - m_begin;
        if (!m_isSkipping)
            return take(length, length + 1);
        drop(length + 1);
        m_isSkipping = false;
    }
    return std::nullopt;
}

std::optional<LineSplitter::Line> LineSplitter::takeUnended() {
    m_scanned = m_buffer.size();
    const std::size_t pending = m_buffer.size() - m_begin;
    if (m_isSkipping) {
        drop(pending);
        return std::nullopt;
    }
    if (pending > hopelessBytes) {
        m_isSkipping = true;
        return take(pending, pending);
    }
    if (m_isFinished && pending > 0)
        return take(pending, pending);
    return std::nullopt;
}

LineSplitter::Line LineSplitter::take(std::size_t length, std::size_t lengthWithEnd) {
    Line line{std::string_view(m_buffer).substr(m_begin, length), ++m_lineNumber, false};
    drop(lengthWithEnd);
    if (line.text.ends_with('\r'))
        line.text.remove_suffix(1);
    if (line.number == 1 && line.text.starts_with(byteOrderMark))
        line.text.remove_prefix(byteOrderMark.size());
    if (line.text.size() > maxLineBytes) {
        line.text = {};
        line.isTooLong = true;
    }
    return line;
}

void LineSplitter::drop(std::size_t length) {
    m_begin += length;
    m_scanned = m_begin;
    m_bytesConsumed += static_cast<qint64>(length);
}

} // namespace rillscope
