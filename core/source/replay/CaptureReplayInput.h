// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/read/CaptureReader.h"
#include "core/source/replay/ReplayInput.h"

namespace rillscope {

/// A capture as a recording: a row is a sample that came from the source, in the order of arrival. Derived
/// channels are left out: the pipeline makes its own. So are marks and breaks of the line, which it judges
/// anew, but for one: that a sample was from the far future could only be seen when it arrived.
/// Of a capture that is being written, what is there when it is opened. Memory: one batch of samples.
/// Errors: those of CaptureReader; EmptyInput.
class CaptureReplayInput final : public ReplayInput {
public:
    explicit CaptureReplayInput(QString path) : m_path(std::move(path)) {}

    std::optional<Error> open() override;
    void close() override { m_reader.reset(); }
    bool readRow(SampleBlock& row) override;
    void readMore() override;
    bool isAtEnd() const override { return m_isAtEnd; }
    bool hasEventTime() const override { return true; }
    double progress() const override;
    bool isHopeless() const override { return false; }
    std::optional<Error> verdict() const override;

private:
    QString m_path;
    std::optional<CaptureReader> m_reader;
    QList<ChannelInfo> m_channels;       ///< the raw ones
    std::vector<int> m_places;           ///< in m_channels, by the capture's channel; -1: derived
    std::vector<StoredSample> m_samples; ///< read ahead, from m_next on
    std::size_t m_next = 0;
    qint64 m_readId = 0; ///< of the last of them
    qint64 m_lastId = 0;
    bool m_hasSamples = false;
    bool m_isAtEnd = false;
    std::optional<Error> m_readError;
};

} // namespace rillscope
