// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Time.h"
#include "core/capture/CaptureAccount.h"

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
    QString path;               ///< of the present file, or else of the last
    CaptureAccount account;     ///< of all files of the session; balances at any moment
    Duration lag{};             ///< since the oldest sample arrived that is not on disk yet; zero: all are
    Duration longestLag{};      ///< the longest of the session
    qint64 bytes = 0;           ///< of the present file and its log
    qint64 free = -1;           ///< bytes left on its disk; -1: unknown
    int files = 0;              ///< of this session: more than one after a failure
    QStringList paths;          ///< of all of them
    bool isStalled = false;     ///< Failing because samples wait and the disk takes none; the file goes on
    bool isCutShort = false;    ///< Closed, but the last file does not say so: recovery makes it whole
    std::optional<Error> error; ///< why it is failing, or why it had to go on in another file or folder
};

/// A commit comes at least so often.
inline constexpr std::chrono::milliseconds captureInterval{250};

} // namespace rillscope
