// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/SampleReader.h"
#include "core/source/replay/ReplayInput.h"

#include <QFile>

namespace rillscope {

/// A recording as text: a row is a line. Memory: one piece of the file.
/// Errors: FileUnreadable, EmptyInput, UnreadableInput.
class TextReplayInput final : public ReplayInput {
public:
    TextReplayInput(const QString& path, const TextOptions& options, const Clock& clock);

    std::optional<Error> open() override;
    void close() override { m_file.close(); }
    bool readRow(SampleBlock& row) override { return m_reader.readLine(row); }
    void readMore() override;
    bool isAtEnd() const override { return m_isAtEnd; }
    bool hasEventTime() const override { return m_reader.hasEventTime(); }
    double progress() const override;
    bool isHopeless() const override;
    std::optional<Error> verdict() const override;

private:
    std::optional<Error> findFormat();

    TextOptions m_options;
    SampleReader m_reader;
    QFile m_file;
    std::optional<Error> m_readError;
    bool m_isAtEnd = false;
};

} // namespace rillscope
