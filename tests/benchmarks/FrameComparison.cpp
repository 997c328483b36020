// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/ColumnCache.h"
#include "tests/benchmarks/Comparison.h"
#include "tests/benchmarks/PaintedFrames.h"

namespace rillscope::bench {
namespace {

constexpr double mostP99 = 5.0;
constexpr double mostGrowth = 1.2;
constexpr double leastSpeedUp = 60.0;
constexpr double mostQuery = 500.0;

struct Times {
    std::vector<double> values;
    std::vector<double> processor; ///< of the same work, without the time in which others ran
    double p50() const { return median(values); }
    double p99() const { return percentile(values, 0.99); }
};

template <typename Work>
void time(Times& times, const Work& work) {
    const double processorBegin = processorMilliseconds();
    const double begin = milliseconds();
    work();
    times.values.push_back(milliseconds() - begin);
    times.processor.push_back(processorMilliseconds() - processorBegin);
}

template <typename Frame>
void measure(Frame& frame, Stream& stream, Times& times) {
    stream.next();
    frame.append(stream);
    time(times, [&frame] { frame.frame(); });
    QCoreApplication::removePostedEvents(nullptr, QEvent::UpdateRequest);
}

QString sizeName(std::int64_t size) {
    return QStringLiteral("10^%1").arg(std::lround(std::log10(static_cast<double>(size))));
}

Times measureSeries(int size, int repetitions) {
    SeriesFrame series;
    Stream stream;
    for (int i = 0; i < size; ++i) {
        stream.next();
        series.append(stream);
    }
    Times times;
    for (int i = 0; i < repetitions; ++i)
        measure(series, stream, times);
    return times;
}

QString processorNote(const Times& times, const char* unit, double factor = 1.0) {
    return QStringLiteral("processor %1, p99 %2 %3")
        .arg(median(times.processor) * factor, 0, 'f', 2)
        .arg(percentile(times.processor, 0.99) * factor, 0, 'f', 2)
        .arg(QLatin1String(unit));
}

void addQueryRow(Report& report, const QString& name, const Times& times, const QString& how) {
    const double value = times.p50() * 1e3;
    report.add({name,
                QStringLiteral("us"),
                value,
                times.p99() * 1e3,
                {},
                {},
                QStringLiteral("<= 500 us"),
                value <= mostQuery,
                how + processorNote(times, "us", 1e3) +
                    (value <= mostQuery ? QString() : QStringLiteral(", ") + shortfall(value, mostQuery))});
}

void measureQuery(Report& report, RillscopeFrame& frame, Stream& stream, bool isQuick) {
    const ChannelHistory& history = frame.history();
    const auto [earliest, latest] = history.timeRange().value();
    ColumnGrid grid{(latest - earliest) / 2'000 + Duration(1), 0, 2'000};
    grid.first = grid.columnOf(latest) - grid.count + 1;
    ColumnQueryResult result;
    ColumnCache cache;
    Times all;
    Times next;
    history.query(grid, cache, result);
    for (int i = 0; i < (isQuick ? 200 : 2'000); ++i) {
        stream.next();
        frame.append(stream);
        time(all, [&] { history.query(grid, result); });
        time(next, [&] { history.query(grid, cache, result); });
    }
    const QString name =
        QStringLiteral("M4 query, 2,000 columns of %1 samples").arg(sizeName(history.size()));
    addQueryRow(report, name, all, QStringLiteral("all columns asked for; "));
    addQueryRow(report, name + QStringLiteral(", next frame"), next,
                QStringLiteral("one sample more than the frame before; "));
}

Row frameRow(const QString& name, std::int64_t size, const Times& ours, const Times& peer,
             std::int64_t largest) {
    const double needed = size == largest && size >= 100'000'000 ? leastSpeedUp : 1.0;
    Row row{name.arg(sizeName(size)),
            QStringLiteral("ms"),
            ours.p50(),
            ours.p99(),
            QStringLiteral("ms QCustomPlot"),
            peer.p50(),
            {},
            {},
            processorNote(ours, "ms") + QStringLiteral("; peer p99 %1 ms").arg(peer.p99(), 0, 'f', 1)};
    if (size < 10'000)
        return row;
    row.target = needed > 1.0 ? QStringLiteral("60 x faster than the peer, p99 <= 5 ms")
                              : QStringLiteral("not slower than the peer, p99 <= 5 ms");
    row.isMet = ours.p50() * needed <= peer.p50() && ours.p99() <= mostP99;
    row.note += QStringLiteral(", %1 x").arg(peer.p50() / ours.p50(), 0, 'f', 1);
    return row;
}

/// `why`: what it costs more for, should it do.
void addGrowthRow(Report& report, const QString& name, const Times& few, const Times& many,
                  const QString& why) {
    const double growth = many.p50() / few.p50();
    report.add(
        {name,
         QStringLiteral("x"),
         growth,
         {},
         {},
         {},
         QStringLiteral("<= 1.2"),
         growth <= mostGrowth,
         QStringLiteral("processor %1 x").arg(median(many.processor) / median(few.processor), 0, 'f', 2) +
             (growth <= mostGrowth ? QString()
                                   : QStringLiteral(", ") + shortfall(growth, mostGrowth) + why)});
}

} // namespace

void compareFrames(Report& report, bool isQuick) {
    const std::int64_t largest = isQuick ? 10'000'000 : 100'000'000;
    RillscopeFrame ours;
    PlotFrame plot;
    Stream oursStream;
    Stream plotStream;
    const auto grow = [](auto& frame, Stream& stream, std::int64_t count) {
        for (; count > 0; --count) {
            stream.next();
            frame.append(stream);
        }
    };
    std::map<std::int64_t, Times> steady;
    std::map<std::int64_t, Times> zoomed;
    for (std::int64_t size = 1'000; size <= largest; size *= 10) {
        grow(ours, oursStream, size - ours.history().size());
        grow(plot, plotStream, size - (size == 1'000 ? 0 : size / 10));
        Times& oursTimes = steady[size];
        Times plotTimes;
        const int repetitions = isQuick ? 60 : (size >= 100'000'000 ? 100 : 300);
        for (int i = 0; i < repetitions; ++i) {
            measure(ours, oursStream, oursTimes);
            measure(plot, plotStream, plotTimes);
        }
        for (int i = 0; i < repetitions; ++i) {
            ours.zoom();
            measure(ours, oursStream, zoomed[size]);
            measure(plot, plotStream, plotTimes); // the same to it, and as bad for what is in our cache
        }
        ours.follow();
        report.add(frameRow(QStringLiteral("frame, %1 samples"), size, oursTimes, plotTimes, largest));
        report.add(frameRow(QStringLiteral("first frame after a zoom, %1 samples"), size, zoomed[size],
                            plotTimes, largest));
        if (size <= (isQuick ? 10'000 : 100'000)) {
            const Times series = measureSeries(static_cast<int>(size), isQuick ? 5 : 15);
            report.add({QStringLiteral("frame, %1 samples, beside Qt Charts").arg(sizeName(size)),
                        QStringLiteral("ms"),
                        oursTimes.p50(),
                        oursTimes.p99(),
                        QStringLiteral("ms QLineSeries::replace"),
                        series.p50(),
                        {},
                        {},
                        {}});
        }
    }
    addGrowthRow(report, QStringLiteral("frame, t(%1) / t(10^4)").arg(sizeName(largest)), steady.at(10'000),
                 steady.at(largest), {});
    addGrowthRow(report, QStringLiteral("first frame after a zoom, t(%1) / t(10^4)").arg(sizeName(largest)),
                 zoomed.at(10'000), zoomed.at(largest),
                 QStringLiteral(": all columns are asked for, from memory that no cache holds"));
    measureQuery(report, ours, oursStream, isQuick);
}

} // namespace rillscope::bench
