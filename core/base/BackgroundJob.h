// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JobControl.h"
#include "core/base/ThreadRole.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <functional>
#include <optional>
#include <utility>

namespace rillscope {

/// What all background jobs have in common, whatever their result is.
class AnyBackgroundJob : public QObject {
    Q_OBJECT

public:
    bool isRunning() const { return m_isRunning; }
    /// The work is asked to stop; finished() follows, without a result. Harmless when nothing runs.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// In thousandths.
    void progressed(int permille);
    void finished();

protected:
    void connectTo(QFutureWatcherBase& watcher);

    bool m_isRunning = false;
};

/// One finite piece of work at a time, on a thread of a pool, with progress and cancel. The work gets all
/// that it needs by value, because it may go on for a while after a cancel, or after this object is gone; an
/// owner that lends it a pointer waits for its own pool. Thread: that of its owner. Errors: none; the work
/// returns its own.
template <typename T>
class BackgroundJob final : public AnyBackgroundJob {
public:
    using Work = std::function<T(const JobControl& control)>;

    explicit BackgroundJob(QThreadPool* pool = QThreadPool::globalInstance()) : m_pool(pool) {
        connectTo(m_watcher);
    }
    /// Cancels nothing: what was begun is finished, as a file that is being saved when the program ends.
    ~BackgroundJob() override { m_watcher.disconnect(this); }

    void start(Work work) {
        m_isRunning = true;
        m_watcher.setFuture(QtConcurrent::run(m_pool, [work = std::move(work)](QPromise<T>& promise) {
            takeRole(ThreadRole::Job);
            promise.addResult(work(JobControl::of(promise)));
        }));
    }
    void cancel() override { m_watcher.cancel(); }

    /// After finished(), once: what the work returned; nothing when it was cancelled.
    std::optional<T> takeResult() {
        QFuture<T> future = m_watcher.future();
        if (!future.isValid() || future.isCanceled() || future.resultCount() == 0)
            return std::nullopt;
        return future.takeResult();
    }

private:
    QThreadPool* m_pool;
    QFutureWatcher<T> m_watcher;
};

} // namespace rillscope
