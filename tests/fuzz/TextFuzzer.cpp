// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/DurationText.h"
#include "core/base/Rfc3339.h"
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
    return read;
}

/// However the bytes are cut, each line is accepted, malformed or ignored, and gives the same samples.
void requireSamples(std::string_view text, std::size_t pieceSize) {
    const ReadText whole = readText(text, 0);
    const ReadText pieces = readText(text, pieceSize);
    const qint64 lines =
        std::count(text.begin(), text.end(), '\n') + (text.empty() || text.ends_with('\n') ? 0 : 1);
    RILLSCOPE_REQUIRE(whole.counts.accepted + whole.counts.malformed + whole.counts.ignored == lines);
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
    if (const auto time = parseRfc3339(line))
        RILLSCOPE_REQUIRE(parseRfc3339(formatRfc3339(*time)) == time);
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
    requireWords(text.substr(0, text.find('\n')));
    return 0;
}
