// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/PerMark.h"
#include "core/model/SampleBlock.h"
#include "core/pipeline/StreamEvent.h"

namespace rillscope {

/// Turns a flood of remarkable things into a few events: a bounded number of malformed lines one by one, the
/// rest and all marks as sums. Nothing is left out of the sums. Thread: one owner (processing).
class EventDigest {
public:
    static constexpr int detailsPerDigest = 20;

    /// What the block says of its malformed inputs and of losses of unknown size.
    void addNotices(const SampleBlock& block, Timestamp time);
    void addMarks(Quality quality, const QString& channelName);
    void addDropped(qint64 count) { m_dropped += count; }
    void addLost(qint64 count) { m_lost += count; }
    void addRowsLeftOut(qint64 count) { m_rowsLeftOut += count; }
    void addLateDropped(qint64 count) { m_lateDropped += count; }
    void addWindowsEarly(qint64 count) { m_windowsEarly += count; }
    /// One by one as long as there are few, else as a part of a sum.
    void addAlarm(StreamEvent event);
    void addFurtherAlarms(qint64 count) { m_furtherAlarms += count; }
    void add(StreamEvent event) { m_events.append(std::move(event)); }

    bool isEmpty() const;
    /// The events since the last take.
    QList<StreamEvent> take(Timestamp time);

private:
    struct Marks {
        qint64 count = 0;
        QString channel; ///< empty when several channels are concerned

        friend bool operator==(const Marks&, const Marks&) = default;
    };

    QList<StreamEvent> m_events;
    int m_details = 0;
    qint64 m_furtherMalformed = 0;
    qint64 m_furtherUnknownLosses = 0;
    qint64 m_dropped = 0;
    qint64 m_lost = 0;
    qint64 m_rowsLeftOut = 0;
    qint64 m_lateDropped = 0;
    qint64 m_windowsEarly = 0;
    qint64 m_furtherAlarms = 0;
    PerMark<Marks> m_marks;
};

} // namespace rillscope
