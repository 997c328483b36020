// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <string>
#include <string_view>

namespace rillscope {

/// Bytes in, lines out: LF, CRLF and CR alone, a UTF-8 byte order mark at the start skipped, a last line
/// without an end counted. How the bytes are cut into pieces makes no difference. Thread: one. Memory: one
/// line and one piece. Errors: a line over maxLineBytes comes out once, empty and marked, and its rest is
/// skipped.
class LineSplitter {
public:
    static constexpr std::size_t maxLineBytes = 65'536; ///< without line end and byte order mark

    struct Line {
        std::string_view text; ///< valid until the next feed()
        qint64 number = 0;     ///< counted from 1
        bool isTooLong = false;
        qint64 bytes = 0; ///< in the input, its end included
    };

    void feed(std::string_view bytes);
    /// No more bytes will come: what is left is the last line.
    void finish() { m_isFinished = true; }
    /// The next complete line, or nothing until more is fed.
    std::optional<Line> next();

    /// The number of the line of which only the beginning is there, when next() has nothing; none between
    /// lines.
    std::optional<qint64> openLine() const {
        return m_begin < m_buffer.size() && !m_isSkipping ? std::optional(m_lineNumber + 1) : std::nullopt;
    }

    /// Bytes that were fed and belong to no line yet that next() has handed out.
    qint64 bytesPending() const { return static_cast<qint64>(m_buffer.size() - m_begin); }
    /// Bytes of the lines handed out so far, their ends included.
    qint64 bytesConsumed() const { return m_bytesConsumed; }

private:
    struct End {
        std::size_t position = 0; ///< of the end of the line
        std::size_t next = 0;     ///< where the next line begins; 0: there is no end yet
    };

    End findEnd(std::size_t from) const;
    Line take(std::size_t length, std::size_t lengthWithEnd);
    std::optional<Line> takeUnended();
    void drop(std::size_t length);

    std::string m_buffer;
    std::size_t m_begin = 0;   ///< where the pending line begins in m_buffer
    std::size_t m_scanned = 0; ///< up to here the pending line is known to hold no end
    bool m_mayHoldCr = false;  ///< m_buffer; most texts hold none, and are not searched for one
    qint64 m_lineNumber = 0;
    qint64 m_bytesConsumed = 0;
    bool m_isSkipping = false; ///< within the rest of a line that was too long
    bool m_isFinished = false;
};

} // namespace rillscope
