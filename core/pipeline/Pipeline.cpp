// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Pipeline.h"

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

} // namespace

Pipeline::Pipeline(const Clock& clock, qint64 memoryLimit)
    : m_clock(clock)
    , m_history(std::make_shared<SampleHistory>(memoryLimit))
    , m_board(std::make_shared<StatusBoard>())
    , m_processor(std::make_unique<StreamProcessor>(m_history, m_board, clock)) {
    m_sourceThread.setObjectName(QStringLiteral("source"));
    m_processingThread.setObjectName(QStringLiteral("processing"));
    m_processor->moveToThread(&m_processingThread);
    connect(m_processor.get(), &StreamProcessor::eventsOccurred, this, &Pipeline::eventsOccurred);
    connect(m_processor.get(), &StreamProcessor::alarmsRaised, this, &Pipeline::alarmsRaised);
    connect(m_processor.get(), &StreamProcessor::streamEnded, this,
            [this](StreamEvent::Kind kind) { finishStopping(stateAfter(kind)); });
    connect(m_processor.get(), &StreamProcessor::streamFailed, this, [this](const Error& error) {
        m_lastError = error;
        finishStopping(State::Failed);
    });
    m_sourceThread.start();
    m_processingThread.start();
}

Pipeline::~Pipeline() {
    // Each is deleted on its own thread, where its timers live; the source comes first, because the
    // processor, when it goes, looks at the signals that lead to it.
    if (m_source) {
        runOnThreadOf(m_source.get(), [source = m_source.get()] { source->stop(); });
        m_source.release()->deleteLater();
    }
    m_sourceThread.quit();
    m_sourceThread.wait();
    // The source's blocks stand in the processor's queue before this call, and are recorded before the
    // capture is closed.
    closeCapture();
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
    m_capture = std::make_shared<CaptureWriter>(settings, m_clock,
                                                CaptureObserver{std::move(committed), told, ended});
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
    // Only the source is waited for: who comes next may read from where it reads.
    if (m_source)
        runOnThreadOf(m_source.get(), [source = m_source.get()] { source->stop(); });
    if (!isActive())
        endCapture();
}

/// Behind all that is to be recorded.
void Pipeline::endCapture() {
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
    if (m_isEnding)
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

void Pipeline::start(std::unique_ptr<SampleSource> source, const QString& description) {
    Q_ASSERT(!isActive() && !m_isEnding);
    m_lastError.reset();
    m_source = std::move(source);
    connectSource(m_source.get());
    m_source->moveToThread(&m_sourceThread);
    QMetaObject::invokeMethod(
        m_processor.get(), [processor = m_processor.get(), description, sourceTime = m_source->sourceTime()] {
            processor->beginStream(description, sourceTime);
        });
    QMetaObject::invokeMethod(m_source.get(), [running = m_source.get()] {
        running->grantCredit(creditBlocks);
        running->start();
    });
    setState(State::Running);
}

void Pipeline::connectSource(SampleSource* source) {
    StreamProcessor* processor = m_processor.get();
    connect(source, &SampleSource::samplesReady, processor, &StreamProcessor::process);
    connect(source, &SampleSource::finished, processor, [this, processor] {
        processor->endStream(m_stopRequested ? StreamEvent::Kind::Stopped : StreamEvent::Kind::Finished);
    });
    connect(source, &SampleSource::failed, processor, &StreamProcessor::failStream);
    connect(processor, &StreamProcessor::blockProcessed, source, &SampleSource::grantCredit);
}

void Pipeline::stop() {
    if (m_state != State::Running)
        return;
    m_stopRequested = true;
    setState(State::Stopping);
    QMetaObject::invokeMethod(m_source.get(), &SampleSource::stop);
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
    m_stopRequested = false;
    // It lives on its thread, and is deleted there.
    m_source.release()->deleteLater();
    setState(state);
    if (m_isEnding)
        endCapture();
}

void Pipeline::setState(State state) {
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace rillscope
