// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/ChannelHistory.h"

#include "core/history/ColumnCollector.h"
#include "core/history/NearestSearch.h"

#include <cmath>

namespace rillscope {
namespace {

/// Adds up the statistics of what lies in [begin, end).
class StatisticsCollector {
public:
    StatisticsCollector(const HistoryStorage& storage, std::int64_t begin, std::int64_t end)
        : m_storage(storage), m_begin(begin), m_end(end) {}

    RunningStatistics collect(std::int64_t size) {
        m_storage.cover(
            size, [this](HistoryStorage::Node node) { visit(node); },
            [this](std::int64_t from, std::int64_t to) { visitSamples(from, to); });
        return m_statistics;
    }

private:
    void visit(HistoryStorage::Node node) {
        const Summary& summary = m_storage.summary(node);
        if (summary.latest < m_begin || summary.earliest >= m_end)
            return;
        if (summary.earliest >= m_begin && summary.latest < m_end) {
            m_statistics.merge(summary.statistics());
            return;
        }
        m_storage.descend(
            node, [this](HistoryStorage::Node child) { visit(child); },
            [this](std::int64_t from, std::int64_t to) { visitSamples(from, to); });
    }

    void visitSamples(std::int64_t from, std::int64_t to) {
        m_storage.scan(from, to, [this](std::int64_t time, double value, std::uint8_t) {
            if (time >= m_begin && time < m_end && std::isfinite(value))
                m_statistics.add(value);
        });
    }

    const HistoryStorage& m_storage;
    std::int64_t m_begin;
    std::int64_t m_end;
    RunningStatistics m_statistics;
};

} // namespace

void ChannelHistory::append(Timestamp eventTime, double value, Quality quality) {
    const std::int64_t time = toNanoseconds(eventTime);
    const std::int64_t size = m_size.load(std::memory_order_relaxed);
    const bool breaks = m_gaps.breaksBefore(eventTime, std::isfinite(value));
    const auto flags = static_cast<std::uint8_t>(quality.toInt() | (breaks ? HistoryStorage::breakFlag : 0));
    m_storage.append(size, time, value, flags);
    if (time < m_earliest.load(std::memory_order_relaxed))
        m_earliest.store(time, std::memory_order_relaxed);
    if (time > m_latest.load(std::memory_order_relaxed))
        m_latest.store(time, std::memory_order_relaxed);
    m_size.store(size + 1, std::memory_order_release);
}

Timestamp ChannelHistory::eventTime(std::int64_t index) const {
    return fromNanoseconds(m_storage.time(index));
}

double ChannelHistory::value(std::int64_t index) const {
    return m_storage.value(index);
}

Quality ChannelHistory::quality(std::int64_t index) const {
    return Quality(QFlag(m_storage.flags(index) & ~HistoryStorage::breakFlag));
}

bool ChannelHistory::breaksBefore(std::int64_t index) const {
    return (m_storage.flags(index) & HistoryStorage::breakFlag) != 0;
}

std::optional<std::pair<Timestamp, Timestamp>> ChannelHistory::timeRange() const {
    if (publishedSize() == 0)
        return std::nullopt;
    return std::pair{fromNanoseconds(m_earliest.load(std::memory_order_relaxed)),
                     fromNanoseconds(m_latest.load(std::memory_order_relaxed))};
}

ColumnQueryResult ChannelHistory::query(const ColumnGrid& grid) const {
    return ColumnCollector(m_storage, grid).collect(publishedSize());
}

RunningStatistics ChannelHistory::statistics(Timestamp begin, Timestamp end) const {
    return StatisticsCollector(m_storage, toNanoseconds(begin), toNanoseconds(end)).collect(publishedSize());
}

std::optional<std::int64_t> ChannelHistory::nearest(Timestamp time) const {
    return NearestSearch(m_storage, toNanoseconds(time)).find(publishedSize());
}

} // namespace rillscope
