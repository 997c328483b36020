// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/TextEncoding.h"

#include <QByteArrayView>

#include <iconv.h>

#include <array>
#include <optional>

namespace rillscope {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// The characters of Windows-1252 from 0x80 to 0x9F; 0: none.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void appendUtf8(std::string& text, char32_t character) {
    const auto put = [&text](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xC0U | character >> 6U);
        put(0x80U | (character & 0x3FU));
    } else if (character < 0x10000) {
        put(0xE0U | character >> 12U);
        put(0x80U | (character >> 6U & 0x3FU));
        put(0x80U | (character & 0x3FU));
    } else {
        put(0xF0U | character >> 18U);
        put(0x80U | (character >> 12U & 0x3FU));
        put(0x80U | (character >> 6U & 0x3FU));
        put(0x80U | (character & 0x3FU));
    }
}

std::string windowsToUtf8(std::string_view line) {
    std::string text;
    for (const char character : line) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x80 || byte >= 0xA0)
            appendUtf8(text, byte);
        else
            appendUtf8(text, windows1252[byte - 0x80U] == 0 ? replacement : windows1252[byte - 0x80U]);
    }
    return text;
}

/// Nothing when a byte has no character.
std::optional<std::string> chineseToUtf8(std::string_view line) {
    const iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (converter == reinterpret_cast<iconv_t>(-1))
        return std::nullopt;
    std::string input(line);
    std::string output(line.size() * 4 + 4, '\0');
    char* from = input.data();
    char* to = output.data();
    std::size_t fromLeft = input.size();
    std::size_t toLeft = output.size();
    const std::size_t result = iconv(converter, &from, &fromLeft, &to, &toLeft);
    iconv_close(converter);
    if (result == static_cast<std::size_t>(-1))
        return std::nullopt;
    output.resize(output.size() - toLeft);
    return output;
}

/// Whether each pair of high bytes is one of the 6,763 characters and the signs that GB2312 has: everyday
/// Chinese. In Western text two letters with accents seldom follow each other.
bool isEverydayChinese(std::string_view line) {
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto lead = static_cast<unsigned char>(line[i]);
        if (lead < 0x80)
            continue;
        const auto trail = static_cast<unsigned char>(i + 1 < line.size() ? line[i + 1] : '\0');
        const bool isPair = lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1 && trail <= 0xFE;
        if (!isPair)
            return false;
        ++pairs;
        ++i;
    }
    return pairs > 0;
}

} // namespace

std::string_view encodingName(TextEncoding encoding) {
    constexpr std::array<std::string_view, 5> names{"UTF-8", "UTF-16 (little-endian)", "UTF-16 (big-endian)",
                                                    "Windows-1252", "GB18030"};
    return names[static_cast<std::size_t>(encoding)];
}

TextEncoding encodingOfStart(std::string_view bytes) {
    if (bytes.starts_with("\xff\xfe"))
        return TextEncoding::Utf16LittleEndian;
    if (bytes.starts_with("\xfe\xff"))
        return TextEncoding::Utf16BigEndian;
    constexpr std::size_t enough = 16;
    constexpr std::size_t most = 512;
    bytes = bytes.substr(0, most);
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        nuls[i % 2] += bytes[i] == '\0' ? 1 : 0;
    const std::size_t half = bytes.size() / 2;
    if (bytes.size() < enough || nuls[0] + nuls[1] > bytes.size() * 6 / 10)
        return TextEncoding::Utf8;
    if (nuls[1] * 10 > half * 8 && nuls[0] == 0)
        return TextEncoding::Utf16LittleEndian;
    return nuls[0] * 10 > half * 8 && nuls[1] == 0 ? TextEncoding::Utf16BigEndian : TextEncoding::Utf8;
}

TextEncoding encodingOfLine(std::string_view line) {
    return isEverydayChinese(line) && chineseToUtf8(line) ? TextEncoding::Gb18030 : TextEncoding::Windows1252;
}

std::string lineToUtf8(std::string_view line, TextEncoding encoding) {
    if (encoding == TextEncoding::Gb18030) {
        if (auto text = chineseToUtf8(line))
            return *text;
    }
    return windowsToUtf8(line);
}

bool isPlainAscii(std::string_view text) {
    unsigned char others = 0; // without a branch in the loop the compiler takes many bytes at once
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        others |= static_cast<unsigned char>(byte >= 0x80 || byte == 0 || byte == 0x1b);
    }
    return others == 0;
}

bool isValidUtf8(std::string_view text) {
    return QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
}

void Utf16Decoder::decode(std::string_view bytes, std::string& text) {
    for (const char byte : bytes) {
        m_rest += byte;
        if (m_rest.size() < 2)
            continue;
        const auto first = static_cast<unsigned char>(m_rest[0]);
        const auto second = static_cast<unsigned char>(m_rest[1]);
        m_rest.clear();
        add(static_cast<char16_t>(m_isBigEndian ? first << 8U | second : second << 8U | first), text);
    }
}

void Utf16Decoder::add(char16_t unit, std::string& text) {
    const bool isHigh = unit >= 0xD800 && unit < 0xDC00;
    const bool isLow = unit >= 0xDC00 && unit < 0xE000;
    if (m_surrogate != 0) {
        if (isLow)
            appendUtf8(text, 0x10000U + ((m_surrogate - 0xD800U) << 10U) + (unit - 0xDC00U));
        else
            appendUtf8(text, replacement);
        m_surrogate = 0;
        if (isLow)
            return;
    }
    if (isHigh)
        m_surrogate = unit;
    else
        appendUtf8(text, isLow ? replacement : unit);
}

} // namespace rillscope
