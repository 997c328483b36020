// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/ByteStreamSource.h"

#include "core/base/Message.h"
#include "core/source/InputVerdict.h"

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

constexpr qsizetype blockSamples = 8'192;
constexpr std::chrono::milliseconds decisionTime{200};
constexpr std::size_t chunkBytes = 64 * 1'024;

} // namespace

ByteStreamSource::ByteStreamSource(std::unique_ptr<ByteInput> input, const TextOptions& options,
                                   const Clock& clock)
    : SampleSource(clock), m_input(input.release()), m_reader(options, clock), m_decision(this) {
    m_input->setParent(this); // it moves to the source thread, too
    connect(m_input, &ByteInput::readable, this, &ByteStreamSource::readAvailable);
    connect(m_input, &ByteInput::stateChanged, this, &ByteStreamSource::tellState);
    m_decision.setSingleShot(true);
    m_decision.setInterval(decisionTime);
    connect(&m_decision, &QTimer::timeout, this, &ByteStreamSource::decide);
}

void ByteStreamSource::onStarted() {
    tellState({.kind = SourceState::Kind::Waiting});
    if (const auto error = m_input->open())
        fail(*error);
    else
        m_input->setEnabled(canDeliver());
}

void ByteStreamSource::onStopping() {
    m_input->setEnabled(false);
    m_decision.stop();
    m_reader.decideNow();
    while (remainingSamples() > 0) {
        const SampleBlock block = readBlock();
        if (block.isEmpty())
            break;
        deliver(block);
    }
    SampleBlock rest;
    if (m_reader.giveUp(rest)) {
        rest.arrivalTime = clock().now();
        deliver(rest);
    }
    tellPosition();
}

void ByteStreamSource::tellPosition() {
    if (const QByteArray position = m_input->position(m_reader.bytesPending()); !position.isEmpty())
        Q_EMIT stoppedAt(position);
}

void ByteStreamSource::giveUp(const Error& error) {
    m_input->setEnabled(false);
    tellPosition();
    fail(error);
}

void ByteStreamSource::onCreditGranted() {
    deliverLines();
}

void ByteStreamSource::readAvailable() {
    if (!canDeliver())
        return;
    std::array<char, chunkBytes> bytes;
    const Result<ByteRead> read = m_input->read(bytes);
    if (!read) {
        giveUp(read.error());
        return;
    }
    take(*read, bytes.data());
    deliverLines();
}

void ByteStreamSource::take(const ByteRead& read, const char* bytes) {
    switch (read.kind) {
    case ByteRead::Kind::Bytes:
        m_reader.feed({bytes, read.count});
        break;
    case ByteRead::Kind::Nothing:
        break;
    case ByteRead::Kind::NewFile:
        m_reader.finish();
        m_isFileEnding = true;
        break;
    case ByteRead::Kind::Loss:
        tellLoss(read.reason);
        break;
    case ByteRead::Kind::Truncated:
        dropOpenLine();
        break;
    case ByteRead::Kind::End:
        m_reader.finish();
        m_isAtEnd = true;
        break;
    }
}

/// Half a number is another number: a line whose end is lost is not read, but counted.
void ByteStreamSource::dropOpenLine() {
    m_reader.decideNow();
    SampleBlock block = readBlock();
    m_reader.dropOpenLine(Message(QT_TRANSLATE_NOOP("Message", "the file was truncated within this line")),
                          block);
    m_reader.beginFile();
    block.arrivalTime = clock().now();
    deliver(block);
}

void ByteStreamSource::tellLoss(const Message& reason) {
    SampleBlock block;
    block.unknownLossCount = 1;
    block.notices.append({InputNotice::Kind::UnknownLoss, 0, reason});
    block.arrivalTime = clock().now();
    deliver(block);
}

/// Delivers what has been read as far as credit goes; only then more is read.
void ByteStreamSource::deliverLines() {
    bool isDrained = false;
    while (canDeliver() && !isDrained) {
        const SampleBlock block = readBlock();
        isDrained = block.isEmpty();
        deliver(block);
    }
    if (!isRunning())
        return;
    if (const auto& question = m_reader.question())
        return giveUp(Error{ErrorCode::UnreadableInput, m_input->name(), question->text});
    if (m_reader.isUndecided() && !m_decision.isActive())
        m_decision.start();
    if (isDrained && std::exchange(m_isFileEnding, false))
        m_reader.beginFile();
    if (isDrained && m_isAtEnd)
        conclude();
    else
        m_input->setEnabled(canDeliver() && !m_isAtEnd);
}

void ByteStreamSource::decide() {
    m_reader.decideNow();
    if (isRunning())
        deliverLines();
}

/// Empty when there is no complete line left.
SampleBlock ByteStreamSource::readBlock() {
    SampleBlock block;
    const qint64 limit = std::min<qint64>(blockSamples, remainingSamples());
    while (block.size() < limit && m_reader.readLine(block)) {
    }
    block.arrivalTime = clock().now();
    if (!block.isEmpty())
        block.position = m_input->position(m_reader.bytesPending());
    return block;
}

void ByteStreamSource::conclude() {
    m_input->setEnabled(false);
    if (const auto verdict = inputVerdict(m_reader, m_input->name()))
        fail(*verdict);
    else
        finish();
}

} // namespace rillscope
