// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/window/QuantileSketch.h"

namespace rillscope {

/// The bounds on the memory of one window step, over all its channels: some 300 bytes an open window, and the
/// values kept for percentiles. With more of these than `sketchedAbove`, windows of more than
/// QuantileSketch::bufferSize samples are sketched. Beyond the other two bounds the oldest windows fire
/// early.
struct WindowLimits {
    std::int64_t openWindows = 1'000'000;
    std::int64_t heldValues = 64'000'000; ///< 8 bytes each, up to 16 while a window grows
    std::int64_t sketchedAbove = 16'000'000;
    std::size_t exactValues = 100'000; ///< in a window or slice, before it is sketched
};

/// What one window step holds at present.
struct WindowUsage {
    std::int64_t openWindows = 0; ///< windows that have a sample and have not fired
    std::int64_t heldValues = 0;

    bool isWithin(const WindowLimits& limits) const {
        return openWindows <= limits.openWindows && heldValues <= limits.heldValues;
    }
};

/// What is shared by all the windows of a step.
struct WindowMemory {
    WindowLimits limits;
    WindowUsage usage;
    bool keepsValues = false; ///< some percentile was asked for

    std::size_t exactValues() const {
        return usage.heldValues <= limits.sketchedAbove
                   ? limits.exactValues
                   : std::min(limits.exactValues, QuantileSketch::bufferSize);
    }
};

} // namespace rillscope
