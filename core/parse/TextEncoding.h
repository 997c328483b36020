// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace rillscope {

/// How the characters of a text are written as bytes.
enum class TextEncoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252, Gb18030 };

/// "UTF-8", "Windows-1252", …, as people call them.
std::string_view encodingName(TextEncoding encoding);

/// What the first bytes say: a byte order mark, or the NUL bytes that UTF-16 leaves between Latin letters.
/// Utf8 for everything else: which 8-bit encoding it is, each line tells that is not valid UTF-8.
TextEncoding encodingOfStart(std::string_view bytes);

/// The 8-bit encoding of a line that is not valid UTF-8: GB18030 when it decodes without loss and its
/// characters are the usual Chinese ones, else Windows-1252.
TextEncoding encodingOfLine(std::string_view line);

/// Not for UTF-16. Bytes without a character become U+FFFD.
std::string lineToUtf8(std::string_view line, TextEncoding encoding);

/// Bytes of ASCII without NUL or ESC, which every encoding but UTF-16 reads alike, and nothing has to be
/// taken out of. Fast: nearly every line is such.
bool isPlainAscii(std::string_view text);
bool isValidUtf8(std::string_view text);

/// UTF-16 as it comes, piece by piece, to UTF-8. Thread: one.
class Utf16Decoder {
public:
    explicit Utf16Decoder(TextEncoding encoding) : m_isBigEndian(encoding == TextEncoding::Utf16BigEndian) {}

    /// Appends what the bytes hold to `text`; half a character waits for its other half.
    void decode(std::string_view bytes, std::string& text);

private:
    void add(char16_t unit, std::string& text);

    bool m_isBigEndian;
    std::string m_rest;       ///< one byte at most
    char16_t m_surrogate = 0; ///< the first half of a pair
};

} // namespace rillscope
