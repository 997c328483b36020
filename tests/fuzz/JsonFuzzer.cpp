// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/FlatJson.h"
#include "core/parse/JsonFields.h"
#include "core/parse/LineProtocol.h"
#include "core/parse/LineReader.h"
#include "core/parse/LiveText.h"
#include "core/parse/TextEncoding.h"
#include "tests/fuzz/Require.h"

#include <algorithm>

using namespace rillscope;

namespace {

/// The fast reader reads nothing that the full one reads in another way.
void requireFlat(std::string_view line) {
    TextFields flat;
    if (!isValidUtf8(line) || !readFlatJson(line, flat))
        return;
    const auto records = JsonFields().read(line);
    RILLSCOPE_REQUIRE(records && records->size() == 1);
    const std::vector<TextField>& fields = records->front().fields;
    RILLSCOPE_REQUIRE(std::equal(flat.fields.begin(), flat.fields.end(), fields.begin(), fields.end(),
                                 [](const TextField& a, const TextField& b) {
                                     return a.key == b.key && a.kind == b.kind && a.text == b.text &&
                                            a.number == b.number;
                                 }));
}

void requireBounds(const TextFields& record) {
    RILLSCOPE_REQUIRE(record.fields.size() <= JsonFields::maxFields + 1); // a topic stands before them
}

/// Lines that may go on in the next one.
void requireLines(std::string_view text) {
    LineReader reader;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (reader.isOpen() && !reader.mayContinue(line))
            reader.close();
        if (reader.read(line) == LineReader::Result::Records)
            std::for_each(reader.records().begin(), reader.records().end(), requireBounds);
    }
}

} // namespace

/// Any bytes as lines that say themselves what they hold.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string_view line = text.substr(0, text.find('\n'));
    requireFlat(line);
    requireLines(text);
    TextFields fields;
    (void)readLineProtocol(line, fields);
    (void)readExposition(line, fields);
    (void)readLiveText(line, fields);
    return 0;
}
