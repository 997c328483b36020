// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/capture/CaptureIndex.h"
#include "core/capture/read/CaptureContents.h"
#include "core/history/SampleHistory.h"

#include <functional>
#include <memory>

namespace rillscope {

/// A capture, as the chart and everything else sees a session.
struct OpenedCapture {
    CaptureInfo info;
    std::shared_ptr<SampleHistory> history; ///< its holder may write it: PastReader's restored samples
};

/// Where the samples of its history are: all in the one file.
std::shared_ptr<const CaptureIndex> indexOf(const QString& path, const SampleHistory& history);

/// A capture of at most this many samples is held in memory as a whole. Of a larger one the summaries are
/// held, and the newest few thousand samples of each channel; older samples are read when the chart shows
/// them.
inline constexpr qint64 mostSamplesInMemory = 2'000'000;

/// Reads a capture into a history of its own. Where summaries are missing, or cannot be, all samples from
/// there on are read instead. Thread: any. `isCancelled` and `reportProgress` (samples done, and in all) may
/// be empty, and are called every few milliseconds. Errors: those of CaptureReader.
/// Cost: that of the rollups, one for 256 samples: 0.2 s for 10^7 samples of one channel. Where one channel
/// is much slower than the others, that of all samples since its newest whole chunk began.
Result<OpenedCapture>
openCaptureHistory(const QString& path, const std::function<bool()>& isCancelled = {},
                   const std::function<void(qint64 done, qint64 all)>& reportProgress = {},
                   qint64 mostInMemory = mostSamplesInMemory);

} // namespace rillscope
