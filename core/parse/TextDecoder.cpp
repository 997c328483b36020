// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/TextDecoder.h"

#include <zlib.h>

#include <array>
#include <utility>

namespace rillscope {
namespace {

constexpr std::string_view gzipMagic = "\x1f\x8b";

/// Whether more bytes are needed to know what these begin: a byte order mark, the magic number of gzip, or
/// the pattern of UTF-16. Text that has a line end or a plain beginning needs none.
bool mayBeSpecial(std::string_view bytes) {
    constexpr std::size_t enough = 64;
    const auto first = static_cast<unsigned char>(bytes.front());
    const bool hasNul = bytes.substr(0, 2).find('\0') != std::string_view::npos;
    const bool isMark = first == 0xff || first == 0xfe || first == 0x1f;
    return (isMark && bytes.size() < 2) || (bytes.size() == 1 && first == 0) ||
           (hasNul && bytes.size() < enough);
}

} // namespace

struct TextDecoder::Inflater {
    Inflater() { isOpen = inflateInit2(&stream, 15 + 16) == Z_OK; } // 16: gzip
    ~Inflater() {
        if (isOpen)
            inflateEnd(&stream);
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    z_stream stream{};
    bool isOpen = false;
};

TextDecoder::TextDecoder() = default;
TextDecoder::~TextDecoder() = default;
TextDecoder::TextDecoder(TextDecoder&&) noexcept = default;
TextDecoder& TextDecoder::operator=(TextDecoder&&) noexcept = default;

std::string_view TextDecoder::decode(std::string_view bytes) {
    if (m_isDecided)
        return pass(bytes);
    m_start += bytes;
    return m_start.empty() || mayBeSpecial(m_start) ? std::string_view() : start();
}

std::string_view TextDecoder::finish() {
    const std::string_view text = m_isDecided || m_start.empty() ? std::string_view() : start();
    if (m_inflater && !m_isUnpacked && !m_problem)
        m_problem = Message(QT_TRANSLATE_NOOP("Message", "the compressed data (gzip) end too early"));
    return text;
}

std::string_view TextDecoder::start() {
    m_isDecided = true;
    if (m_start.starts_with(gzipMagic))
        m_inflater = std::make_unique<Inflater>();
    const std::string bytes = std::exchange(m_start, {});
    const std::string_view text = pass(bytes);
    if (text.data() == bytes.data()) {
        m_text.assign(text);
        return m_text;
    }
    return text;
}

std::string_view TextDecoder::pass(std::string_view bytes) {
    if (!m_inflater)
        return toText(bytes);
    m_unpacked.clear();
    inflateInto(m_unpacked, bytes);
    return toText(m_unpacked);
}

std::string_view TextDecoder::toText(std::string_view bytes) {
    if (!m_isEncodingKnown && !bytes.empty()) {
        m_isEncodingKnown = true;
        m_encoding = encodingOfStart(bytes);
        if (m_encoding == TextEncoding::Utf16LittleEndian || m_encoding == TextEncoding::Utf16BigEndian)
            m_utf16.emplace(m_encoding);
    }
    if (!m_utf16)
        return bytes;
    m_text.clear();
    m_utf16->decode(bytes, m_text);
    return m_text;
}

void TextDecoder::inflateInto(std::string& unpacked, std::string_view bytes) {
    if (m_problem || bytes.empty())
        return;
    z_stream& stream = m_inflater->stream;
    std::string input(bytes);
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    std::array<char, 65'536> output;
    do {
        stream.next_out = reinterpret_cast<Bytef*>(output.data());
        stream.avail_out = static_cast<uInt>(output.size());
        const int result = m_inflater->isOpen ? inflate(&stream, Z_NO_FLUSH) : Z_MEM_ERROR;
        unpacked.append(output.data(), output.size() - stream.avail_out);
        m_isUnpacked = result == Z_STREAM_END;
        if (result == Z_STREAM_END && stream.avail_in > 0 && inflateReset(&stream) == Z_OK)
            continue; // another file behind the first, as gzip allows
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
            m_problem = Message(QT_TRANSLATE_NOOP("Message", "the compressed data (gzip) are damaged"));
            return;
        }
    } while (stream.avail_out == 0 || stream.avail_in > 0);
}

} // namespace rillscope
