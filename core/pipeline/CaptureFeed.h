// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/write/CaptureWriter.h"
#include "core/history/SampleHistory.h"
#include "core/pipeline/StreamEvent.h"
#include "core/process/alarm/AlarmTable.h"
#include "core/process/window/WindowResults.h"

#include <bitset>

namespace rillscope {

/// Gathers what the processing thread records, finds and tells, and hands it to the capture in blocks: the
/// samples exactly as the history holds them. Thread: one owner (processing). It waits for nobody.
class CaptureFeed {
public:
    CaptureFeed(std::shared_ptr<CaptureWriter> writer, const SampleHistory& history)
        : m_writer(std::move(writer)), m_history(history) {}

    void reserve(qsizetype samples) { m_block.samples.reserve(static_cast<std::size_t>(samples)); }
    /// To be called when the history has it, and before it has another.
    void addSample(const Sample& sample);
    /// From the next sample on.
    void setStream(CapturedStream stream) { m_block.stream = std::move(stream); }
    /// The rows that are new.
    void addWindows(const WindowResults& results);
    /// Those that are new or have changed.
    void addAlarms(const AlarmTable& alarms);
    void addEvents(const QList<StreamEvent>& events);
    void setAccount(QByteArray json) { m_block.account = std::move(json); }

    /// `arrival`: of the samples.
    void send(Timestamp arrival);
    bool hasRoom(SourceTime source) const { return m_writer->hasRoom(source); }
    /// How long the source should pause after the samples that were sent last.
    Duration pause(SourceTime source) const { return m_writer->pause(source, m_sentBytes); }
    CaptureStatus status() const { return m_writer->status(); }
    /// See CaptureWriter.
    void flush(std::function<void()> done) { m_writer->flush(std::move(done)); }

private:
    void learnChannels();

    std::shared_ptr<CaptureWriter> m_writer;
    const SampleHistory& m_history;
    CaptureBlock m_block;
    qint64 m_sentBytes = 0;              ///< of the last block with samples
    std::bitset<maxChannels> m_isPlaced; ///< in m_block
    int m_channelCount = 0;              ///< told so far
    qint64 m_windowsSeen = 0;
    std::vector<qint64> m_rowsSeen;  ///< by series
    QList<AlarmOccurrence> m_alarms; ///< as they were told last
};

} // namespace rillscope
