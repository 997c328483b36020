// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/write/CaptureWriter.h"
#include "core/pipeline/Follower.h"
#include "core/pipeline/FollowerHost.h"

#include <QTimer>

namespace rillscope {

/// Hands what is recorded to the capture, samples exactly as the history has them, and reports what happens
/// to the capture as events and alarms. Thread: processing. It waits for nobody.
class CaptureFollower : public QObject, public Follower {
    Q_OBJECT

public:
    explicit CaptureFollower(FollowerHost& host);
    /// Before anything is taken; on the processing thread.
    void begin(std::shared_ptr<CaptureWriter> writer);

    bool readsSamples() const override { return true; }
    void take(const std::shared_ptr<const RecordedBlock>& block) override;
    bool hasRoom(SourceTime source, WhileFailing whileFailing) const override {
        return m_writer->hasRoom(source, whileFailing);
    }
    bool acknowledgesPositions() const override { return true; }
    Duration pause(SourceTime source) const override { return m_writer->pause(source, m_sentBytes); }
    /// See CaptureWriter.
    void flush(std::function<void()> done) override { m_writer->flush(std::move(done)); }

    void note(const CaptureNews& news);
    void noteDurable(const StreamPosition& position) { m_host.acknowledge(position); }
    /// Called when the capture is about to be closed. Later blocks only report how that went, so they are not
    /// written to it.
    void finish() { m_isFinished = true; }

private:
    /// A disk that takes nothing reports nothing: this looks, now and then.
    void noteStall();
    void report(StreamEvent::Kind kind, const QString& subject, const Message& detail = {}, qint64 count = 0);
    void raiseAlarm(const QString& file);
    void endAlarm();

    std::shared_ptr<CaptureWriter> m_writer;
    FollowerHost& m_host;
    QList<WindowSeriesInfo> m_series; ///< of all window rows so far
    qint64 m_sentBytes = 0;           ///< of the last block with samples
    quint64 m_alarm = 0;              ///< 0: none is raised
    bool m_isStalled = false;
    bool m_isFinished = false;
    QTimer m_stallTimer;
};

} // namespace rillscope
