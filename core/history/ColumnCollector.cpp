// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/ColumnCollector.h"

#include <cmath>

namespace rillscope {

ColumnCollector::ColumnCollector(const HistoryStorage& storage, const ColumnGrid& grid)
    : m_storage(storage)
    , m_grid(grid)
    , m_begin(toNanoseconds(grid.begin()))
    , m_end(toNanoseconds(grid.end()))
    , m_columns(static_cast<std::size_t>(grid.count), emptySummary())
    , m_outsideBefore(emptySummary())
    , m_outsideAfter(emptySummary()) {}

ColumnQueryResult ColumnCollector::collect(std::int64_t size) {
    m_storage.cover(
        size, [this](HistoryStorage::Node node) { visit(node); },
        [this](std::int64_t from, std::int64_t to) { visitSamples(from, to); });
    return result();
}

void ColumnCollector::visit(HistoryStorage::Node node) {
    const Summary& summary = m_storage.summary(node);
    if (summary.latest < m_begin || summary.earliest >= m_end) {
        addOutside(summary);
        return;
    }
    if (summary.earliest >= m_begin && summary.latest < m_end) {
        enterColumn(summary.earliest);
        if (summary.latest < m_columnEnd) {
            m_column->mergeExtremes(summary);
            return;
        }
    }
    m_storage.descend(
        node, [this](HistoryStorage::Node child) { visit(child); },
        [this](std::int64_t from, std::int64_t to) { visitSamples(from, to); });
}

void ColumnCollector::visitSamples(std::int64_t from, std::int64_t to) {
    m_storage.scan(from, to, [this](std::int64_t time, double value, std::uint8_t flags) {
        if (std::isfinite(value))
            addSample(time, value, (flags & HistoryStorage::breakFlag) != 0);
    });
}

void ColumnCollector::addSample(std::int64_t time, double value, bool breakBefore) {
    if (time < m_begin) {
        m_outsideBefore.addExtremes(time, value, breakBefore);
    } else if (time >= m_end) {
        m_outsideAfter.addExtremes(time, value, breakBefore);
    } else {
        enterColumn(time);
        m_column->addExtremes(time, value, breakBefore);
    }
}

void ColumnCollector::addOutside(const Summary& summary) {
    (summary.latest < m_begin ? m_outsideBefore : m_outsideAfter).mergeExtremes(summary);
}

void ColumnCollector::enterColumn(std::int64_t time) {
    if (m_column && time >= m_columnBegin && time < m_columnEnd)
        return;
    const std::int64_t width = m_grid.width.count();
    const std::int64_t position = (time - m_begin) / width;
    m_columnBegin = m_begin + position * width;
    m_columnEnd = m_columnBegin + width;
    m_column = &m_columns[static_cast<std::size_t>(position)];
}

ColumnQueryResult ColumnCollector::result() const {
    ColumnQueryResult result;
    if (m_outsideBefore.count > 0)
        result.before = m_outsideBefore.last.timed();
    if (m_outsideAfter.count > 0) {
        result.after = m_outsideAfter.first.timed();
        result.breakBeforeAfter = m_outsideAfter.breakBeforeFirst;
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Summary& column = m_columns[i];
        if (column.count == 0)
            continue;
        result.columns.push_back({.column = m_grid.first + static_cast<std::int64_t>(i),
                                  .first = column.first.timed(),
                                  .last = column.last.timed(),
                                  .minimum = column.minimum.timed(),
                                  .maximum = column.maximum.timed(),
                                  .count = column.count,
                                  .breakBefore = column.breakBeforeFirst});
    }
    return result;
}

} // namespace rillscope
