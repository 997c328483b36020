// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JobControl.h"
#include "core/base/Message.h"
#include "core/base/Time.h"
#include "core/capture/check/CaptureVerifier.h"

#include <QStringList>

#include <optional>
#include <utility>

namespace rillscope {

/// What became of a capture that was not closed, or is damaged.
struct RecoveryReport {
    enum class Outcome {
        Sound,     ///< it was complete: nothing was done, or only its log was joined to it
        Recovered, ///< it had been cut short, and is complete now
        Salvaged,  ///< it was damaged: set aside, and what could be read is in a new capture
        Lost       ///< it was damaged: set aside, and nothing could be read
    };

    Outcome outcome = Outcome::Sound;
    QString path;        ///< of the capture to open; empty when it is lost
    QString damagedPath; ///< where the damaged one is kept
    Message fault;       ///< what is wrong with it, a sentence without a full stop
    qint64 samples = 0;  ///< in `path`
    std::optional<std::pair<Timestamp, Timestamp>> arrivals; ///< of the first sample and of the last
    qint64 refused = 0;                                      ///< samples that were found, but made no sense
    int unreadablePlaces = 0; ///< of the damaged file; more than one sample may be gone at each

    Duration duration() const { return arrivals ? arrivals->second - arrivals->first : Duration{0}; }
};

/// The captures of a folder that nobody is writing and that were not closed, or whose log is still beside
/// them, by name. Those that are too damaged to know are among them; what is no capture, or too
/// new, is not. Thread: any.
QStringList capturesToRecover(const QString& folder);

/// Brings a capture into order. Quick: only the newest of its samples are checked, as a crash can have harmed
/// no others; else whatever verifyCapture() finds counts. A complete capture that is damaged is salvaged as
/// well; so is one that was set aside before, without another renaming. Thread: any. Errors: FileInUse while
/// somebody writes it; FileNotFound, FileUnreadable; UnreadableInput for what is no capture, or too new, and
/// stays as it is; Cancelled; WriteFailed, StorageFull when the new one could not be written (the damaged one
/// is kept).
Result<RecoveryReport> recoverCapture(const QString& path, const JobControl& control = {},
                                      VerifyDepth depth = VerifyDepth::Quick);

} // namespace rillscope
