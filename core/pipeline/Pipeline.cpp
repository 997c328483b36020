// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Pipeline.h"

#include "core/base/ThreadRole.h"
#include "core/pipeline/CaptureFollower.h"
#include "core/pipeline/Recorder.h"
#include "core/pipeline/SourceSlot.h"
#include "core/pipeline/StatusPublisher.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <utility>

namespace rillscope {
namespace {

/// Runs `work` on the thread of `context` and waits for it.
template <typename Work>
void runOnThreadOf(QObject* context, Work work) {
    QMetaObject::invokeMethod(context, std::move(work), Qt::BlockingQueuedConnection);
}

/// By what the recorder says, so that the state never differs from what the event list says: stop() may come
/// when the source has ended already.
Pipeline::State stateAfter(StreamEnd end) {
    return end == StreamEnd::Stopped ? Pipeline::State::Stopped : Pipeline::State::Finished;
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
    , m_recorder(std::make_unique<Recorder>(m_history, clock)) {
    m_processingThread.setObjectName(QStringLiteral("processing"));
    connect(&m_processingThread, &QThread::started, &m_processingThread,
            beginningOf(ThreadRole::Processing, urgency), Qt::DirectConnection);
    addStatusPublisher();
    m_recorder->moveToThread(&m_processingThread);
    connect(m_recorder.get(), &Recorder::streamEnded, this,
            [this](int stream, StreamEnd end) { noteStreamEnd(stream, stateAfter(end)); });
    connect(m_recorder.get(), &Recorder::streamFailed, this, [this](int stream, const Error& error) {
        if (!m_lastError)
            m_lastError = error;
        noteStreamEnd(stream, State::Failed);
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
    // The sources go first, because the recorder, when it goes, looks at the signals that lead to them.
    beginEndingSources();
    if (!m_hasEnded) {
        const QDeadlineTimer deadline(m_stopDeadline);
        for (const auto& slot : m_slots)
            slot->waitForEnd(std::chrono::milliseconds(deadline.remainingTime()));
        for (const auto& thread : m_idleThreads)
            thread->waitForEnd(std::chrono::milliseconds(deadline.remainingTime()));
        // The sources' blocks stand in the recorder's queue before this call, and are recorded before the
        // capture is closed.
        closeCapture();
    }
    m_slots.clear();
    m_idleThreads.clear();
    m_recorder.release()->deleteLater();
    m_processingThread.quit();
    m_processingThread.wait();
}

void Pipeline::beginEndingSources() {
    for (const auto& slot : m_slots)
        slot->beginEnding();
    for (const auto& thread : m_idleThreads)
        thread->beginEnding();
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
    observer.acknowledged = [follower = follower.get()](const StreamPosition& position) {
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
    beginEndingSources();
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

RecorderControls& Pipeline::controls() {
    return *m_recorder;
}

void Pipeline::start(std::unique_ptr<SampleSource> source, const ShownUri& uri, Start moment,
                     const QString& prefix) {
    Q_ASSERT(!isActive() && !m_isEnding);
    m_lastError.reset();
    m_endState.reset();
    SourceSlot& slot = addSlot(std::move(source), uri, prefix);
    if (moment == Start::AtOnce)
        slot.begin();
    setState(State::Running);
}

int Pipeline::addSource(std::unique_ptr<SampleSource> source, const ShownUri& uri, const QString& prefix) {
    Q_ASSERT(m_state == State::Running && !m_isEnding);
    SourceSlot& slot = addSlot(std::move(source), uri, prefix);
    slot.begin();
    return slot.stream();
}

SourceSlot& Pipeline::addSlot(std::unique_ptr<SampleSource> source, const ShownUri& uri,
                              const QString& prefix) {
    StreamBeginning beginning{
        .number = ++m_streamCount, .uri = uri, .sourceTime = source->sourceTime(), .prefix = prefix};
    m_slots.push_back(
        std::make_unique<SourceSlot>(std::move(beginning), std::move(source), takeThread(), *m_recorder));
    SourceSlot& slot = *m_slots.back();
    slot.setStopDeadline(m_stopDeadline);
    connect(&slot, &SourceSlot::stuck, this, &Pipeline::sourceStuck);
    connect(&slot, &SourceSlot::released, this, &Pipeline::noteReleased);
    return slot;
}

/// A thread is used again and again.
std::unique_ptr<SourceThread> Pipeline::takeThread() {
    if (m_idleThreads.empty())
        return std::make_unique<SourceThread>(beginningOf(ThreadRole::Source, m_urgency));
    std::unique_ptr<SourceThread> thread = std::move(m_idleThreads.back());
    m_idleThreads.pop_back();
    return thread;
}

void Pipeline::beginSource() {
    for (const auto& slot : m_slots)
        slot->begin();
}

void Pipeline::stop() {
    if (m_state != State::Running)
        return;
    setState(State::Stopping);
    for (const auto& slot : m_slots)
        slot->stop();
}

void Pipeline::setStopDeadline(std::chrono::milliseconds deadline) {
    m_stopDeadline = deadline;
    for (const auto& slot : m_slots)
        slot->setStopDeadline(deadline);
}

void Pipeline::stopSource(int stream) {
    const auto found = findSlot(stream);
    if (found != m_slots.end())
        (*found)->stop();
}

std::vector<std::unique_ptr<SourceSlot>>::iterator Pipeline::findSlot(int stream) {
    return std::ranges::find_if(m_slots, [stream](const auto& slot) { return slot->stream() == stream; });
}

bool Pipeline::isSourceActive() const {
    return std::ranges::any_of(m_slots, [](const auto& slot) { return slot->isActive(); });
}

bool Pipeline::isSourceStuck() const {
    return std::ranges::any_of(m_slots, [](const auto& slot) { return slot->isStuck(); });
}

void Pipeline::noteReleased() {
    if (!isSourceActive())
        Q_EMIT sourceReleased();
}

void Pipeline::abandonSource() {
    for (const auto& slot : m_slots) {
        if (slot->isStuck())
            slot->abandon(takeThread());
    }
}

Duration Pipeline::lag() const {
    if (!isActive() || m_slots.empty())
        return Duration::zero();
    const Duration now = m_clock.monotonic();
    Duration late = Duration::zero();
    for (const auto& slot : m_slots)
        late = std::max(late, slot->lateness(now));
    const StreamStatus status = m_board->read();
    // What the last block waited says nothing once there are no more.
    constexpr Duration recent = std::chrono::seconds(2);
    return late + (now - status.processedAt < recent ? status.queued : Duration::zero());
}

std::optional<SourceCondition> Pipeline::sourceCondition() const {
    const auto sources = runningSources();
    return sources.empty() ? std::nullopt : sources.front().condition;
}

std::vector<Pipeline::RunningSource> Pipeline::runningSources() const {
    const bool isWritingFailing = captureStatus().state == CaptureStatus::State::Failing;
    std::vector<RunningSource> sources;
    for (const auto& slot : m_slots)
        sources.push_back({slot->stream(), slot->uri(), slot->prefix(), slot->condition(isWritingFailing)});
    return sources;
}

/// The state of the session is that of its worst end.
void Pipeline::noteStreamEnd(int stream, State state) {
    const auto found = findSlot(stream);
    Q_ASSERT(found != m_slots.end());
    const std::unique_ptr<SourceSlot> ended = std::move(*found);
    m_slots.erase(found);
    m_idleThreads.push_back(ended->finish());
    const bool isWorse = !m_endState || *m_endState == State::Finished || state == State::Failed;
    m_endState = isWorse ? state : *m_endState;
    if (!m_slots.empty())
        return;
    setState(*m_endState);
    if (m_isEnding)
        endCapture();
}

void Pipeline::setState(State state) {
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace rillscope
