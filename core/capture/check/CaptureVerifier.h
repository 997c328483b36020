// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JobControl.h"
#include "core/base/Message.h"

#include <QList>

namespace rillscope {

/// One thing that was looked at, and what was found.
struct CaptureCheck {
    QString what; ///< "samples"
    Message found;
    bool isGood = true;
};

/// What is known of a capture that was checked.
struct CaptureVerdict {
    QList<CaptureCheck> checks; ///< the last one may be the reason why there are no more
    qint64 samples = 0;         ///< that were found good, from the first on

    bool isGood() const;
    /// Why it is not good, in a sentence without a full stop; empty when it is.
    Message fault() const;
};

enum class VerifyDepth {
    Quick, ///< structure, tables, and the newest samples: what a crash can have damaged
    Whole  ///< every sample and every rollup, to the bit
};

/// Checks a capture, which may be hostile: the one judge for recovery, for export and for `verify`. A capture
/// that is being written is judged up to its newest sample.
/// Thread: any; two threads while SQLite checks its own structure, which cannot be asked to stop otherwise.
/// Errors: FileNotFound, FileUnreadable, FileInUse, UnreadableInput (no capture, or one of a newer version),
/// Cancelled. Damage is no error here, but a check that failed.
Result<CaptureVerdict> verifyCapture(const QString& path, VerifyDepth depth, const JobControl& control = {});

} // namespace rillscope
