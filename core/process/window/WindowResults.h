// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/window/WindowRow.h"

#include <optional>

namespace rillscope {

/// Results of windows, counted over all window steps of a session.
struct WindowCounts {
    qint64 emitted = 0;
    qint64 lateDropped = 0; ///< samples that came for windows which had all fired
    qint64 firedEarly = 0;  ///< rows of windows that fired early, for want of memory

    friend bool operator==(const WindowCounts&, const WindowCounts&) = default;
};

/// What the rows of a series have in common: they come of one window step and one channel.
struct WindowSeriesInfo {
    QString step = {};
    QString channel = {};             ///< the raw channel, by name
    ChannelIndex channelIndex = 0;    ///< and by its place in the history
    Unit unit = Unit::None;           ///< of all aggregates but the count
    QList<Aggregate> aggregates = {}; ///< those that were asked for
};

/// The rows of one series, as they fired: their ends never go back, unless a window fired early.
/// Shape: chunks, so that a copy shares what both have.
class WindowSeries {
public:
    static constexpr qsizetype chunkRows = 256;

    explicit WindowSeries(WindowSeriesInfo info) : m_info(std::move(info)) {}

    const WindowSeriesInfo& info() const { return m_info; }
    /// Rows at hand; the oldest may be gone.
    qsizetype size() const { return m_size; }
    /// All that there ever were.
    qint64 appendedCount() const { return m_appended; }
    /// Precondition: 0 <= index < size(). 0 is the oldest.
    const WindowRow& row(qsizetype index) const {
        return m_chunks.at(index / chunkRows).at(index % chunkRows);
    }
    /// The index of the first row that ends after `time`; size() when none does.
    qsizetype firstEndingAfter(Timestamp time) const;

private:
    friend class WindowResults;

    void append(const WindowRow& row);
    /// The oldest chunk. Returns the number of rows.
    qsizetype removeOldest();

    WindowSeriesInfo m_info;
    QList<QList<WindowRow>> m_chunks; ///< all full but the last
    qsizetype m_size = 0;
    qint64 m_appended = 0;
};

/// The results of all window steps of a session: the newest rows are kept, all are counted.
/// Thread: a value. The processing thread writes one, others read copies; a copy costs nothing, and the
/// original's next change at most a chunk of each series.
class WindowResults {
public:
    static constexpr qsizetype defaultCapacity = 1'000'000; ///< rows

    explicit WindowResults(qsizetype capacity = defaultCapacity) : m_capacity(capacity) {}

    /// Returns its index. A series is never removed: a step that was changed begins another one.
    std::size_t addSeries(WindowSeriesInfo info);
    void append(std::size_t series, const WindowRow& row);

    const QList<WindowSeries>& series() const { return m_series; }
    /// The series that the step of today fills for a channel; nothing when there is none.
    const WindowSeries* find(const QString& step, const QString& channel) const;
    /// All rows that there ever were, and those of them that are no longer kept.
    qint64 emittedCount() const { return m_emitted; }
    qint64 removedCount() const { return m_removed; }

private:
    void makeRoom();

    qsizetype m_capacity;
    QList<WindowSeries> m_series;
    qint64 m_emitted = 0;
    qint64 m_removed = 0;
};

} // namespace rillscope
