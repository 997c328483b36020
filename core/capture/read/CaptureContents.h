// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/history/LeafSummary.h"
#include "core/model/Sample.h"
#include "core/model/ShownUri.h"
#include "core/process/window/WindowRow.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace rillscope {

// What CaptureReader finds in a capture, as values. See captureTables() for what each means.

/// What is known of a capture without looking at its samples.
struct CaptureInfo {
    QString path;
    QString program; ///< that made it, with its version
    std::optional<Timestamp> started;
    std::optional<Timestamp> ended; ///< nothing: it is being written, or was cut short
    QString closed;                 ///< "stopped", "recovered", "failed", "salvaged", or empty
    QString account;                ///< JSON, or empty
    QList<ShownUri> sources;        ///< URIs, each once, in the order they began
    QString definition;             ///< TOML, of the last stream; may be empty
    qint64 sampleCount = 0;         ///< of all channels, derived ones too
    std::optional<Timestamp> firstArrival;
    std::optional<Timestamp> lastArrival;
    qint64 bytes = 0; ///< of the file and its log

    bool isComplete() const { return ended.has_value(); }
    /// Its end may be missing.
    bool isRecovered() const {
        return closed == QLatin1String("recovered") || closed == QLatin1String("salvaged");
    }
};

struct StoredSample {
    qint64 id = 0;
    ChannelIndex channel = 0;
    Timestamp eventTime;
    double value = 0.0;
    Quality quality;
    bool breakBefore = false;
};

/// What rollupSamples consecutive samples of a channel come to.
struct StoredRollup {
    LeafSummary summary;
    qint64 firstId = 0;
    qint64 lastId = 0;
};

/// The newest samples of a channel, of which there is no rollup yet.
struct StoredTail {
    qint64 begin = 0; ///< the number of the first, counted in the channel from 0
    std::vector<StoredSample> samples;

    qint64 end() const { return begin + static_cast<qint64>(samples.size()); }
};

/// How much there is of a channel, and from when to when.
struct StoredExtent {
    qint64 count = 0;
    std::optional<std::pair<Timestamp, Timestamp>> times; ///< earliest and latest
};

/// From this sample on.
struct StoredArrival {
    qint64 firstId = 0;
    Timestamp time;
};

struct StoredStream {
    qint64 firstId = 0;
    Timestamp time;
    QString source;     ///< URI
    QString definition; ///< TOML
};

/// A row of a window, by the names of step and channel; NaN is what SQL calls NULL, or was not asked for.
struct StoredWindow {
    QString step;
    QString channel;
    Timestamp start;
    Timestamp end;
    double count, minimum, maximum, mean, standardDeviation, first, last, p50, p90, p99;
    qint64 rankError = 0;

    /// With the aggregates in their places, and no channel.
    WindowRow row() const {
        return {0,
                start,
                end,
                rankError,
                {count, minimum, maximum, mean, standardDeviation, first, last, p50, p90, p99}};
    }
};

/// Where a source goes on behind the newest of its samples in the capture.
struct StoredPosition {
    QString source; ///< URI
    Timestamp time; ///< wall clock: when these samples arrived
    QByteArray position;
};

struct StoredEvent {
    Timestamp time; ///< wall clock
    QString kind;
    QString severity;
    QString subject;
    QString detail;
    qint64 line = 0;
    qint64 count = 0;
};

} // namespace rillscope
