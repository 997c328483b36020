// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/pipeline/Follower.h"
#include "core/pipeline/StreamStatus.h"

#include <QTimer>

namespace rillscope {

/// Publishes how the stream is doing: statistics and counts with every block, results of the steps at most
/// ten times a second, events and alarms as signals. Thread: processing.
class StatusPublisher : public QObject, public Follower {
    Q_OBJECT

public:
    StatusPublisher(std::shared_ptr<StatusBoard> board, const Clock& clock, QObject* parent = nullptr);

    bool readsSamples() const override { return false; }
    void take(const std::shared_ptr<const RecordedBlock>& block) override;

Q_SIGNALS:
    void eventsOccurred(const QList<rillscope::StreamEvent>& events);
    /// As they were when they were raised; at most maxAlarmsTold of one block.
    void alarmsRaised(const QList<rillscope::AlarmOccurrence>& alarms);

private:
    void addResults(const RecordedBlock& block);
    void publishResults();

    std::shared_ptr<StatusBoard> m_board;
    const Clock& m_clock;
    StreamStatus m_status;
    PipelineResults m_results;
    QTimer m_resultTimer;
};

} // namespace rillscope
