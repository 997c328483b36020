// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JobControl.h"
#include "core/base/Time.h"

namespace rillscope {

/// What could be read of a damaged capture, and was written into a new one.
struct SalvagedCapture {
    qint64 samples = 0; ///< 0: there is no new capture
    qint64 refused = 0; ///< rows of samples that could be read, but made no sense
    int failures = 0;   ///< places in the file that could not be read
    Timestamp firstArrival;
    Timestamp lastArrival;
};

/// Makes a new capture at `target` of all that can be read of a damaged one: its samples in their order,
/// numbered anew, and what was recorded beside them; rollups are made afresh, channels that lost their name
/// get one. It ends as 'salvaged'. The damaged file is only read.
/// Thread: any. Memory: bounded, whatever the file says. Errors, after which there is no new capture:
/// Cancelled, and those of CaptureFile. What cannot be read is no error.
Result<SalvagedCapture> salvageCapture(const QString& damaged, const QString& target,
                                       const JobControl& control = {});

} // namespace rillscope
