// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Error.h"
#include "core/pipeline/BlockBuilder.h"
#include "core/pipeline/ChannelStatistics.h"
#include "core/pipeline/EventDigest.h"
#include "core/pipeline/FollowerHost.h"
#include "core/pipeline/Followers.h"
#include "core/pipeline/RecordedChannels.h"
#include "core/pipeline/RecordedStreams.h"
#include "core/pipeline/RecorderControls.h"
#include "core/pipeline/ReferenceFeed.h"
#include "core/process/chain/ProcessingChain.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace rillscope {

/// Records blocks as they arrive: converts to °C, marks, appends to the history, runs the steps of the
/// pipeline definition on every sample, and keeps the account. What it has recorded goes to all followers as
/// one RecordedBlock. Thread: lives on the processing thread, the only writer of the history; its controls
/// may be called on any. It waits for nobody.
class Recorder : public QObject, public RecorderControls, public FollowerHost, private ChainOutput {
    Q_OBJECT

public:
    Recorder(std::shared_ptr<SampleHistory> history, const Clock& clock);

    /// Before the first stream.
    void addFollower(std::shared_ptr<Follower> follower);

    void report(StreamEvent event) override;
    quint64 raiseAlarm(const QString& step, const QString& channel) override;
    void endAlarm(quint64 id) override { m_alarms.end(id); }
    void acknowledge(const StreamPosition& position) override;

    /// The stream of another source: channels of the same name go on. It joins the streams that run; when
    /// none does, filters, windows and watermark start afresh.
    void beginStream(const StreamBeginning& beginning);
    /// Of a stream that has begun.
    void process(int stream, const SampleBlock& block);
    /// The source's end, behind its last block. The others go on.
    void endStream(int stream, StreamEnd end);
    void failStream(int stream, const Error& error);
    /// Hands on what has not been handed on yet.
    void finish();

    void setDefinition(const PipelineDefinition& definition) override;
    void acknowledgeAlarm(quint64 id) override;
    void acknowledgeAllAlarms() override;
    void addReference(std::shared_ptr<const ReferenceSamples> reference, bool isAligned) override;

Q_SIGNALS:
    /// Credit for the source of a stream. Withheld while a follower cannot keep up, but will.
    void creditGranted(int stream, int blocks);
    /// For the source of a stream; see SampleSource::acknowledge().
    void acknowledged(int stream, const QByteArray& position);
    /// All of the stream has been recorded, and the followers have done what they can with it.
    void streamEnded(int stream, rillscope::StreamEnd end);
    /// As streamEnded(), after failStream().
    void streamFailed(int stream, const rillscope::Error& error);

private:
    std::optional<ChannelIndex> addDerivedChannel(const ChannelInfo& info) override;
    void takeDerived(const Sample& sample) override;
    std::size_t addWindowSeries(const WindowSeriesInfo& info) override {
        return m_block.addWindowSeries(info);
    }
    void takeWindow(std::size_t series, const WindowRow& row) override { m_block.addWindow(series, row); }
    AlarmTable& alarms() override { return m_alarms; }

    void addChannels(RecordedStream& stream, const QList<ChannelInfo>& channels);
    void recordAll(const RecordedStream& stream, const SampleBlock& block);
    void record(const Sample& sample, const StreamChannel& channel, Timestamp arrival);
    void append(const Sample& sample);
    void notePosition(const RecordedStream& stream, const QByteArray& position);
    void acknowledgeUnlessAFollowerDoes(const RecordedStream& stream, const QByteArray& position);
    void useDefinition(const PipelineDefinition& definition);
    void placeReference(const std::shared_ptr<const ReferenceSamples>& reference, bool isAligned);
    void appendReferences();
    void passTime();
    void endChain(const RecordedStream& stream);
    void endWith(int number, StreamEvent end, const std::function<void()>& afterwards);

    void noteCounts();
    void noteAlarms(const AlarmChanges& changes);
    void noteLeftOut();
    /// Reported once: from then on samples are evicted again and again.
    void noteEviction();
    void describeStream(const StreamBeginning& stream);
    void handOn(Timestamp arrival);
    void handOnNow() { handOn(m_clock.now()); }
    void reportSoon();
    void reportEvents();
    StreamEvent makeEvent(StreamEvent::Kind kind, const QString& subject = {}, const Message& detail = {},
                          qint64 count = 0) const;

    std::shared_ptr<SampleHistory> m_history;
    const Clock& m_clock;
    Followers m_followers;

    RecordedChannels m_channels;
    Account m_account;
    ChannelStatistics m_statistics;
    qint64 m_referenceSamples = 0;
    AlarmTable m_alarms;
    BlockBuilder m_block;
    ProcessingChain m_chain; ///< writes m_alarms and m_block until it is gone
    EventDigest m_digest;
    ReferenceFeed m_references;
    RecordedStreams m_streams;
    WindowCounts m_windowCounts;  ///< as of the last block
    qint64 m_alarmsRaised = 0;    ///< as of the last block
    QList<LeftOutStep> m_leftOut; ///< those that were reported
    QTimer m_reportTimer;
    QTimer m_timeTimer; ///< while silence may have to be noticed
};

} // namespace rillscope
