// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Time.h"

#include <QStringList>

#include <optional>

namespace rillscope {

/// How the recording to disk is doing. A value, published by the capture thread after each commit and each
/// failure.
struct CaptureStatus {
    enum class State {
        Off,       ///< nobody asked for a capture
        Ready,     ///< the file is made with the first sample
        Recording, ///< what is received is on disk within captureInterval
        Failing,   ///< nothing can be written; tried again with a new file
        Closed     ///< complete and closed
    };

    State state = State::Off;
    QString path;           ///< of the present file, or else of the last
    qint64 durable = 0;     ///< samples from the source, of all files of the session, that survive a crash
    qint64 derived = 0;     ///< those that filters made, likewise
    qint64 waiting = 0;     ///< samples on their way to the disk
    qint64 missed = 0;      ///< samples in no file, because they could not be written in time
    Duration lag{};         ///< since the oldest sample arrived that is not on disk yet; zero: all are
    Duration longestLag{};  ///< the longest of the session
    qint64 bytes = 0;       ///< of the present file and its log
    qint64 free = -1;       ///< bytes left on its disk; -1: unknown
    int files = 0;          ///< of this session: more than one after a failure
    QStringList paths;      ///< of all of them
    bool isStalled = false; ///< Failing because samples wait and the disk takes none; the file goes on
    std::optional<Error> error; ///< why it is failing, or why it had to go on in another file or folder
};

/// A commit comes at least so often.
inline constexpr std::chrono::milliseconds captureInterval{250};

} // namespace rillscope
