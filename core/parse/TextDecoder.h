// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/Parsed.h"
#include "core/parse/TextEncoding.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace rillscope {

/// Bytes as they come to bytes that a LineSplitter understands: gzip is unpacked, UTF-16 becomes UTF-8, and
/// everything else goes through as it is, for the lines of 8-bit encodings are decoded one by one. It decides
/// on the first bytes, which it keeps until there are enough of them. Thread: one.
class TextDecoder {
public:
    TextDecoder();
    ~TextDecoder();
    TextDecoder(TextDecoder&&) noexcept;
    TextDecoder& operator=(TextDecoder&&) noexcept;

    /// The bytes ready to be split into lines; valid until the next call.
    std::string_view decode(std::string_view bytes);
    /// No more bytes will come: what is still kept.
    std::string_view finish();

    /// Bytes that were handed in and not yet handed out.
    std::size_t bytesKept() const { return m_start.size(); }
    TextEncoding encoding() const { return m_encoding; }
    bool isCompressed() const { return m_inflater != nullptr; }
    /// Why the compressed bytes cannot be unpacked; they end there.
    const std::optional<Message>& problem() const { return m_problem; }

private:
    struct Inflater;

    std::string_view start();
    std::string_view pass(std::string_view bytes);
    std::string_view toText(std::string_view bytes);
    void inflateInto(std::string& unpacked, std::string_view bytes);

    std::string m_start; ///< until it is known what they are
    bool m_isDecided = false;
    bool m_isUnpacked = false; ///< the compressed data have come to their end
    std::unique_ptr<Inflater> m_inflater;
    bool m_isEncodingKnown = false;
    TextEncoding m_encoding = TextEncoding::Utf8;
    std::optional<Utf16Decoder> m_utf16;
    std::string m_unpacked;
    std::string m_text;
    std::optional<Message> m_problem;
};

} // namespace rillscope
