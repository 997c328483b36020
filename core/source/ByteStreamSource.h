// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/SampleReader.h"
#include "core/source/ByteInput.h"
#include "core/source/SampleSource.h"

#include <QTimer>

#include <memory>

namespace rillscope {

/// Makes samples of a stream of bytes, line by line, wherever the bytes come from. A line is delivered as
/// soon as it has been read. Without credit nothing is read, so that a producer that can wait does. stop()
/// delivers the complete lines that were read and drops the beginning of the next. Thread: the source thread.
/// Errors: those of its input, and at the end of the stream EmptyInput and UnreadableInput.
class ByteStreamSource final : public SampleSource {
    Q_OBJECT

public:
    ByteStreamSource(std::unique_ptr<ByteInput> input, const TextOptions& options, const Clock& clock);

private:
    void onStarted() override;
    void onStopping() override;
    void onCreditGranted() override;

    void readAvailable();
    void take(const ByteRead& read, const char* bytes);
    void dropOpenLine();
    void tellLoss(const Message& reason);
    void giveUp(const Error& error);
    void deliverLines();
    SampleBlock readBlock();
    void tellPosition();
    void conclude();
    void decide();

    ByteInput* m_input; ///< a child
    SampleReader m_reader;
    QTimer m_decision; ///< the first lines are judged when no more come for a moment
    bool m_isFileEnding =
        false; ///< the input has ended: when all its lines are delivered, the next file begins
    bool m_isAtEnd = false;
};

} // namespace rillscope
