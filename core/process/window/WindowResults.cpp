// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WindowResults.h"

#include <algorithm>

namespace rillscope {

qsizetype WindowSeries::firstEndingAfter(Timestamp time) const {
    qsizetype begin = 0;
    qsizetype end = m_size;
    while (begin < end) {
        const qsizetype middle = begin + (end - begin) / 2;
        if (row(middle).end > time)
            end = middle;
        else
            begin = middle + 1;
    }
    return begin;
}

void WindowSeries::append(const WindowRow& row) {
    if (m_chunks.isEmpty() || m_chunks.constLast().size() == chunkRows)
        m_chunks.append(QList<WindowRow>());
    m_chunks.last().append(row);
    ++m_size;
    ++m_appended;
}

qsizetype WindowSeries::removeOldest() {
    const qsizetype rows = m_chunks.takeFirst().size();
    m_size -= rows;
    return rows;
}

std::size_t WindowResults::addSeries(WindowSeriesInfo info) {
    m_series.append(WindowSeries(std::move(info)));
    return static_cast<std::size_t>(m_series.size() - 1);
}

void WindowResults::append(std::size_t series, const WindowRow& row) {
    m_series[static_cast<qsizetype>(series)].append(row);
    ++m_emitted;
    if (m_emitted - m_removed > m_capacity)
        makeRoom();
}

void WindowResults::makeRoom() {
    const auto longest = std::max_element(
        m_series.begin(), m_series.end(),
        [](const WindowSeries& left, const WindowSeries& right) { return left.size() < right.size(); });
    m_removed += longest->removeOldest();
}

const WindowSeries* WindowResults::find(const QString& step, const QString& channel) const {
    for (auto series = m_series.crbegin(); series != m_series.crend(); ++series) {
        if (series->info().step == step && series->info().channel == channel)
            return &*series;
    }
    return nullptr;
}

} // namespace rillscope
