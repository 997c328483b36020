// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/M4.h"
#include "core/history/SampleChunk.h"

namespace rillscope {

/// What is fast because the times of a run never go back and its values are all finite: most runs are so.

bool isPlain(const std::int64_t* times, const double* values, int size);

/// Adds samples [begin, end) of a plain run, begin < end, that arrived after those of `m4`.
void addPlain(M4& m4, const SampleRun& run, int begin, int end);

/// The first sample of [begin, end) of a plain run whose time is after `time`; `end` if there is none.
int firstTimeAfter(const SampleRun& run, int begin, int end, std::int64_t time);

} // namespace rillscope
