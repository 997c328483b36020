// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/SampleBlock.h"
#include "core/parse/ArrivalTimes.h"
#include "core/parse/ChannelTable.h"
#include "core/parse/FieldReader.h"
#include "core/parse/LineReader.h"
#include "core/parse/LineSplitter.h"
#include "core/parse/TableReader.h"
#include "core/parse/TextEncoding.h"
#include "core/parse/TextSniffer.h"

#include <deque>

namespace rillscope {

/// Each line is exactly one of these: lines = accepted + malformed + ignored.
struct LineCounts {
    qint64 accepted = 0;  ///< held at least one sample
    qint64 malformed = 0; ///< not readable as a whole; each has its reason
    qint64 ignored = 0;   ///< blank, a comment, a header, text before a table, a row without values
};

/// Lines in, samples out, after a TextFormat: one that is given, or the one that the first lines show. Until
/// then the lines are held. Lines that do not fit are held as well; several of them in a row decide anew, so
/// that a device that begins to send something else is understood. Values without a time get the time of
/// arrival, no two lines the same; those of a recording never do.
/// Thread: one.
/// Errors: none stops it but a question that only a person can answer; what cannot be read is counted and
/// noticed in the block.
class RecordParser {
public:
    /// Notices beyond these are left out of a block; its malformedCount is exact all the same.
    static constexpr qsizetype maxNoticesPerBlock = 20;
    /// The first lines, on which the format is decided.
    static constexpr std::size_t firstLines = 32;
    /// Lines that may be held while it is open whether the day or the month comes first.
    static constexpr std::size_t mostHeld = 2'000;
    /// So many lines in a row that do not fit decide anew.
    static constexpr std::size_t mostStrange = 3;

    RecordParser(const TextOptions& options, const Clock& clock);

    /// The text is read after this format from its first line on.
    void setFormat(const TextFormat& format) { obey(format); }

    /// Whether a line may go to read(), rather than to add().
    bool isReady() const { return m_format && m_held.empty() && !m_isAtFileBegin; }
    /// Appends to `block` what the line holds. Precondition: isReady().
    void read(const LineSplitter::Line& line, SampleBlock& block);
    /// Takes a line. What it holds comes with readNext(), perhaps only after further lines.
    void add(const LineSplitter::Line& line);
    /// Appends to `block` what the next line holds; false when no line can be read yet.
    bool readNext(SampleBlock& block);
    /// No line will come for a while, or none at all: decides on what there is.
    void decideNow(bool isComplete);
    /// No line will come: gives up what is open. Whether there was something.
    bool finish(SampleBlock& block);

    /// Counts a line that cannot be read for a reason of the caller's.
    void refuse(qint64 lineNumber, const Message& reason, SampleBlock& block) {
        addMalformed(lineNumber, reason, block);
    }
    /// The next line is the first of another file of the same stream. Channels stay as they are; so does the
    /// format of a table, if the first line repeats its header or can be read as a row of it. Else it is
    /// found anew.
    void beginFile();

    /// What a person must decide before anything can be read.
    const std::optional<TextQuestion>& question() const { return m_question; }
    /// Whether lines are held because the format is not known yet.
    bool isUndecided() const { return !m_format && !m_held.empty(); }
    /// Bytes of the lines that were added and not read.
    qint64 bytesHeld() const { return m_bytesHeld; }

    /// Whether the samples read last brought their event time, rather than getting that of their arrival.
    bool hasEventTime() const { return m_record.time.has_value(); }
    const LineCounts& counts() const { return m_counts; }
    /// The first malformed line, for the message when nothing at all can be read.
    const std::optional<InputNotice>& firstMalformed() const { return m_firstMalformed; }

private:
    struct Held {
        std::string text;
        qint64 number = 0;
        qint64 bytes = 0;
        Message reason; ///< why it cannot be read, if that is known by itself
    };

    void obey(const TextFormat& format);
    bool decide(bool isComplete);
    void readLine(std::string_view text, qint64 number, SampleBlock& block);
    void tellDecisions(qint64 number, SampleBlock& block);
    Parsed<void> readTable(std::string_view line, SampleBlock& block, qint64 number);
    Parsed<void> readLines(std::string_view line, SampleBlock& block, qint64 number);
    Parsed<void> readRecords(SampleBlock& block, qint64 number);
    bool continuesTable();
    void holdStrange(std::string_view text, qint64 number, const Message& reason, SampleBlock& block);
    void giveUpFirstStrange(SampleBlock& block);
    void giveUpStrange(SampleBlock& block) {
        while (!m_strange.empty())
            giveUpFirstStrange(block);
    }
    Parsed<void> commit(qint64 number, SampleBlock& block);
    Parsed<void> placeInTime();
    void addMalformed(qint64 number, const Message& reason, SampleBlock& block);

    TextOptions m_options;
    ArrivalTimes m_arrivals;
    std::optional<TextFormat> m_format;
    std::optional<TableReader> m_table;
    LineReader m_lines;
    FieldReader m_fields;
    std::deque<Held> m_held;    ///< not read yet
    std::deque<Held> m_strange; ///< read, and nothing was made of them
    int m_failures = 0;         ///< to decide anew
    int m_patience = 0;         ///< lines until the next try
    qint64 m_bytesHeld = 0;
    std::size_t m_linesBefore = 0; ///< that are passed over
    bool m_isAtFileBegin = false;
    bool m_isStrange = false; ///< the line read last
    qint64 m_lineBytes = 0;   ///< of the line read last, its end included
    qint64 m_lastNumber = 0;  ///< of the line read last
    std::optional<TextQuestion> m_question;
    std::optional<TextEncoding> m_encoding; ///< of the lines that are not UTF-8
    QList<Message> m_decisions;             ///< not told yet
    ChannelTable m_channels;
    Record m_record;
    std::vector<ChannelIndex> m_indices;
    qint64 m_rows = 0; ///< that got their time by start and interval
    LineCounts m_counts;
    LeftOutCounts m_leftOut; ///< not told yet
    std::optional<InputNotice> m_firstMalformed;
};

} // namespace rillscope
