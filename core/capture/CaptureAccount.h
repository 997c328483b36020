// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace rillscope {

/// How many things of each kind. A value.
struct CaptureCounts {
    qint64 samples = 0; ///< from the source
    qint64 derived = 0; ///< samples that filters made
    qint64 windows = 0; ///< rows of window results
    qint64 events = 0;

    bool isEmpty() const { return *this == CaptureCounts(); }
    bool isAnyNegative() const { return samples < 0 || derived < 0 || windows < 0 || events < 0; }
    qint64 allSamples() const { return samples + derived; }

    CaptureCounts& operator+=(const CaptureCounts& other);
    CaptureCounts& operator-=(const CaptureCounts& other);
    friend CaptureCounts operator+(CaptureCounts left, const CaptureCounts& right) { return left += right; }
    friend bool operator==(const CaptureCounts&, const CaptureCounts&) = default;
};

/// What became of all that was handed to a capture: offered = durable + waiting + missed, for each kind by
/// itself. The calls only ever move a count from one place to another, so the sum holds after each of them.
/// Alarms stand beside the sum: they are states, of which only the latest must reach a file.
/// Thread: a value.
struct CaptureAccount {
    CaptureCounts offered;   ///< all that was recorded while there was a capture
    CaptureCounts durable;   ///< in the files of the session; survives a crash
    CaptureCounts waiting;   ///< on the way to the disk
    CaptureCounts missed;    ///< in no file
    qint64 missedAlarms = 0; ///< alarms whose latest state is in no file

    void offer(const CaptureCounts& counts);
    /// It was written.
    void commit(const CaptureCounts& counts);
    /// It will not be written.
    void miss(const CaptureCounts& counts);
    /// It was durable, and its file is gone.
    void lose(const CaptureCounts& counts);

    bool balances() const;
    bool isAnythingMissed() const { return !missed.isEmpty() || missedAlarms > 0; }
    /// Windows, events and alarms.
    qint64 missedResults() const { return missed.windows + missed.events + missedAlarms; }

    friend bool operator==(const CaptureAccount&, const CaptureAccount&) = default;
};

} // namespace rillscope
