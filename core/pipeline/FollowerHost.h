// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/StreamRecords.h"
#include "core/pipeline/StreamEvent.h"
#include "core/process/alarm/AlarmOccurrence.h"

namespace rillscope {

/// Where a follower reports what happens to it, so that all followers learn of it. Thread: processing.
class FollowerHost {
public:
    virtual ~FollowerHost() = default;

    /// Its time is filled in.
    virtual void report(StreamEvent event) = 0;
    /// An alarm like those of the pipeline's steps. Returns its id.
    virtual quint64 raiseAlarm(const QString& step, const QString& channel) = 0;
    virtual void endAlarm(quint64 id) = 0;
    /// What came before this position is safe with the follower; see Follower::acknowledgesPositions().
    virtual void acknowledge(const StreamPosition& position) = 0;
};

} // namespace rillscope
