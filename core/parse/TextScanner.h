// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rillscope {

/// Walks through a short text, piece by piece. Thread: one.
class TextScanner {
public:
    explicit TextScanner(std::string_view text) : m_rest(text) {}

    bool isAtEnd() const { return m_rest.empty(); }
    std::string_view rest() const { return m_rest; }
    char peek(std::size_t ahead = 0) const { return ahead < m_rest.size() ? m_rest[ahead] : '\0'; }
    void skip(std::size_t count = 1) { m_rest.remove_prefix(count < m_rest.size() ? count : m_rest.size()); }

    bool take(std::string_view text) {
        if (!m_rest.starts_with(text))
            return false;
        skip(text.size());
        return true;
    }
    bool takeOneOf(std::string_view characters) {
        if (isAtEnd() || characters.find(m_rest.front()) == std::string_view::npos)
            return false;
        skip();
        return true;
    }
    void skipBlanks() {
        while (takeOneOf(" \t")) {
        }
    }

    static bool isDigit(char character) { return character >= '0' && character <= '9'; }
    static bool isLetter(char character) {
        return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') ||
               static_cast<unsigned char>(character) >= 0x80;
    }
    std::size_t digitsAhead(std::size_t from = 0) const {
        std::size_t count = 0;
        while (isDigit(peek(from + count)))
            ++count;
        return count;
    }
    std::string_view letters() {
        std::size_t count = 0;
        while (isLetter(peek(count)))
            ++count;
        const std::string_view word = m_rest.substr(0, count);
        skip(count);
        return word;
    }
    /// Precondition: so many digits are ahead, at most 18.
    std::int64_t number(std::size_t digits) {
        std::int64_t value = 0;
        for (std::size_t i = 0; i < digits; ++i)
            value = value * 10 + (m_rest[i] - '0');
        skip(digits);
        return value;
    }

private:
    std::string_view m_rest;
};

} // namespace rillscope
