// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WindowRow.h"

namespace rillscope {

namespace {

constexpr double null = std::numeric_limits<double>::quiet_NaN();

} // namespace

WindowRowBuilder::WindowRowBuilder(const QList<Aggregate>& aggregates) {
    for (const Aggregate aggregate : aggregates)
        m_isAsked[static_cast<std::size_t>(aggregate)] = true;
}

bool WindowRowBuilder::needsValues() const {
    return isAsked(Aggregate::P50) || isAsked(Aggregate::P90) || isAsked(Aggregate::P99);
}

void WindowRowBuilder::reset() {
    m_summary = {};
    m_runs.clear();
    m_rankError = 0;
}

void WindowRowBuilder::include(WindowContents& part) {
    m_summary.merge(part.summary());
    part.values().appendRuns(m_runs);
    m_rankError += part.values().rankError();
}

WindowRow WindowRowBuilder::row(ChannelIndex channel, WindowTime start, WindowTime end) const {
    WindowRow row{channel, toTimestamp(start), toTimestamp(end), m_rankError, {}};
    for (std::size_t i = 0; i < aggregateCount; ++i)
        row.values[i] = m_isAsked[i] ? valueOf(static_cast<Aggregate>(i)) : null;
    return row;
}

double WindowRowBuilder::valueOf(Aggregate aggregate) const {
    const RunningStatistics& statistics = m_summary.statistics;
    switch (aggregate) {
    case Aggregate::Count:
        return static_cast<double>(m_summary.rows);
    case Aggregate::Minimum:
        return statistics.minimum();
    case Aggregate::Maximum:
        return statistics.maximum();
    case Aggregate::Mean:
        return statistics.mean();
    case Aggregate::StandardDeviation:
        return statistics.standardDeviation();
    case Aggregate::First:
        return statistics.count() > 0 ? m_summary.first : null;
    case Aggregate::Last:
        return statistics.count() > 0 ? m_summary.last : null;
    case Aggregate::P50:
        return percentile(m_runs, 0.5);
    case Aggregate::P90:
        return percentile(m_runs, 0.9);
    case Aggregate::P99:
        return percentile(m_runs, 0.99);
    }
    return null;
}

} // namespace rillscope
