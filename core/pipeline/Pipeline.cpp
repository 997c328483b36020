// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Pipeline.h"

#include "core/base/ThreadRole.h"

namespace rillscope {
namespace {

/// Runs `work` on the thread of `context` and waits for it.
template <typename Work>
void runOnThreadOf(QObject* context, Work work) {
    QMetaObject::invokeMethod(context, std::move(work), Qt::BlockingQueuedConnection);
}

/// The word of the processor, so that the state never differs from what the event list says: stop() may come
/// when the source has ended already.
Pipeline::State stateAfter(StreamEvent::Kind end) {
    return end == StreamEvent::Kind::Stopped ? Pipeline::State::Stopped : Pipeline::State::Finished;
}

/// What a thread of a pipeline does first.
std::function<void()> beginningOf(ThreadRole role, Pipeline::Urgency urgency) {
    return [role, urgency] {
        if (urgency == Pipeline::Urgency::WindowFirst)
            takeRole(role);
    };
}

} // namespace

Pipeline::Pipeline(const Clock& clock, qint64 memoryLimit, Urgency urgency)
    : m_clock(clock)
    , m_urgency(urgency)
    , m_history(std::make_shared<SampleHistory>(memoryLimit))
    , m_board(std::make_shared<StatusBoard>())
    , m_sourceThread(std::make_unique<SourceThread>(beginningOf(ThreadRole::Source, urgency)))
    , m_processor(std::make_unique<StreamProcessor>(m_history, m_board, clock)) {
    m_stopTimer.setSingleShot(true);
    m_stopTimer.setInterval(defaultStopDeadline);
    connect(&m_stopTimer, &QTimer::timeout, this, &Pipeline::noteStuckSource);
    m_processingThread.setObjectName(QStringLiteral("processing"));
    connect(&m_processingThread, &QThread::started, &m_processingThread,
            beginningOf(ThreadRole::Processing, urgency), Qt::DirectConnection);
    m_processor->moveToThread(&m_processingThread);
    connect(m_processor.get(), &StreamProcessor::eventsOccurred, this, &Pipeline::eventsOccurred);
    connect(m_processor.get(), &StreamProcessor::alarmsRaised, this, &Pipeline::alarmsRaised);
    connect(m_processor.get(), &StreamProcessor::streamEnded, this,
            [this](StreamEvent::Kind kind) { finishStopping(stateAfter(kind)); });
    connect(m_processor.get(), &StreamProcessor::streamFailed, this, [this](const Error& error) {
        m_lastError = error;
        finishStopping(State::Failed);
    });
    m_processingThread.start();
}

Pipeline::~Pipeline() {
    // The source goes first, because the processor, when it goes, looks at the signals that lead to it.
    m_sourceThread->beginEnding();
    if (!m_hasEnded) {
        if (!m_sourceThread->waitForEnd(m_stopTimer.intervalAsDuration()))
            endAbandonedRun();
        // The source's blocks stand in the processor's queue before this call, and are recorded before the
        // capture is closed.
        closeCapture();
    }
    m_sourceThread.reset();
    m_processor.release()->deleteLater();
    m_processingThread.quit();
    m_processingThread.wait();
}

void Pipeline::recordTo(const CaptureSettings& settings, std::function<void(qint64)> committed) {
    Q_ASSERT(m_state == State::Idle && !m_capture);
    StreamProcessor* const processor = m_processor.get();
    const auto told = [processor](const CaptureNews& news) {
        QMetaObject::invokeMethod(
            processor, [processor, news] { processor->noteCapture(news); }, Qt::QueuedConnection);
    };
    // It is closed before this goes.
    const auto ended = [this] {
        QMetaObject::invokeMethod(this, &Pipeline::noteEnded, Qt::QueuedConnection);
    };
    m_capture = std::make_shared<CaptureWriter>(
        settings, m_clock,
        CaptureObserver{std::move(committed), told, ended, beginningOf(ThreadRole::Capture, m_urgency)});
    QMetaObject::invokeMethod(processor,
                              [processor, capture = m_capture] { processor->setCapture(capture); });
}

CaptureStatus Pipeline::captureStatus() const {
    return m_capture ? m_capture->status() : CaptureStatus();
}

std::shared_ptr<const CaptureIndex> Pipeline::captureIndex() const {
    return m_capture ? m_capture->index() : nullptr;
}

void Pipeline::setCaptureFolder(const QString& folder) {
    if (m_capture)
        m_capture->setFolder(folder);
}

void Pipeline::closeCapture() {
    runOnThreadOf(m_processor.get(), [processor = m_processor.get()] { processor->finishCapture(); });
    if (m_capture)
        m_capture->close();
}

void Pipeline::end() {
    if (std::exchange(m_isEnding, true))
        return;
    stop();
    if (!isActive())
        endCapture();
}

/// Behind all that is to be recorded.
void Pipeline::endCapture() {
    m_sourceThread->beginEnding();
    if (!m_capture) {
        QMetaObject::invokeMethod(this, &Pipeline::noteEnded, Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(m_processor.get(), [processor = m_processor.get(), capture = m_capture] {
        processor->finishCapture();
        capture->beginClosing();
    });
}

void Pipeline::noteEnded() {
    if (!m_isEnding || std::exchange(m_hasEnded, true))
        return;
    Q_EMIT ended();
}

void Pipeline::restore(std::vector<SampleHistory::Restorable> past) {
    QMetaObject::invokeMethod(
        m_processor.get(),
        [history = m_history,
         shared = std::make_shared<std::vector<SampleHistory::Restorable>>(std::move(past))] {
            for (SampleHistory::Restorable& each : *shared)
                history->restore(std::move(each));
        },
        Qt::QueuedConnection);
}

void Pipeline::addReference(std::shared_ptr<const ReferenceCapture> reference, bool isAligned) {
    QMetaObject::invokeMethod(m_processor.get(),
                              [processor = m_processor.get(), reference = std::move(reference), isAligned] {
                                  processor->addReference(reference, isAligned);
                              });
}

void Pipeline::start(std::unique_ptr<SampleSource> source, const ShownUri& uri, Start moment) {
    Q_ASSERT(!isActive() && !m_isEnding);
    m_lastError.reset();
    m_uri = uri;
    m_run = std::make_shared<Run>();
    m_isSourceActive = true;
    m_isSourceHeld = true;
    connectSource(source.get());
    QMetaObject::invokeMethod(m_processor.get(),
                              [processor = m_processor.get(), uri, sourceTime = source->sourceTime()] {
                                  processor->beginStream(uri, sourceTime);
                              });
    m_sourceThread->take(std::move(source));
    if (moment == Start::AtOnce)
        beginSource();
    setState(State::Running);
}

void Pipeline::beginSource() {
    if (!std::exchange(m_isSourceHeld, false))
        return;
    QMetaObject::invokeMethod(m_sourceThread->source(), [source = m_sourceThread->source()] {
        source->grantCredit(creditBlocks);
        source->start();
    });
}

/// Nothing of a run is taken once it has ended: what an abandoned source says stands behind that.
void Pipeline::connectSource(SampleSource* source) {
    StreamProcessor* const processor = m_processor.get();
    connect(source, &SampleSource::samplesReady, processor,
            [processor, run = m_run](const SampleBlock& block) {
                if (!run->hasEnded)
                    processor->process(block);
            });
    connect(source, &SampleSource::finished, processor, [processor, run = m_run] {
        if (!std::exchange(run->hasEnded, true))
            processor->endStream(run->isStopRequested ? StreamEvent::Kind::Stopped
                                                      : StreamEvent::Kind::Finished);
    });
    connect(source, &SampleSource::failed, processor, [processor, run = m_run](const Error& error) {
        if (!std::exchange(run->hasEnded, true))
            processor->failStream(error);
    });
    connect(processor, &StreamProcessor::blockProcessed, source, &SampleSource::grantCredit);
    const auto noteRelease = [this, run = m_run] {
        if (run == m_run)
            releaseSource();
    };
    connect(source, &SampleSource::finished, this, noteRelease);
    connect(source, &SampleSource::failed, this, noteRelease);
}

void Pipeline::stop() {
    if (m_state != State::Running)
        return;
    m_run->isStopRequested = true;
    m_isSourceHeld = false;
    if (m_isSourceActive)
        m_stopTimer.start();
    setState(State::Stopping);
    if (SampleSource* const source = m_sourceThread->source())
        QMetaObject::invokeMethod(source, &SampleSource::stop);
}

void Pipeline::noteStuckSource() {
    if (!m_isSourceActive)
        return;
    m_isSourceStuck = true;
    Q_EMIT sourceStuck();
}

void Pipeline::releaseSource() {
    if (!std::exchange(m_isSourceActive, false))
        return;
    m_stopTimer.stop();
    m_isSourceStuck = false;
    Q_EMIT sourceReleased();
}

void Pipeline::abandonSource() {
    if (!m_isSourceStuck)
        return;
    SampleSource* const source = m_sourceThread->source();
    source->disconnect();
    disconnect(m_processor.get(), nullptr, source, nullptr);
    m_sourceThread = std::make_unique<SourceThread>(beginningOf(ThreadRole::Source, m_urgency));
    endAbandonedRun();
    releaseSource();
}

/// Behind the blocks that the source has handed over.
void Pipeline::endAbandonedRun() {
    if (!m_run)
        return;
    const auto deadline = std::chrono::duration<double>(m_stopTimer.intervalAsDuration());
    const Error error{ErrorCode::LimitReached, m_uri.text(),
                      QStringLiteral("the source did not stop within %1 s; what it has read but not handed "
                                     "over is not recorded")
                          .arg(deadline.count())};
    QMetaObject::invokeMethod(m_processor.get(), [processor = m_processor.get(), run = m_run, error] {
        if (!std::exchange(run->hasEnded, true))
            processor->failStream(error);
    });
}

Duration Pipeline::lag() const {
    const SampleSource* const source = m_sourceThread->source();
    if (!isActive() || !source)
        return Duration::zero();
    const Duration now = m_clock.monotonic();
    const Duration late =
        std::max(saturatedDifference(now, source->nextDue().value_or(now)), Duration::zero());
    const StreamStatus status = m_board->read();
    // What the last block waited says nothing once there are no more.
    constexpr Duration recent = std::chrono::seconds(2);
    return late + (now - status.processedAt < recent ? status.queued : Duration::zero());
}

void Pipeline::setDefinition(const PipelineDefinition& definition) {
    QMetaObject::invokeMethod(m_processor.get(), [processor = m_processor.get(), definition] {
        processor->setDefinition(definition);
    });
}

void Pipeline::acknowledgeAlarm(quint64 id) {
    QMetaObject::invokeMethod(m_processor.get(),
                              [processor = m_processor.get(), id] { processor->acknowledgeAlarm(id); });
}

void Pipeline::acknowledgeAllAlarms() {
    QMetaObject::invokeMethod(m_processor.get(),
                              [processor = m_processor.get()] { processor->acknowledgeAllAlarms(); });
}

void Pipeline::finishStopping(State state) {
    // What the source says last may still be on its way here.
    releaseSource();
    m_sourceThread->deleteSource();
    setState(state);
    if (m_isEnding)
        endCapture();
}

void Pipeline::setState(State state) {
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace rillscope
