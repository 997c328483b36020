// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read/ResultTables.h"

#include <QHash>

#include <cmath>

namespace rillscope {
namespace {

/// More than a pipeline has: a file may name another step in each row.
constexpr qsizetype mostSeries = 1'000;

using SeriesKey = std::pair<QString, QString>; // step, channel

/// In the order of Aggregate.
WindowRow rowOf(const StoredWindow& captured, ChannelIndex channel) {
    WindowRow row;
    row.channel = channel;
    row.start = captured.start;
    row.end = captured.end;
    row.rankError = captured.rankError;
    const auto put = [&row](Aggregate aggregate, double value) {
        row.values[static_cast<std::size_t>(aggregate)] = value;
    };
    put(Aggregate::Count, captured.count);
    put(Aggregate::Minimum, captured.minimum);
    put(Aggregate::Maximum, captured.maximum);
    put(Aggregate::Mean, captured.mean);
    put(Aggregate::StandardDeviation, captured.standardDeviation);
    put(Aggregate::First, captured.first);
    put(Aggregate::Last, captured.last);
    put(Aggregate::P50, captured.p50);
    put(Aggregate::P90, captured.p90);
    put(Aggregate::P99, captured.p99);
    return row;
}

struct Series {
    ChannelIndex channel = 0;
    std::array<bool, aggregateCount> isAsked{};
};

QList<Aggregate> aggregatesOf(const Series& series) {
    QList<Aggregate> aggregates;
    for (std::size_t i = 0; i < aggregateCount; ++i) {
        if (series.isAsked[i])
            aggregates.append(static_cast<Aggregate>(i));
    }
    return aggregates;
}

} // namespace

WindowResults windowResultsOf(const QList<StoredWindow>& rows, const QList<ChannelInfo>& channels) {
    QHash<QString, ChannelIndex> indexes;
    for (qsizetype i = 0; i < channels.size(); ++i)
        indexes.insert(channels.at(i).name, static_cast<ChannelIndex>(i));
    QHash<SeriesKey, Series> found;
    QList<SeriesKey> order;
    for (const StoredWindow& row : rows) {
        const auto channel = indexes.constFind(row.channel);
        const SeriesKey key{row.step, row.channel};
        const bool isKnown = found.contains(key);
        if (channel == indexes.constEnd() || (!isKnown && order.size() == mostSeries))
            continue;
        if (!isKnown)
            order.append(key);
        Series& series = found[key];
        series.channel = *channel;
        const WindowRow converted = rowOf(row, *channel);
        for (std::size_t i = 0; i < aggregateCount; ++i)
            series.isAsked[i] = series.isAsked[i] || !std::isnan(converted.values[i]);
    }
    WindowResults results;
    QHash<SeriesKey, std::size_t> places;
    for (const SeriesKey& key : std::as_const(order)) {
        const Series& series = found[key];
        places.insert(key, results.addSeries({key.first, key.second, series.channel,
                                              channels.at(series.channel).unit, aggregatesOf(series)}));
    }
    for (const StoredWindow& row : rows) {
        const auto place = places.constFind({row.step, row.channel});
        if (place != places.constEnd())
            results.append(*place, rowOf(row, indexes.value(row.channel)));
    }
    return results;
}

AlarmTable alarmTableOf(const QList<AlarmOccurrence>& alarms) {
    AlarmTable table;
    for (const AlarmOccurrence& alarm : alarms) {
        AlarmOccurrence raised = alarm;
        raised.isActive = true;
        raised.isAcknowledged = false;
        const quint64 id = table.raise(raised);
        if (alarm.isAcknowledged)
            table.acknowledge(id);
        if (!alarm.isActive)
            table.end(id);
    }
    return table;
}

} // namespace rillscope
