// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/LineSplitter.h"

#include <algorithm>

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
    m_mayHoldCr = (m_mayHoldCr && !m_buffer.empty()) || bytes.find('\r') != std::string_view::npos;
    m_buffer.append(bytes);
}

/// Where a line ends in [from, to), by LF or by CR alone; `to` if it does not. A CR that stands last may
/// belong to a LF that has not come.
LineSplitter::End LineSplitter::findEnd(std::size_t from) const {
    const std::string_view buffer = m_buffer;
    const std::size_t lineFeed = buffer.find('\n', from);
    if (!m_mayHoldCr)
        return lineFeed == std::string_view::npos ? End{} : End{lineFeed, lineFeed + 1};
    const std::size_t limit = std::min(lineFeed, buffer.size());
    for (std::size_t cr = buffer.substr(0, limit).find('\r', from); cr != std::string_view::npos;
         cr = buffer.substr(0, limit).find('\r', cr + 1)) {
        // Several CRs before a LF are an end of line that was converted twice.
        const std::size_t next = buffer.find_first_not_of('\r', cr);
        if (next == lineFeed && lineFeed != std::string_view::npos)
            break;
        if (next == std::string_view::npos && !m_isFinished)
            return {};
        return {cr, cr + 1};
    }
    return lineFeed == std::string_view::npos ? End{} : End{lineFeed, lineFeed + 1};
}

std::optional<LineSplitter::Line> LineSplitter::next() {
    while (m_scanned < m_buffer.size() || m_isFinished) {
        const End end = findEnd(m_scanned);
        if (end.next == 0)
            return takeUnended();
        if (!m_isSkipping)
            return take(end.position - m_begin, end.next - m_begin);
        drop(end.next - m_begin);
        m_isSkipping = false;
    }
    return std::nullopt;
}

std::optional<LineSplitter::Line> LineSplitter::takeUnended() {
    // A CR at the end is looked at again when more has come.
    m_scanned = m_buffer.size();
    while (!m_isFinished && m_scanned > m_begin && m_buffer[m_scanned - 1] == '\r')
        --m_scanned;
    const std::size_t pending = m_buffer.size() - m_begin;
    if (m_isSkipping) {
        drop(m_scanned - m_begin);
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
    Line line{std::string_view(m_buffer).substr(m_begin, length), ++m_lineNumber, false,
              static_cast<qint64>(lengthWithEnd)};
    drop(lengthWithEnd);
    while (line.text.ends_with('\r'))
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
