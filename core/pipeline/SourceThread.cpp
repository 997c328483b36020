// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/SourceThread.h"

#include <QDeadlineTimer>
#include <QThread>

#include <utility>

namespace rillscope {
namespace {

std::atomic<int> leftBehind{0};

} // namespace

SourceThread::SourceThread(std::function<void()> began)
    : m_thread(new QThread)
    , m_anchor(new QObject)
    , m_state(std::make_shared<std::atomic<State>>(State::Owned)) {
    m_thread->setObjectName(QStringLiteral("source"));
    if (began)
        QObject::connect(m_thread, &QThread::started, m_thread, std::move(began), Qt::DirectConnection);
    m_anchor->moveToThread(m_thread);
    QObject::connect(m_thread, &QThread::finished, m_anchor, &QObject::deleteLater);
    const auto noteEnd = [thread = m_thread, state = m_state] {
        if (state->exchange(State::Ended) != State::LeftBehind)
            return;
        --leftBehind;
        thread->deleteLater();
    };
    QObject::connect(m_thread, &QThread::finished, m_thread, noteEnd, Qt::DirectConnection);
    m_thread->start();
}

SourceThread::~SourceThread() {
    beginEnding();
    ++leftBehind;
    if (m_state->exchange(State::LeftBehind) != State::Ended)
        return;
    --leftBehind;
    m_thread->wait(); // its last signal was emitted, no code of a source runs any more
    delete m_thread;
}

void SourceThread::take(std::unique_ptr<SampleSource> source) {
    Q_ASSERT(!m_source && !m_isEnding);
    m_source = source.release();
    m_source->moveToThread(m_thread);
}

void SourceThread::deleteSource() {
    if (SampleSource* const source = std::exchange(m_source, nullptr))
        QMetaObject::invokeMethod(m_anchor, [source] { delete source; });
}

void SourceThread::beginEnding() {
    if (std::exchange(m_isEnding, true))
        return;
    QMetaObject::invokeMethod(m_anchor, [source = std::exchange(m_source, nullptr)] {
        if (source)
            source->stop();
        delete source;
        QThread::currentThread()->quit();
    });
}

bool SourceThread::waitForEnd(std::chrono::milliseconds most) {
    Q_ASSERT(m_isEnding);
    return m_thread->wait(QDeadlineTimer(most));
}

int SourceThread::leftBehindCount() {
    return leftBehind;
}

} // namespace rillscope
