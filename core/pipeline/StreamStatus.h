// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/RunningStatistics.h"
#include "core/pipeline/Account.h"
#include "core/pipeline/SourceAccount.h"
#include "core/process/alarm/AlarmTable.h"
#include "core/process/window/WindowResults.h"

#include <QList>
#include <QMutex>

#include <utility>

namespace rillscope {

/// How the stream is doing, as of the last processed block.
struct StreamStatus {
    Account account;
    QList<SourceAccount> sources;        ///< parts of the account, by source in the order they began
    QList<RunningStatistics> statistics; ///< by channel of the history; finite values, temperatures in °C
    Duration queued{}; ///< how long the last block waited between the source and the end of its processing
    Duration processedAt{}; ///< when that was, by the monotonic clock

    /// Samples of captures that the stream is compared with; beside the account.
    qint64 referenceSamples = 0;

    WindowCounts windows;
    AlarmCounts alarms;
    std::optional<Timestamp> newestEventTime; ///< of the present stream, but for what lies too far ahead
    std::optional<Timestamp> watermark;       ///< of the present stream; none without event-time settings
};

/// What the pipeline has found; larger than a status, and read less often.
struct PipelineResults {
    WindowResults windows;
    AlarmTable alarms;
};

/// Where the processing thread leaves the latest StreamStatus and others pick it up. Any thread.
class StatusBoard {
public:
    void publish(const StreamStatus& status) {
        const QMutexLocker lock(&m_mutex);
        m_status = status;
    }

    /// The samples of a block that arrived then are in the history.
    void addArrival(Timestamp arrival) {
        const QMutexLocker lock(&m_mutex);
        m_arrivals.append(arrival);
        if (m_arrivals.size() > mostArrivals)
            m_arrivals.removeFirst();
    }

    StreamStatus read() const {
        const QMutexLocker lock(&m_mutex);
        return m_status;
    }

    /// When the blocks arrived that were added since the last call; the newest of them, if there are very
    /// many.
    QList<Timestamp> takeArrivals() {
        const QMutexLocker lock(&m_mutex);
        return std::exchange(m_arrivals, {});
    }

    void publish(const PipelineResults& results) {
        const QMutexLocker lock(&m_mutex);
        m_results = results;
    }

    PipelineResults readResults() const {
        const QMutexLocker lock(&m_mutex);
        return m_results;
    }

private:
    static constexpr qsizetype mostArrivals = 256;

    mutable QMutex m_mutex; ///< guards all below
    StreamStatus m_status;
    PipelineResults m_results;
    QList<Timestamp> m_arrivals;
};

} // namespace rillscope
