// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/DurationText.h"
#include "core/parse/FormatFinder.h"
#include "core/parse/SampleReader.h"
#include "core/source/SourceUri.h"
#include "tests/fuzz/Require.h"
#include "tests/support/ManualClock.h"

#include <cstdint>

using namespace rillscope;

namespace {

struct ReadText {
    SampleBlock block;
    LineCounts counts;
    bool isAsked = false;
};

/// The samples of a text that comes in pieces of a size; 0: all at once.
ReadText readText(std::string_view text, std::size_t pieceSize) {
    test::ManualClock clock;
    SampleReader reader({}, clock);
    ReadText read;
    while (!text.empty()) {
        const std::string_view piece = text.substr(0, pieceSize == 0 ? text.size() : pieceSize);
        text.remove_prefix(piece.size());
        reader.feed(piece);
        while (reader.readLine(read.block)) {
        }
    }
    reader.finish();
    while (reader.readLine(read.block)) {
    }
    read.counts = reader.counts();
    read.isAsked = reader.question().has_value();
    return read;
}

qint64 countLines(std::string_view bytes) {
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

/// A file has a format or leaves a question, and can be read after the format.
void requireFormat(std::string_view text) {
    TextOptions options;
    options.isLive = false;
    FormatFinder finder(options);
    finder.feed(text);
    const auto format = finder.finish();
    RILLSCOPE_REQUIRE(format || !format.error().text.isEmpty());
    if (!format)
        return;
    test::ManualClock clock;
    SampleReader reader(options, clock);
    reader.setFormat(*format);
    reader.feed(text);
    reader.finish();
    SampleBlock block;
    while (reader.readLine(block)) {
    }
    RILLSCOPE_REQUIRE(block.size() >= reader.counts().accepted);
}

/// However the bytes are cut, each line is accepted, malformed or ignored, and gives the same samples.
void requireSamples(std::string_view text, std::size_t pieceSize) {
    const ReadText whole = readText(text, 0);
    const ReadText pieces = readText(text, pieceSize);
    RILLSCOPE_REQUIRE(whole.isAsked == pieces.isAsked);
    const qint64 lines = countLines(text);
    RILLSCOPE_REQUIRE(whole.isAsked ||
                      whole.counts.accepted + whole.counts.malformed + whole.counts.ignored == lines);
    RILLSCOPE_REQUIRE(whole.counts.malformed == whole.block.malformedCount);
    RILLSCOPE_REQUIRE(whole.block.eventTime == pieces.block.eventTime);
    RILLSCOPE_REQUIRE(whole.block.channel == pieces.block.channel);
    RILLSCOPE_REQUIRE(whole.block.channels == pieces.block.channels);
    RILLSCOPE_REQUIRE(whole.block.value.size() == pieces.block.value.size());
    for (const ChannelIndex channel : whole.block.channel)
        RILLSCOPE_REQUIRE(channel < whole.block.channels.size());
}

/// What is read is written in a way that reads back to the same.
void requireWords(std::string_view line) {
    const QString text = QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()));
    if (const auto duration = parseDuration(text))
        RILLSCOPE_REQUIRE(parseDuration(formatDuration(*duration)) == duration);
    if (const auto uri = SourceUri::parse(text)) {
        const auto again = SourceUri::parse(uri->shown().text());
        RILLSCOPE_REQUIRE(again && *again == *uri);
    }
}

} // namespace

/// Any bytes as what a sensor or a person sends. The first byte says how the rest is cut.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    requireSamples(text, 1 + data[0] % 16);
    requireFormat(text);
    requireWords(text.substr(0, text.find('\n')));
    return 0;
}
