// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace rillscope::torture {

/// What goes wrong in a program that runs with the library of FaultyCalls.cpp: a file that it and the one who
/// torments it share as memory. Zeros: nothing goes wrong. Each may be changed while the program runs.
struct FaultControls {
    /// The variables that name the file, and the folder whose files are concerned.
    static constexpr char fileVariable[] = "RILLSCOPE_FAULTS";
    static constexpr char folderVariable[] = "RILLSCOPE_FAULTS_FOLDER";

    std::atomic<int> writeError;           ///< an errno: what a write (or a change of size) fails with
    std::atomic<int> syncError;            ///< likewise a sync
    std::atomic<int> openError;            ///< likewise opening
    std::atomic<int> syncsToFail;          ///< fail only so many; 0: every one, while there is an error
    std::atomic<int> shortWrites;          ///< 1: a write takes a part of what it is given
    std::atomic<int> syncDelayMs;          ///< a sync takes so long, or until this is changed
    std::atomic<int> readDelayMs;          ///< likewise a read()
    std::atomic<std::int64_t> clockOffset; ///< ns that the wall clock is ahead

    // What has happened.
    std::atomic<std::int64_t> writes;
    std::atomic<std::int64_t> syncs;
    std::atomic<std::int64_t> reads;
    std::atomic<std::int64_t> delayedReads; ///< begun
    std::atomic<std::int64_t> delayedSyncs; ///< begun
    std::atomic<std::int64_t> failures;
    std::atomic<std::int64_t> clockReads;
};

static_assert(std::atomic<std::int64_t>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

} // namespace rillscope::torture
