// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Time.h"
#include "core/model/ShownUri.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace rillscope {

/// A capture as a list tells of it: what is known without reading its samples.
struct CaptureEntry {
    enum class State {
        BeingWritten, ///< by this program or by another
        Complete,
        Recovered,   ///< closed after a crash, or what could be salvaged of a damaged one
        CutShort,    ///< its writer ended without closing it, and nobody has recovered it yet
        Quarantined, ///< found damaged, and renamed
        Unreadable   ///< damaged, too new, or no capture at all; see error
    };

    State state = State::Unreadable;
    QString path;
    qint64 bytes = 0; ///< with its log
    qint64 samples = 0;
    std::optional<Timestamp> started;
    std::optional<Timestamp> ended; ///< of one that has no end: when the newest sample came
    QList<ShownUri> sources;        ///< URIs, each once
    qint64 modifiedMs = 0;          ///< wall clock, ms since the Unix epoch
    bool isLink = false;            ///< the file itself lies elsewhere
    std::optional<Error> error;

    /// One that this program may take for a capture of its own making.
    bool isCapture() const { return state != State::Quarantined && state != State::Unreadable; }
    /// Closed for good.
    bool isEnded() const { return state == State::Complete || state == State::Recovered; }
    std::optional<Duration> duration() const;
};

/// The captures of a folder, the newest first. A value. At most `mostEntries`: of more, those that were
/// written first, because they are the ones to go.
struct CaptureCatalog {
    static constexpr qsizetype mostEntries = 10'000;

    QString folder;
    QList<CaptureEntry> entries;
    qint64 bytes = 0;     ///< of all entries
    qint64 notListed = 0; ///< files beyond mostEntries
};

/// Reads a folder; one that is not there holds none. Each file is asked for a handful of rows, and given up
/// after a bounded number of steps, whatever it is. What `known` tells of one that nobody writes any more is
/// believed as long as its size and time are the same. Thread: any.
CaptureCatalog readCaptureCatalog(const QString& folder, const CaptureCatalog& known = {},
                                  const std::function<bool()>& isCancelled = {});

/// Describes one capture file as readCaptureCatalog() does. Thread: any.
CaptureEntry describeCapture(const QString& path);

} // namespace rillscope
