// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rfc3339.h"
#include "core/parse/SampleReader.h"
#include "tests/support/ManualClock.h"

#include <bit>
#include <charconv>
#include <random>
#include <string>

namespace rillscope::test {

/// All that a text held.
struct ParsedText {
    SampleBlock block;
    LineCounts counts;
};

/// Feeds `text` in pieces as `nextPiece` (a function of the bytes left) has them.
template <typename NextPiece>
ParsedText parseInPieces(std::string_view text, const ParseOptions& options, NextPiece nextPiece) {
    ManualClock clock;
    SampleReader reader(options, clock);
    ParsedText parsed;
    while (!text.empty()) {
        const std::size_t piece = nextPiece(text.size());
        reader.feed(text.substr(0, piece));
        text.remove_prefix(piece);
        while (reader.readLine(parsed.block)) {
        }
    }
    reader.finish();
    while (reader.readLine(parsed.block)) {
    }
    parsed.counts = reader.counts();
    return parsed;
}

inline ParsedText parseText(std::string_view text, const ParseOptions& options = {}) {
    return parseInPieces(text, options, [](std::size_t left) { return left; });
}

/// "channel time value", one sample after another: "sensor-1 1970-01-01T00:00:01Z 21.5; …".
inline std::string describe(const SampleBlock& block) {
    std::string text;
    for (qsizetype i = 0; i < block.size(); ++i) {
        const Sample sample = block.at(i);
        std::array<char, 40> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), sample.value);
        text += text.empty() ? "" : "; ";
        text += block.channels.at(sample.channel).name.toStdString() + ' ';
        text += formatRfc3339(sample.eventTime) + ' ' + std::string(digits.data(), end.ptr);
        if (sample.quality)
            text += ' ' + qualityName(sample.quality);
    }
    return text;
}

/// "name unit", one channel after another: "sensor-1 °C, humidity".
inline std::string describeChannels(const SampleBlock& block) {
    QStringList texts;
    for (const ChannelInfo& info : block.channels)
        texts += QString(info.name + u' ' + unitSymbol(info.unit)).trimmed();
    return texts.join(QStringLiteral(", ")).toStdString();
}

inline std::string describeNotices(const SampleBlock& block) {
    std::string text;
    for (const InputNotice& notice : block.notices)
        text += std::to_string(notice.line) + (notice.kind == InputNotice::Kind::Remark ? "! " : ": ") +
                notice.reason.english().toStdString() + '\n';
    return text;
}

inline bool isSameValue(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

inline bool isSame(const SampleBlock& a, const SampleBlock& b) {
    return a.channels == b.channels && a.channel == b.channel && a.eventTime == b.eventTime &&
           a.quality == b.quality && a.malformedCount == b.malformedCount &&
           describeNotices(a) == describeNotices(b) &&
           std::equal(a.value.begin(), a.value.end(), b.value.begin(), b.value.end(), isSameValue);
}

} // namespace rillscope::test
