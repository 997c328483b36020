// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JobControl.h"
#include "core/capture/read/CaptureHistory.h"
#include "core/pipeline/StreamEvent.h"
#include "core/pipeline/StreamStatus.h"
#include "core/process/definition/PipelineDefinition.h"
#include "core/source/SourceUri.h"

namespace rillscope {

/// A capture that was opened to be explored: all that a session shows, standing still. A value that many
/// share.
struct StillCapture {
    CaptureInfo info;
    std::shared_ptr<SampleHistory> history; ///< see OpenedCapture
    StreamStatus status;
    PipelineResults results;
    QList<StreamEvent> events;
    PipelineDefinition definition;   ///< that it ended with
    std::optional<SourceUri> source; ///< the only one it was made from

    /// What is shown of a capture at the most; of more, the newest.
    static constexpr qint64 mostWindows = 1'000'000;
    static constexpr qint64 mostAlarms = 100'000;
    static constexpr qint64 mostEvents = 1'000;
};

using StillCaptureResult = Result<std::shared_ptr<const StillCapture>>;

/// Reads a capture. Thread: any. Errors: those of CaptureReader; EmptyInput for one without samples.
StillCaptureResult openStillCapture(const QString& path, const JobControl& control = {});

} // namespace rillscope
