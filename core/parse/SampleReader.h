// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/LineSplitter.h"
#include "core/parse/RecordParser.h"

namespace rillscope {

/// Bytes in, samples out: a LineSplitter and a RecordParser in a row, as every source of text needs them.
/// Thread: one. Memory: one line and one piece of bytes.
class SampleReader {
public:
    SampleReader(const ParseOptions& options, const Clock& clock) : m_parser(options, clock) {}

    void feed(std::string_view bytes) { m_splitter.feed(bytes); }
    void finish() { m_splitter.finish(); }
    /// What is fed from now on is another file of the same stream: see RecordParser::beginFile().
    /// Precondition: all lines have been read.
    void beginFile() {
        m_splitter = LineSplitter();
        m_parser.beginFile();
    }
    /// Counts a line whose end will not come as malformed. Precondition: all complete lines have been read.
    void dropOpenLine(const Message& reason, SampleBlock& block) {
        if (const auto number = m_splitter.openLine())
            m_parser.refuse(*number, reason, block);
    }

    /// Appends what the next line holds to `block`; false when there is no complete line.
    bool readLine(SampleBlock& block) {
        const auto line = m_splitter.next();
        if (line)
            m_parser.parse(*line, block);
        return line.has_value();
    }

    qint64 bytesPending() const { return m_splitter.bytesPending(); }
    qint64 bytesConsumed() const { return m_splitter.bytesConsumed(); }
    bool hasEventTime() const { return m_parser.hasEventTime(); }
    const LineCounts& counts() const { return m_parser.counts(); }
    const std::optional<InputNotice>& firstMalformed() const { return m_parser.firstMalformed(); }

private:
    LineSplitter m_splitter;
    RecordParser m_parser;
};

} // namespace rillscope
