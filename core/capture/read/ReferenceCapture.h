// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/history/ReferenceSamples.h"

#include <functional>
#include <memory>

namespace rillscope {

using ReferenceResult = Result<std::shared_ptr<const ReferenceSamples>>;

/// 24 bytes of memory each until the history has them.
inline constexpr qint64 mostReferenceSamples = 10'000'000;

/// Thread: any. `isCancelled` and `reportProgress` as in openCaptureHistory(). Errors: those of
/// CaptureReader; LimitReached for a capture of more than `most` samples; EmptyInput for one without any.
ReferenceResult readReference(const QString& path, const std::function<bool()>& isCancelled = {},
                              const std::function<void(qint64 done, qint64 all)>& reportProgress = {},
                              qint64 most = mostReferenceSamples);

} // namespace rillscope
