// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Error.h"
#include "core/model/SampleBlock.h"
#include "core/model/SourceTime.h"
#include "core/source/SourceStateBoard.h"

#include <QByteArray>
#include <QObject>

#include <atomic>
#include <optional>

namespace rillscope {

/// Where samples come from: the base of simulator, replay and standard input.
/// Thread: lives on the source thread; after moveToThread() everything but the signals is called there.
/// Back-pressure: each block costs one credit, the receiver hands credits back as it finishes blocks. A
/// source without credit waits, so that what is under way stays bounded and nothing is lost. Errors: reported
/// once, by failed(); the source has stopped then. Either finished() or failed() comes last, once.
class SampleSource : public QObject {
    Q_OBJECT

public:
    /// A block never holds more samples than this.
    static constexpr qsizetype maxBlockSamples = 16'384;

    explicit SampleSource(const Clock& clock);
    ~SampleSource() override;

    /// Ends the stream by itself after exactly `count` samples. Call before start().
    void setSampleLimit(qint64 count);

    /// Whether its event times are those of this computer's clock. Any time before start().
    virtual SourceTime sourceTime() const { return SourceTime::Live; }

    bool isRunning() const { return m_state == State::Running; }

    /// When the next sample is due by the monotonic clock; in the past where the source is behind. Nothing
    /// when it keeps no schedule, and when it has ended. Any thread.
    std::optional<Duration> nextDue() const;

    /// How it stands with what it reads from, at this moment. Nothing for a source that reads from nowhere
    /// that could be out of reach, as a simulator or a replay. Any thread.
    std::optional<SourceCondition> condition() const { return m_stateBoard.condition(m_clock.monotonic()); }

public Q_SLOTS:
    /// Begins to deliver. Starting twice is an error of the caller.
    void start();
    /// Delivers what it holds (without waiting for credit), then emits finished(). Harmless when already
    /// ended.
    void stop();
    void grantCredit(int blocks);
    /// The block with this SampleBlock::position, and all before it, will not be asked for again: they are on
    /// disk, or, without a capture, recorded. Harmless when already ended.
    void acknowledge(const QByteArray& position);

Q_SIGNALS:
    /// Where a source that can go on later has stopped, for SourceContext. Comes before finished() and
    /// failed().
    void stoppedAt(const QByteArray& position);
    void samplesReady(const rillscope::SampleBlock& block);
    void finished();
    void failed(const rillscope::Error& error);

protected:
    /// Running, and the next block would be taken. A source makes its next block only then.
    bool canDeliver() const { return m_state == State::Running && m_credit > 0; }
    /// Samples that may still be delivered before the limit ends the stream.
    qint64 remainingSamples() const { return m_remainingSamples; }

    /// Sends a block, cut to the sample limit; ends the stream when the limit is reached. Empty blocks are
    /// not sent.
    void deliver(SampleBlock block);
    void finish();
    void fail(const Error& error);
    void setNextDue(std::optional<Duration> monotonic);
    /// For condition(). Its time is filled in. That the source is receiving need not be said: deliver() does.
    void tellState(const SourceState& state) { m_stateBoard.set(state, m_clock.monotonic()); }

    const Clock& clock() const { return m_clock; }

private:
    /// Opens what is needed and arranges for the first block.
    virtual void onStarted() = 0;
    /// Releases what was opened; deliver() may be called a last time for what was read but not yet sent.
    virtual void onStopping() = 0;
    /// Credit came back after it had run out: go on delivering.
    virtual void onCreditGranted() = 0;
    /// See acknowledge(). For a source whose other end keeps what is not acknowledged.
    virtual void onAcknowledged(const QByteArray& /*position*/) {}

    enum class State { Idle, Running, Stopping, Ended };

    const Clock& m_clock;
    State m_state = State::Idle;
    int m_credit = 0;
    std::atomic<std::int64_t> m_nextDue{Duration::min().count()}; ///< the least there is: no schedule
    qint64 m_remainingSamples;
    SourceStateBoard m_stateBoard;
};

} // namespace rillscope
