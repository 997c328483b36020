// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Error.h"
#include "core/history/SampleHistory.h"
#include "core/model/ShownUri.h"
#include "core/pipeline/CaptureFeed.h"
#include "core/pipeline/CreditPace.h"
#include "core/pipeline/EventDigest.h"
#include "core/pipeline/ReferenceFeed.h"
#include "core/pipeline/StreamStatus.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace rillscope {

/// Takes blocks as they arrive: converts to °C, marks, keeps the statistics and the account, appends to the
/// history, and runs the steps of the pipeline definition on every sample. Every processed sample can be read
/// from the history in Celsius and in Fahrenheit. Thread: lives on the processing thread, the only writer of
/// the history. It waits for nobody.
class StreamProcessor : public QObject, private ChainOutput {
    Q_OBJECT

public:
    StreamProcessor(std::shared_ptr<SampleHistory> history, std::shared_ptr<StatusBoard> board,
                    const Clock& clock);

public Q_SLOTS:
    /// A new source follows: its channel table starts afresh, channels of the same name go on.
    void beginStream(const rillscope::ShownUri& uri, rillscope::SourceTime sourceTime);
    void process(const rillscope::SampleBlock& block);
    /// The source's last word, behind its last block.
    void endStream(rillscope::StreamEvent::Kind kind);
    void failStream(const rillscope::Error& error);

    /// See Pipeline.
    void addReference(const std::shared_ptr<const rillscope::ReferenceCapture>& reference, bool isAligned);

    /// From the next block on. Units hold for channels that are still to come.
    void setDefinition(const rillscope::PipelineDefinition& definition);
    void acknowledgeAlarm(quint64 id);
    void acknowledgeAllAlarms();

    /// Before the first stream: all that is recorded goes to this capture, too.
    void setCapture(std::shared_ptr<rillscope::CaptureWriter> writer);
    void noteCapture(const rillscope::CaptureNews& news);
    /// All that is known goes to the capture: it is about to be closed. What is found and told after this is
    /// about its end, and goes there no more.
    void finishCapture();

Q_SIGNALS:
    /// Credit for the source. Withheld while the capture cannot keep up, but will.
    void blockProcessed(int blocks);
    void eventsOccurred(const QList<rillscope::StreamEvent>& events);
    /// As they were when they were raised; at most maxAlarmsTold of one block.
    void alarmsRaised(const QList<rillscope::AlarmOccurrence>& alarms);
    /// All that came before has been recorded, and captured if that is possible.
    void streamEnded(rillscope::StreamEvent::Kind kind);
    void streamFailed(const rillscope::Error& error);

private:
    static constexpr int noChannel = -1;
    static constexpr qsizetype maxAlarmsTold = 20;

    /// What a channel of the current source needs.
    struct Input {
        int historyIndex = noChannel;
        Unit unit = Unit::Celsius;
    };

    std::optional<ChannelIndex> addDerivedChannel(const ChannelInfo& info) override;
    void takeDerived(const Sample& sample) override;
    WindowResults& windowResults() override { return m_results.windows; }
    AlarmTable& alarms() override { return m_results.alarms; }

    void learnChannels(const QList<ChannelInfo>& channels);
    Unit inputUnit(const ChannelInfo& info) const;
    int historyChannel(const ChannelInfo& info);
    void record(const Sample& sample, const Input& input, Timestamp arrival);
    std::optional<ChannelIndex> addReferenceChannel(ChannelInfo info);
    void appendReferences();
    void passTime();
    void giveCredit();
    void sendToCapture(Timestamp arrival);
    void sendAccount();
    /// Calls `told` on this thread when the capture has done what it can.
    void whenCaptured(std::function<void()> told);
    /// A disk that takes nothing says nothing: this looks, now and then.
    void noteStall();
    void raiseCaptureAlarm(const QString& file);
    void endCaptureAlarm();
    void finishChain();
    void noteLeftOut();
    void noteResults();
    void noteAlarms();
    void publishResults();
    /// Told once: from now on it goes on and on.
    void noteEviction();
    void publish();
    void reportSoon();
    void report();
    StreamEvent makeEvent(StreamEvent::Kind kind, const QString& subject = {}, const QString& detail = {},
                          qint64 count = 0) const;

    std::shared_ptr<SampleHistory> m_history;
    std::shared_ptr<StatusBoard> m_board;
    const Clock& m_clock;

    QList<Input> m_inputs; ///< by channel of the current source
    StreamStatus m_status;
    PipelineResults m_results;
    ProcessingChain m_chain; ///< writes m_results until it is gone
    EventDigest m_digest;
    QList<LeftOutStep> m_leftOut; ///< told already
    std::optional<CaptureFeed> m_capture;
    ReferenceFeed m_references;
    ShownUri m_source; ///< of the stream of now
    SourceTime m_sourceTime = SourceTime::Live;
    CreditPace m_credit;        ///< that the source is owed
    quint64 m_captureAlarm = 0; ///< 0: none is on
    bool m_isCaptureStalled = false;
    bool m_isCaptureFinished = false;
    QTimer m_reportTimer;
    QTimer m_resultTimer;
    QTimer m_creditTimer; ///< while credit is withheld
    QTimer m_stallTimer;  ///< while there is a capture
    QTimer m_timeTimer;   ///< while silence may have to be noticed
};

} // namespace rillscope
