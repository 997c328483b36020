// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/RecordParser.h"

#include "core/base/Message.h"

#include <cmath>
#include <utility>

namespace rillscope {
namespace {

Parsed<void> checkBytes(const LineSplitter::Line& line) {
    if (line.isTooLong)
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "the line is longer than %1 KiB"),
                                  LineSplitter::maxLineBytes / 1'024));
    if (line.text.find('\0') != std::string_view::npos)
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "the line holds a NUL byte")));
    if (!QByteArrayView(line.text.data(), static_cast<qsizetype>(line.text.size())).isValidUtf8())
        return unreadable(Message(QT_TRANSLATE_NOOP("Message", "the line is not valid UTF-8")));
    return {};
}

void addRemark(qint64 line, const Message& reason, SampleBlock& block) {
    if (block.notices.size() < RecordParser::maxNoticesPerBlock)
        block.notices.append({InputNotice::Kind::Remark, line, reason});
}

} // namespace

RecordParser::RecordParser(const ParseOptions& options, const Clock& clock)
    : m_options(options), m_clock(clock), m_keyed(options.unit) {}

void RecordParser::parse(const LineSplitter::Line& line, SampleBlock& block) {
    if (const auto bytes = checkBytes(line); !bytes)
        return addMalformed(line.number, bytes.error(), block);
    const std::string_view text = trimmed(line.text);
    if (text.empty() || text.front() == '#') {
        ++m_counts.ignored;
        return;
    }
    m_record.clear();
    if (const auto read = readRecord(line.text, line.number, block); !read)
        addMalformed(line.number, read.error(), block);
}

/// CSV is read untrimmed: a leading tab may stand for an empty first cell.
Parsed<void> RecordParser::readRecord(std::string_view line, qint64 number, SampleBlock& block) {
    const std::string_view text = trimmed(line);
    const bool isJson = text.front() == '{';
    if (std::exchange(m_isAtFileBegin, false) && m_csv && !isJson && !continuesCsv(line)) {
        m_csv.reset();
        m_nextCsv.reset();
    }
    if (m_csv && !isJson)
        return readCsv(line, number, block);
    const ParsedNumber bare = parseNumber(text);
    Parsed<void> read;
    if (isJson)
        read = m_keyed.readJson(text, m_times, m_record);
    else if (bare.kind != ParsedNumber::Kind::NoNumber)
        read = readBare(bare);
    else if (KeyedReader::looksLikePairs(text))
        read = m_keyed.readPairs(text, m_times, m_record);
    else
        return startCsv(line, number, block);
    return read ? commit(number, block) : read;
}

Parsed<void> RecordParser::readBare(const ParsedNumber& number) {
    if (!number.isValue())
        return unreadable(
            Message(QT_TRANSLATE_NOOP("Message", "the number is beyond the range of a double")));
    m_record.measurements.push_back({std::string(defaultChannelName), m_options.unit, number.value, {}});
    return {};
}

Parsed<void> RecordParser::readCsv(std::string_view line, qint64 number, SampleBlock& block) {
    const auto row = m_csv->read(line, m_times, m_record);
    if (row) {
        m_nextCsv.reset();
        return commit(number, block);
    }
    if (line == m_header) {
        ++m_counts.ignored;
        return {};
    }
    if (isNoHeaderOf(line)) {
        m_csv.reset();
        --m_counts.ignored;
        addMalformed(m_headerNumber,
                     Message(QT_TRANSLATE_NOOP("Message", "%1 is neither data nor a header of what follows"),
                             excerpt(m_header)),
                     block);
        m_record.clear();
        return readRecord(line, number, block);
    }
    return readAnew(line) ? commit(number, block) : row;
}

/// Whether the first line of a file belongs to a table like that of the file before. One that makes no sense
/// at all says nothing about the rest.
bool RecordParser::continuesCsv(std::string_view line) {
    if (line == m_header)
        return true;
    const auto format = sniffCsv(line, m_options.unit);
    if (format && format->header == CsvFormat::Header::Known)
        return false;
    CsvRowReader trial = *m_csv;
    Record record;
    if (trial.read(line, m_times, record))
        return true;
    const std::string_view text = trimmed(line);
    return !format && !parseNumber(text).isValue() && !KeyedReader::looksLikePairs(text);
}

/// Whether the words taken for a header were none (a greeting of the device, say): nothing was read with
/// them, and `line`, which does not fit them, makes sense by itself.
bool RecordParser::isNoHeaderOf(std::string_view line) const {
    if (m_csv->isProven() || m_csv->format().header != CsvFormat::Header::Unknown)
        return false;
    const std::string_view text = trimmed(line);
    if (parseNumber(text).isValue() || KeyedReader::looksLikePairs(text))
        return true;
    const auto format = sniffCsv(line, m_options.unit);
    return format && (format->header != CsvFormat::Header::Unknown ||
                      format->columns.size() != m_csv->format().columns.size());
}

/// Without a header the format rests on one row, which may have been a fragment: who joins a stream joins it
/// in the middle of a line.
bool RecordParser::readAnew(std::string_view line) {
    if (m_csv->format().header != CsvFormat::Header::None)
        return false;
    m_record.clear();
    if (m_nextCsv && m_nextCsv->read(line, m_times, m_record)) {
        m_csv = std::move(m_nextCsv);
        m_nextCsv.reset();
        return true;
    }
    m_nextCsv.reset();
    auto format = sniffCsv(line, m_options.unit);
    if (format && format->header == CsvFormat::Header::None &&
        format->columns.size() != m_csv->format().columns.size())
        m_nextCsv.emplace(std::move(*format));
    return false;
}

Parsed<void> RecordParser::startCsv(std::string_view line, qint64 number, SampleBlock& block) {
    auto format = sniffCsv(line, m_options.unit);
    if (!format)
        return unreadable(
            Message(QT_TRANSLATE_NOOP("Message", "%1 is neither a number nor CSV, JSON or key=value"),
                    excerpt(line)));
    if (format->epochUnit)
        m_times.setEpochUnit(*format->epochUnit);
    if (format->columnsTooMany > 0)
        addRemark(
            number,
            Message(QT_TRANSLATE_NOOP("Message", "only the first %1 value columns are read"), maxChannels),
            block);
    m_csv.emplace(std::move(*format));
    m_header.clear();
    if (m_csv->format().header == CsvFormat::Header::None)
        return readCsv(line, number, block);
    m_header = line;
    m_headerNumber = number;
    ++m_counts.ignored;
    return {};
}

Parsed<void> RecordParser::commit(qint64 number, SampleBlock& block) {
    if (const auto resolved = m_channels.resolve(m_record.measurements, m_indices, m_record.remarks);
        !resolved)
        return resolved;
    if (block.channels.size() != m_channels.channels().size())
        block.channels = m_channels.channels();
    const Timestamp time = m_record.time ? *m_record.time : arrivalTime();
    for (std::size_t i = 0; i < m_indices.size(); ++i) {
        const Measurement& measurement = m_record.measurements[i];
        block.append({m_indices[i], time, measurement.value, measurement.quality});
        if (!std::isfinite(measurement.value))
            addRemark(number,
                      Message(QT_TRANSLATE_NOOP("Message", "the value of %1 is not a finite number"),
                              excerpt(measurement.channel)),
                      block);
    }
    for (const Message& remark : m_record.remarks)
        addRemark(number, remark, block);
    ++m_counts.accepted;
    return {};
}

/// Equal values at one and the same time would be taken for duplicates, and a coarse clock shows the same
/// time to many lines. A clock that is set back is followed, though.
Timestamp RecordParser::arrivalTime() {
    constexpr Duration coarsest = std::chrono::milliseconds(20);
    Timestamp now = m_clock.now();
    if (m_lastArrival && now <= *m_lastArrival && *m_lastArrival - now < coarsest)
        now = *m_lastArrival + Duration{1};
    m_lastArrival = now;
    return now;
}

void RecordParser::addMalformed(qint64 number, const Message& reason, SampleBlock& block) {
    ++m_counts.malformed;
    ++block.malformedCount;
    const InputNotice notice{InputNotice::Kind::Malformed, number, reason};
    if (!m_firstMalformed)
        m_firstMalformed = notice;
    if (block.notices.size() < maxNoticesPerBlock)
        block.notices.append(notice);
}

} // namespace rillscope
