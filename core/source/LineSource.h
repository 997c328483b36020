// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/SampleReader.h"
#include "core/source/SampleSource.h"
#include "core/source/TextSettings.h"

#include <QSocketNotifier>

#include <memory>

namespace rillscope {

/// Reads lines from a file descriptor, standard input above all: a pipe, a terminal, a socket, a file.
/// A line is delivered as soon as it has been read. Without credit nothing is read, so that the pipe fills
/// and its writer waits. stop() delivers the complete lines that were read and drops the beginning of the
/// next. The descriptor stays open, and in blocking mode as found: others may share it. Thread: the source
/// thread, which never waits in read(). Errors: FileUnreadable, and at the end of the input EmptyInput,
/// UnreadableInput.
class LineSource final : public SampleSource {
    Q_OBJECT

public:
    static constexpr int standardInput = 0;

    LineSource(const LineSettings& settings, const Clock& clock, int descriptor = standardInput);

private:
    void onStarted() override;
    void onStopping() override;
    void onCreditGranted() override;

    void readAvailable();
    void deliverLines();
    SampleBlock readBlock();
    void stopReading();
    void conclude();
    void failReading(int errorNumber);

    SampleReader m_reader;
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_isAtEnd = false;
};

} // namespace rillscope
