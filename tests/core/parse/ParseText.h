// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rfc3339.h"
#include "core/parse/FormatFinder.h"
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
    std::optional<TextQuestion> question;
};

/// How many lines there are in a text of any encoding, however they end.
inline qint64 countLines(std::string_view bytes) {
    TextDecoder decoder;
    LineSplitter splitter;
    splitter.feed(decoder.decode(bytes));
    splitter.feed(decoder.finish());
    splitter.finish();
    qint64 count = 0;
    while (splitter.next())
        ++count;
    return count;
}

/// Feeds `text` in pieces as `nextPiece` (a function of the bytes left) has them.
template <typename NextPiece>
ParsedText parseInPieces(std::string_view text, const TextOptions& options, NextPiece nextPiece) {
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
    parsed.question = reader.question();
    return parsed;
}

inline ParsedText parseText(std::string_view text, const TextOptions& options = {}) {
    return parseInPieces(text, options, [](std::size_t left) { return left; });
}

/// What a text held as a file, or the question that it leaves.
struct ParsedFile {
    SampleBlock block;
    LineCounts counts;
    LeftOutCounts leftOut;
    std::optional<TextQuestion> question;
};

inline ParsedFile parseFile(std::string_view text, TextOptions options = {}) {
    options.isLive = false;
    ManualClock clock;
    ParsedFile parsed;
    FormatFinder finder(options);
    finder.feed(text);
    const auto format = finder.finish();
    if (!format) {
        parsed.question = format.error();
        return parsed;
    }
    SampleReader reader(options, clock);
    reader.setFormat(*format);
    reader.feed(text);
    reader.finish();
    while (reader.readLine(parsed.block)) {
    }
    parsed.counts = reader.counts();
    parsed.leftOut = parsed.block.leftOut;
    return parsed;
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

/// "name unit", one channel after another: "sensor-1 °C, humidity %".
inline std::string describeChannels(const SampleBlock& block) {
    QStringList texts;
    for (const ChannelInfo& info : block.channels)
        texts += QString(info.name + u' ' + unitSymbol(info.unit) + info.unitText).trimmed();
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
