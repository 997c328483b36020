// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureIndex.h"

namespace rillscope {

QList<CaptureSegment> CaptureIndex::segments(int channel) const {
    if (channel < 0 || channel >= maxChannels)
        return {};
    const QMutexLocker lock(&m_mutex);
    return m_segments[static_cast<std::size_t>(channel)];
}

void CaptureIndex::add(int channel, const CaptureSegment& segment) {
    const QMutexLocker lock(&m_mutex);
    QList<CaptureSegment>& segments = m_segments[static_cast<std::size_t>(channel)];
    if (!segments.isEmpty()) {
        CaptureSegment& last = segments.last();
        const std::int64_t count = last.historyEnd - last.historyBegin;
        if (last.path == segment.path && last.historyEnd == segment.historyBegin &&
            last.fileBegin + count == segment.fileBegin) {
            last.historyEnd = segment.historyEnd;
            return;
        }
    }
    segments.append(segment);
}

void CaptureIndex::remove(const QString& path) {
    const QMutexLocker lock(&m_mutex);
    for (QList<CaptureSegment>& segments : m_segments)
        segments.removeIf([&path](const CaptureSegment& segment) { return segment.path == path; });
}

} // namespace rillscope
