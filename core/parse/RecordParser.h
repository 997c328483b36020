// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/model/SampleBlock.h"
#include "core/parse/ChannelTable.h"
#include "core/parse/CsvRowReader.h"
#include "core/parse/KeyedReader.h"
#include "core/parse/LineSplitter.h"

namespace rillscope {

struct ParseOptions {
    Unit unit = Unit::Celsius; ///< of values that come without one
};

/// Each line is exactly one of these: lines = accepted + malformed + ignored.
struct LineCounts {
    qint64 accepted = 0;  ///< held at least one sample
    qint64 malformed = 0; ///< not readable as a whole; each has its reason
    qint64 ignored = 0;   ///< blank, a comment (#), or a header
};

/// Lines in, samples out. What a line is, it shows itself: a JSON object, key=value pairs, a bare number
/// (while no CSV has come), a row of CSV after the format found from its first line. It is used as a whole or
/// not at all. Values without a time get the time of arrival, no two lines the same. Without a header, two
/// rows running with another number of columns change the format.
/// Thread: one.
/// Errors: none stops it; what cannot be read is counted and noticed in the block.
class RecordParser {
public:
    /// Notices beyond these are left out of a block; its malformedCount is exact all the same.
    static constexpr qsizetype maxNoticesPerBlock = 20;

    RecordParser(const ParseOptions& options, const Clock& clock);

    /// Appends to `block` what the line holds.
    void parse(const LineSplitter::Line& line, SampleBlock& block);
    /// Counts a line that cannot be read for a reason of the caller's.
    void refuse(qint64 lineNumber, const Message& reason, SampleBlock& block) {
        addMalformed(lineNumber, reason, block);
    }
    /// The next line is the first of another file of the same stream. Channels stay as they are; so does the
    /// format of CSV, if the first line repeats its header or can be read as a row of it. Else it is found
    /// anew.
    void beginFile() { m_isAtFileBegin = true; }

    /// Whether the samples read last brought their event time, rather than getting that of their arrival.
    bool hasEventTime() const { return m_record.time.has_value(); }
    const LineCounts& counts() const { return m_counts; }
    /// The first malformed line, for the message when nothing at all can be read.
    const std::optional<InputNotice>& firstMalformed() const { return m_firstMalformed; }

private:
    Parsed<void> readRecord(std::string_view line, qint64 number, SampleBlock& block);
    Parsed<void> readBare(const ParsedNumber& number);
    Parsed<void> readCsv(std::string_view line, qint64 number, SampleBlock& block);
    Parsed<void> startCsv(std::string_view line, qint64 number, SampleBlock& block);
    bool isNoHeaderOf(std::string_view line) const;
    bool continuesCsv(std::string_view line);
    bool readAnew(std::string_view line);
    Parsed<void> commit(qint64 number, SampleBlock& block);
    Timestamp arrivalTime();
    void addMalformed(qint64 number, const Message& reason, SampleBlock& block);

    ParseOptions m_options;
    const Clock& m_clock;
    TimestampParser m_times;
    KeyedReader m_keyed;
    std::optional<CsvRowReader> m_csv;
    std::optional<CsvRowReader> m_nextCsv; ///< after a row of another shape; a second such row makes it m_csv
    std::string m_header;                  ///< the line itself: a recorder that is restarted writes it again
    qint64 m_headerNumber = 0;
    bool m_isAtFileBegin = false;
    ChannelTable m_channels;
    Record m_record;
    std::vector<ChannelIndex> m_indices;
    std::optional<Timestamp> m_lastArrival;
    LineCounts m_counts;
    std::optional<InputNotice> m_firstMalformed;
};

} // namespace rillscope
