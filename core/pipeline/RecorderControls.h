// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ReferenceSamples.h"
#include "core/process/definition/PipelineDefinition.h"

#include <QtGlobal>

#include <memory>

namespace rillscope {

/// What a person changes in a session while it is recorded. Thread: any. Each call returns at once, and takes
/// effect between two blocks.
class RecorderControls {
public:
    /// From the next block on; see ProcessingChain. The unit rules apply to channels that are added later.
    virtual void setDefinition(const PipelineDefinition& definition) = 0;
    virtual void acknowledgeAlarm(quint64 id) = 0;
    virtual void acknowledgeAllAlarms() = 0;
    /// Adds a capture to compare the stream with, as channels of their own, bit by bit beside the stream.
    /// They are not captured, nor processed. `isAligned`: so that the capture's start falls on that of the
    /// session, as far as it is known by now; else with its own times. The channels that find no place (see
    /// maxChannels) are reported as events.
    virtual void addReference(std::shared_ptr<const ReferenceSamples> reference, bool isAligned) = 0;

protected:
    ~RecorderControls() = default;
};

} // namespace rillscope
