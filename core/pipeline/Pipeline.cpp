// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Pipeline.h"

#include "core/base/Message.h"
#include "core/base/ThreadRole.h"

namespace rillscope {
namespace {

/// Runs `work` on the thread of `context` and waits for it.
template <typename Work>
void runOnThreadOf(QObject* context, Work work) {
    QMetaObject::invokeMethod(context, std::move(work), Qt::BlockingQueuedConnection);
}

/// By what the recorder says, so that the state never differs from what the event list says: stop() may come
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
    , m_recorder(std::make_unique<Recorder>(m_history, clock)) {
    m_stopTimer.setSingleShot(true);
    m_stopTimer.setInterval(defaultStopDeadline);
    connect(&m_stopTimer, &QTimer::timeout, this, &Pipeline::noteStuckSource);
    m_processingThread.setObjectName(QStringLiteral("processing"));
    connect(&m_processingThread, &QThread::started, &m_processingThread,
            beginningOf(ThreadRole::Processing, urgency), Qt::DirectConnection);
    addStatusPublisher();
    m_recorder->moveToThread(&m_processingThread);
    connect(m_recorder.get(), &Recorder::streamEnded, this,
            [this](StreamEvent::Kind kind) { finishStopping(stateAfter(kind)); });
    connect(m_recorder.get(), &Recorder::streamFailed, this, [this](const Error& error) {
        m_lastError = error;
        finishStopping(State::Failed);
    });
    m_processingThread.start();
}

void Pipeline::addStatusPublisher() {
    const auto publisher = std::make_shared<StatusPublisher>(m_board, m_clock);
    publisher->moveToThread(&m_processingThread);
    connect(publisher.get(), &StatusPublisher::eventsOccurred, this, &Pipeline::eventsOccurred);
    connect(publisher.get(), &StatusPublisher::alarmsRaised, this, &Pipeline::alarmsRaised);
    m_recorder->addFollower(publisher);
}

Pipeline::~Pipeline() {
    // The source goes first, because the recorder, when it goes, looks at the signals that lead to it.
    m_sourceThread->beginEnding();
    if (!m_hasEnded) {
        if (!m_sourceThread->waitForEnd(m_stopTimer.intervalAsDuration()))
            endAbandonedRun();
        // The source's blocks stand in the recorder's queue before this call, and are recorded before the
        // capture is closed.
        closeCapture();
    }
    m_sourceThread.reset();
    m_recorder.release()->deleteLater();
    m_processingThread.quit();
    m_processingThread.wait();
}

void Pipeline::recordTo(const CaptureSettings& settings, std::function<void(qint64)> committed) {
    Q_ASSERT(m_state == State::Idle && !m_capture);
    // The writer is closed before the recorder goes, and with it the follower, and this.
    CaptureObserver observer;
    observer.committed = std::move(committed);
    observer.began = beginningOf(ThreadRole::Capture, m_urgency);
    const auto follower = std::make_shared<CaptureFollower>(*m_recorder);
    follower->moveToThread(&m_processingThread);
    observer.told = [follower = follower.get()](const CaptureNews& news) {
        QMetaObject::invokeMethod(
            follower, [follower, news] { follower->note(news); }, Qt::QueuedConnection);
    };
    observer.acknowledged = [follower = follower.get()](const CapturedPosition& position) {
        QMetaObject::invokeMethod(
            follower, [follower, position] { follower->noteDurable(position); }, Qt::QueuedConnection);
    };
    observer.ended = [this] { QMetaObject::invokeMethod(this, &Pipeline::noteEnded, Qt::QueuedConnection); };
    m_capture = std::make_shared<CaptureWriter>(settings, m_clock, std::move(observer));
    m_captureFollower = follower.get();
    QMetaObject::invokeMethod(m_recorder.get(), [recorder = m_recorder.get(), follower, capture = m_capture] {
        follower->begin(capture);
        recorder->addFollower(follower);
    });
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
    runOnThreadOf(m_recorder.get(), [this] { finishRecording(); });
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
    QMetaObject::invokeMethod(m_recorder.get(), [this] {
        finishRecording();
        m_capture->beginClosing();
    });
}

/// On the processing thread, which ends before this.
void Pipeline::finishRecording() {
    m_recorder->finish();
    if (m_captureFollower)
        m_captureFollower->finish();
}

void Pipeline::noteEnded() {
    if (!m_isEnding || std::exchange(m_hasEnded, true))
        return;
    Q_EMIT ended();
}

void Pipeline::restore(std::vector<SampleHistory::Restorable> past) {
    QMetaObject::invokeMethod(
        m_recorder.get(),
        [history = m_history,
         shared = std::make_shared<std::vector<SampleHistory::Restorable>>(std::move(past))] {
            for (SampleHistory::Restorable& each : *shared)
                history->restore(std::move(each));
        },
        Qt::QueuedConnection);
}

void Pipeline::addReference(std::shared_ptr<const ReferenceCapture> reference, bool isAligned) {
    QMetaObject::invokeMethod(m_recorder.get(),
                              [recorder = m_recorder.get(), reference = std::move(reference), isAligned] {
                                  recorder->addReference(reference, isAligned);
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
    QMetaObject::invokeMethod(m_recorder.get(),
                              [recorder = m_recorder.get(), uri, sourceTime = source->sourceTime()] {
                                  recorder->beginStream(uri, sourceTime);
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
    Recorder* const recorder = m_recorder.get();
    connect(source, &SampleSource::samplesReady, recorder, [recorder, run = m_run](const SampleBlock& block) {
        if (!run->hasEnded)
            recorder->process(block);
    });
    connect(source, &SampleSource::finished, recorder, [recorder, run = m_run] {
        if (!std::exchange(run->hasEnded, true))
            recorder->endStream(run->isStopRequested ? StreamEvent::Kind::Stopped
                                                     : StreamEvent::Kind::Finished);
    });
    connect(source, &SampleSource::failed, recorder, [recorder, run = m_run](const Error& error) {
        if (!std::exchange(run->hasEnded, true))
            recorder->failStream(error);
    });
    connect(recorder, &Recorder::creditGranted, source, &SampleSource::grantCredit);
    connect(recorder, &Recorder::acknowledged, source, &SampleSource::acknowledge);
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
    disconnect(m_recorder.get(), nullptr, source, nullptr);
    m_sourceThread = std::make_unique<SourceThread>(beginningOf(ThreadRole::Source, m_urgency));
    endAbandonedRun();
    releaseSource();
}

/// Behind the blocks that the source has handed over.
void Pipeline::endAbandonedRun() {
    if (!m_run)
        return;
    const auto deadline = std::chrono::duration<double>(m_stopTimer.intervalAsDuration());
    const Error error{
        ErrorCode::LimitReached, m_uri.text(),
        Message(QT_TRANSLATE_NOOP("Message",
                                  "the source did not stop within %1 s; what it has read but not handed "
                                  "over is not recorded"),
                QString::number(deadline.count()))};
    QMetaObject::invokeMethod(m_recorder.get(), [recorder = m_recorder.get(), run = m_run, error] {
        if (!std::exchange(run->hasEnded, true))
            recorder->failStream(error);
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

std::optional<SourceCondition> Pipeline::sourceCondition() const {
    const SampleSource* const source = m_sourceThread->source();
    auto condition = isActive() && source ? source->condition() : std::nullopt;
    const bool isHeld =
        m_recorder->isHoldingSource() && captureStatus().state == CaptureStatus::State::Failing;
    if (condition && isHeld)
        condition = SourceCondition{.kind = SourceCondition::Kind::Held, .lasted = condition->lasted};
    return condition;
}

void Pipeline::setDefinition(const PipelineDefinition& definition) {
    QMetaObject::invokeMethod(
        m_recorder.get(), [recorder = m_recorder.get(), definition] { recorder->setDefinition(definition); });
}

void Pipeline::acknowledgeAlarm(quint64 id) {
    QMetaObject::invokeMethod(m_recorder.get(),
                              [recorder = m_recorder.get(), id] { recorder->acknowledgeAlarm(id); });
}

void Pipeline::acknowledgeAllAlarms() {
    QMetaObject::invokeMethod(m_recorder.get(),
                              [recorder = m_recorder.get()] { recorder->acknowledgeAllAlarms(); });
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
