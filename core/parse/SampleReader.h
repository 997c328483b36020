// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/LineSplitter.h"
#include "core/parse/RecordParser.h"
#include "core/parse/TextDecoder.h"

namespace rillscope {

/// Bytes in, samples out: a TextDecoder, a LineSplitter and a RecordParser in a row, as every source of text
/// needs them. Thread: one. Memory: one piece of bytes, and the lines that are held until the format is
/// known.
class SampleReader {
public:
    SampleReader(const TextOptions& options, const Clock& clock) : m_parser(options, clock) {}

    void setFormat(const TextFormat& format) { m_parser.setFormat(format); }

    void feed(std::string_view bytes) { m_splitter.feed(m_decoder.decode(bytes)); }
    void finish() {
        m_splitter.feed(m_decoder.finish());
        m_splitter.finish();
        m_isFinished = true;
    }
    /// What is fed from now on is another file of the same stream: see RecordParser::beginFile().
    /// Precondition: all lines have been read.
    void beginFile() {
        m_decoder = TextDecoder();
        m_splitter = LineSplitter();
        m_isFinished = false;
        m_parser.beginFile();
    }
    /// Counts a line whose end will not come as malformed. Precondition: all complete lines have been read.
    void dropOpenLine(const Message& reason, SampleBlock& block) {
        if (const auto number = m_splitter.openLine())
            m_parser.refuse(*number, reason, block);
    }

    /// Appends what the next line holds to `block`; false when there is no line that can be read yet.
    bool readLine(SampleBlock& block) {
        while (!m_parser.readNext(block)) {
            const auto line = m_parser.question() ? std::nullopt : m_splitter.next();
            if (line && m_parser.isReady()) {
                m_parser.read(*line, block);
                return true;
            }
            if (line) {
                m_parser.add(*line);
            } else if ((m_isFinished || m_mustDecide) && m_parser.isUndecided() && !m_parser.question()) {
                m_mustDecide = false;
                m_parser.decideNow(m_isFinished);
            } else {
                return m_isFinished && m_parser.finish(block);
            }
        }
        return true;
    }

    /// The next readLine() decides on the lines that have come so far; more may not come for a while.
    void decideNow() { m_mustDecide = true; }
    /// Counts lines that were read and not understood yet; to be called when no more will be read.
    bool giveUp(SampleBlock& block) { return m_parser.finish(block); }
    bool isUndecided() const { return m_parser.isUndecided(); }
    /// Why the bytes could not be read to their end.
    const std::optional<Message>& problem() const { return m_decoder.problem(); }
    const std::optional<TextQuestion>& question() const { return m_parser.question(); }

    qint64 bytesPending() const {
        return m_splitter.bytesPending() + m_parser.bytesHeld() + static_cast<qint64>(m_decoder.bytesKept());
    }
    qint64 bytesConsumed() const { return m_splitter.bytesConsumed(); }
    bool hasEventTime() const { return m_parser.hasEventTime(); }
    const LineCounts& counts() const { return m_parser.counts(); }
    const std::optional<InputNotice>& firstMalformed() const { return m_parser.firstMalformed(); }

private:
    TextDecoder m_decoder;
    LineSplitter m_splitter;
    RecordParser m_parser;
    bool m_isFinished = false;
    bool m_mustDecide = false;
};

} // namespace rillscope
