// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ChannelInfo.h"

#include <QMutex>

#include <array>
#include <cstdint>

namespace rillscope {

/// Consecutive samples of one channel that are in a file.
struct CaptureSegment {
    std::int64_t historyBegin = 0; ///< index in the channel's history
    std::int64_t historyEnd = 0;
    QString path;
    std::int64_t fileBegin = 0; ///< the number of the first among the channel's samples in that file, from 0

    friend bool operator==(const CaptureSegment&, const CaptureSegment&) = default;
};

/// Where the samples of a session's history lie on disk; only those that have been committed.
/// Thread: written by the capture thread, read by any. A copy of a list costs nothing.
class CaptureIndex {
public:
    /// In the order of the history. More than one after a failure, or where samples were missed. Nothing for
    /// a channel that has none.
    QList<CaptureSegment> segments(int channel) const;

    /// Joined with the one before where they touch.
    void add(int channel, const CaptureSegment& segment);
    /// The file is gone.
    void remove(const QString& path);

private:
    mutable QMutex m_mutex; ///< guards all below
    std::array<QList<CaptureSegment>, maxChannels> m_segments;
};

} // namespace rillscope
