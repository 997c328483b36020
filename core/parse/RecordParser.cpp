// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/RecordParser.h"

#include "core/base/Message.h"
#include "core/parse/DecodedLine.h"

#include <algorithm>
#include <utility>

namespace rillscope {
namespace {

using Kind = TextFormat::Kind;

void addRemark(qint64 line, const Message& reason, SampleBlock& block) {
    if (block.notices.size() < RecordParser::maxNoticesPerBlock)
        block.notices.append({InputNotice::Kind::Remark, line, reason});
}

std::optional<Message> problemOf(const LineSplitter::Line& line) {
    if (line.isTooLong)
        return Message(QT_TRANSLATE_NOOP("Message", "the line is longer than %1 KiB"),
                       LineSplitter::maxLineBytes / 1'024);
    if (line.text.find('\0') != std::string_view::npos)
        return Message(QT_TRANSLATE_NOOP("Message", "the line holds a NUL byte"));
    return std::nullopt;
}

} // namespace

RecordParser::RecordParser(const TextOptions& options, const Clock& clock)
    : m_options(options), m_arrivals(clock), m_fields(options) {}

void RecordParser::obey(const TextFormat& format) {
    m_format = format;
    m_linesBefore = format.linesBefore;
    m_table.reset();
    if (format.kind != Kind::Table)
        return;
    TableFormat table = format.table;
    if (m_options.isLive && table.time.kind == TimeForm::Kind::Clock && !table.time.start)
        table.time.start = Timestamp{std::chrono::floor<std::chrono::days>(m_arrivals.now().sinceEpoch())};
    m_table.emplace(std::move(table));
    m_decisions += format.decisions;
    m_leftOut.columns += format.table.columnsLeftOut();
}

void RecordParser::add(const LineSplitter::Line& line) {
    Held held;
    held.number = line.number;
    held.bytes = line.bytes;
    const bool wasKnown = m_encoding.has_value();
    if (auto problem = problemOf(line))
        held.reason = *problem;
    else
        held.text = decodedLine(line.text, m_encoding);
    if (!wasKnown && m_encoding)
        m_decisions.append(encodingMessage(*m_encoding));
    m_bytesHeld += held.bytes;
    m_held.push_back(std::move(held));
    if (!m_format && m_held.size() % firstLines == 0)
        decide(false);
}

void RecordParser::read(const LineSplitter::Line& line, SampleBlock& block) {
    m_lineBytes = line.bytes;
    if (!line.isTooLong && isPlainAscii(line.text))
        return readLine(line.text, line.number, block);
    if (const auto problem = problemOf(line))
        return addMalformed(line.number, *problem, block);
    const bool wasKnown = m_encoding.has_value();
    const std::string text = decodedLine(line.text, m_encoding);
    if (!wasKnown && m_encoding)
        m_decisions.append(encodingMessage(*m_encoding));
    readLine(text, line.number, block);
}

void RecordParser::decideNow(bool isComplete) {
    if (!m_format && !m_held.empty())
        decide(isComplete);
}

bool RecordParser::decide(bool isComplete) {
    if (m_table && continuesTable())
        return true;
    std::vector<std::string> lines;
    for (const Held& held : m_held)
        lines.push_back(held.text);
    const auto format = sniffText(lines, m_options);
    if (!format) {
        const bool mayWait =
            format.error().kind == TextQuestion::Kind::DateOrder && m_held.size() < mostHeld && !isComplete;
        if (!mayWait)
            m_question = format.error();
        return false;
    }
    const bool isKnown = format->kind == Kind::Lines || format->kind == Kind::Table;
    if (!isKnown && !isComplete && m_held.size() < firstLines)
        return false;
    obey(*format);
    return true;
}

/// Another file has begun without a header, and the table before it reads its rows.
bool RecordParser::continuesTable() {
    const bool fits = std::any_of(m_held.begin(), m_held.end(), [this](const Held& held) {
        return held.text == m_table->format().header || m_table->mayBeRow(held.text);
    });
    if (!fits)
        return false;
    m_format = TextFormat{Kind::Table, m_table->format(), 0, {}};
    m_linesBefore = 0;
    return true;
}

void RecordParser::beginFile() {
    m_isAtFileBegin = true;
    m_lines.close();
}

bool RecordParser::readNext(SampleBlock& block) {
    if (m_question || m_held.empty())
        return false;
    if (m_isAtFileBegin && m_format) {
        const std::string& first = m_held.front().text;
        const bool fits = m_table ? m_table->takeHeader(first) || m_table->mayBeRow(first)
                                  : LineReader::speaksForItself(first);
        m_isAtFileBegin = false;
        if (!fits && !trimmed(first).empty())
            m_format.reset();
    }
    if (!m_format)
        return false;
    Held line = std::move(m_held.front());
    m_held.pop_front();
    m_bytesHeld -= line.bytes;
    m_lineBytes = line.bytes;
    if (line.reason.isEmpty())
        readLine(line.text, line.number, block);
    else
        addMalformed(line.number, line.reason, block);
    return true;
}

bool RecordParser::finish(SampleBlock& block) {
    const bool hasOpen = m_lines.isOpen();
    if (hasOpen) {
        m_lines.close();
        addMalformed(m_lastNumber, Message(QT_TRANSLATE_NOOP("Message", "the JSON value is cut off")), block);
        --m_counts.ignored;
    }
    const bool hasStrange = !m_strange.empty();
    giveUpStrange(block);
    return hasOpen || hasStrange;
}

void RecordParser::tellDecisions(qint64 number, SampleBlock& block) {
    for (const Message& decision : std::as_const(m_decisions))
        addRemark(number, decision, block);
    m_decisions.clear();
}

void RecordParser::readLine(std::string_view line, qint64 number, SampleBlock& block) {
    m_lastNumber = number;
    if (!m_decisions.isEmpty())
        tellDecisions(number, block);
    const std::string_view text = trimmed(line);
    const bool isBefore = m_linesBefore > 0;
    m_linesBefore -= isBefore ? 1 : 0;
    if (isBefore || text.empty() || (isComment(text) && !m_lines.isOpen()) || m_format->kind == Kind::Names) {
        ++m_counts.ignored;
        return;
    }
    m_record.clear();
    m_isStrange = false;
    const bool isJson = text.front() == '{' || m_lines.isOpen();
    const auto read = m_table && !isJson ? readTable(line, block, number) : readLines(line, block, number);
    if (!read && m_isStrange)
        return holdStrange(line, number, read.error(), block);
    if (!m_strange.empty())
        giveUpStrange(block);
    if (!read)
        addMalformed(number, read.error(), block);
    if (!m_leftOut.isNone())
        block.leftOut += std::exchange(m_leftOut, {});
}

/// CSV is read untrimmed: a leading tab may stand for an empty first cell.
Parsed<void> RecordParser::readTable(std::string_view line, SampleBlock& block, qint64 number) {
    const bool isHeader = line == m_table->format().header;
    const auto row = isHeader ? Parsed<void>() : m_table->read(line, m_record);
    if (row && m_record.measurements.empty()) {
        ++m_counts.ignored;
        m_leftOut += m_record.leftOut;
        return {};
    }
    if (row) {
        const auto committed = commit(number, block);
        if (committed)
            ++(m_indices.empty() ? m_counts.ignored : m_counts.accepted);
        return committed;
    }
    m_record.clear();
    if (m_table->takeHeader(line)) {
        ++m_counts.ignored;
        return {};
    }
    m_isStrange = true;
    return row;
}

Parsed<void> RecordParser::readLines(std::string_view line, SampleBlock& block, qint64 number) {
    if (m_lines.isOpen() && !m_lines.mayContinue(line)) {
        m_lines.close();
        addMalformed(number - 1, Message(QT_TRANSLATE_NOOP("Message", "the JSON value is cut off")), block);
        --m_counts.ignored; // it was counted when it was thought to go on
    }
    switch (m_lines.read(line)) {
    case LineReader::Result::Open:
        ++m_counts.ignored;
        return {};
    case LineReader::Result::Broken:
        return unreadable(m_lines.reason());
    case LineReader::Result::Records:
        return readRecords(block, number);
    case LineReader::Result::Strange:
        break;
    }
    m_isStrange = true;
    return unreadable(Message(
        QT_TRANSLATE_NOOP("Message", "%1 is neither a number nor CSV, JSON or key=value"), excerpt(line)));
}

/// A line is accepted when one of its records is.
Parsed<void> RecordParser::readRecords(SampleBlock& block, qint64 number) {
    std::optional<Message> reason;
    qint64 committed = 0;
    qint64 refused = 0;
    bool hasSample = false;
    m_leftOut.columns += m_lines.takeLeftOut();
    for (const TextFields& fields : m_lines.records()) {
        m_record.clear();
        auto read = m_fields.read(fields, m_record);
        if (read)
            read = commit(number, block);
        if (read) {
            ++committed;
            hasSample = hasSample || !m_indices.empty();
            continue;
        }
        ++refused;
        if (!reason)
            reason = read.error();
    }
    if (committed == 0)
        return unreadable(
            reason.value_or(Message(QT_TRANSLATE_NOOP("Message", "the record holds no value"))));
    if (refused > 0) {
        m_leftOut.rows += refused;
        addRemark(number, *reason, block);
    }
    ++(hasSample ? m_counts.accepted : m_counts.ignored);
    return {};
}

void RecordParser::holdStrange(std::string_view text, qint64 number, const Message& reason,
                               SampleBlock& block) {
    m_strange.push_back({std::string(text), number, m_lineBytes, reason});
    m_bytesHeld += m_strange.back().bytes;
    if (m_strange.size() < mostStrange)
        return;
    if (m_patience > 0) {
        --m_patience;
        return giveUpFirstStrange(block);
    }
    std::vector<std::string> lines;
    for (const Held& strange : m_strange)
        lines.push_back(strange.text);
    const auto format = sniffText(lines, m_options);
    const bool isTable =
        format && format->kind == Kind::Table && !(m_table && m_table->format() == format->table);
    const bool areLines = format && format->kind == Kind::Lines && m_format->kind != Kind::Lines;
    if (!isTable && !areLines) {
        // Megabytes of what is no text must not be judged line by line.
        m_failures = std::min(m_failures + 1, 12);
        m_patience = 1 << m_failures;
        return giveUpFirstStrange(block);
    }
    m_failures = 0;
    obey(*format);
    for (auto strange = m_strange.rbegin(); strange != m_strange.rend(); ++strange) {
        strange->reason = {};
        m_held.push_front(std::move(*strange));
    }
    m_strange.clear();
}

void RecordParser::giveUpFirstStrange(SampleBlock& block) {
    const Held& line = m_strange.front();
    m_bytesHeld -= line.bytes;
    addMalformed(line.number, line.reason, block);
    m_strange.pop_front();
}

Parsed<void> RecordParser::commit(qint64 number, SampleBlock& block) {
    if (const auto placed = placeInTime(); !placed)
        return placed;
    if (const auto resolved = m_channels.resolve(m_record, m_indices); !resolved)
        return resolved;
    if (block.channels.size() != m_channels.channels().size())
        block.channels = m_channels.channels();
    m_leftOut += m_record.leftOut;
    for (const Message& remark : m_record.remarks)
        addRemark(number, remark, block);
    if (m_indices.empty())
        return {};
    const Timestamp time = m_record.time ? *m_record.time : m_arrivals.next();
    const Quality timing = m_record.isTimeDoubtful ? Quality(QualityFlag::DoubtfulTime) : Quality();
    for (std::size_t i = 0; i < m_indices.size(); ++i) {
        const Measurement& measurement = m_record.measurements[i];
        const Quality said = measurement.saysNone ? Quality(QualityFlag::NoValue) : Quality();
        block.append({m_indices[i], time, measurement.value, measurement.quality | said | timing});
    }
    return {};
}

Parsed<void> RecordParser::placeInTime() {
    if (m_record.time || m_options.isLive)
        return {};
    if (!m_options.start || !m_options.interval)
        return unreadable(Message(
            QT_TRANSLATE_NOOP("Message", "there is no time in the record; say how the records follow each "
                                         "other with start=2026-01-31T12:00:00Z&interval=1s")));
    m_record.time = *m_options.start + saturatedProduct(*m_options.interval, m_rows++);
    return {};
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
