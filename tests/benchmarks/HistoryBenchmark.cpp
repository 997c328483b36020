// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/RangeInsight.h"

#include <benchmark/benchmark.h>

#include <malloc.h>

#include <fstream>
#include <map>
#include <random>

namespace rillscope {
namespace {

/// Intervals of 0.1 to 0.5 s and normal values, as the simulator sends them by default.
class SampleStream {
public:
    void appendTo(ChannelHistory& history) {
        m_time += std::chrono::nanoseconds(m_interval(m_random));
        history.append(m_time, m_value[++m_next % m_value.size()], {});
    }

    SampleStream() {
        std::normal_distribution<double> normal(20.0, 5.0);
        for (double& value : m_value)
            value = normal(m_random);
    }

private:
    std::mt19937_64 m_random{42};
    std::uniform_int_distribution<std::int64_t> m_interval{100'000'000, 500'000'000};
    std::array<double, 4'096> m_value{};
    std::size_t m_next = 0;
    Timestamp m_time = fromNanoseconds(1'767'225'600'000'000'000);
};

std::int64_t residentBytes() {
    std::ifstream file("/proc/self/statm");
    std::int64_t pages = 0;
    file >> pages >> pages;
    return pages * 4'096;
}

/// One history of each size for all benchmarks; the smaller ones are kept, since they cost little.
const ChannelHistory& historyOf(std::int64_t size, double* bytesPerSample = nullptr) {
    static std::map<std::int64_t, std::unique_ptr<ChannelHistory>> histories;
    static std::map<std::int64_t, double> memory;
    auto& history = histories[size];
    if (!history) {
        const std::int64_t before = residentBytes();
        history = std::make_unique<ChannelHistory>();
        SampleStream stream;
        while (history->size() < size)
            stream.appendTo(*history);
        memory[size] = static_cast<double>(residentBytes() - before) / static_cast<double>(size);
    }
    if (bytesPerSample)
        *bytesPerSample = memory[size];
    return *history;
}

void appendSamples(benchmark::State& state) {
    std::vector<std::int64_t> times(1 << 20);
    std::mt19937_64 random(42);
    std::uniform_int_distribution<std::int64_t> interval(100'000'000, 500'000'000);
    std::int64_t time = 0;
    for (std::int64_t& next : times)
        next = time += interval(random);
    for (auto _ : state) {
        ChannelHistory history;
        for (const std::int64_t next : times)
            history.append(fromNanoseconds(next), static_cast<double>(next & 0xffff), {});
        benchmark::DoNotOptimize(history.size());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(times.size()));
}
BENCHMARK(appendSamples)->Unit(benchmark::kMillisecond);

/// Intervals of a third to five thirds of the mean one.
void memoryAtRate(benchmark::State& state) {
    constexpr std::int64_t count = 10'000'000;
    const std::int64_t mean = 1'000'000'000 / state.range(0);
    std::mt19937_64 random(42);
    std::uniform_int_distribution<std::int64_t> interval(mean / 3, mean * 5 / 3);
    for (auto _ : state) {
        malloc_trim(0); // what was freed before would be used again
        const std::int64_t before = residentBytes();
        ChannelHistory history;
        std::int64_t time = 1'767'225'600'000'000'000;
        for (std::int64_t i = 0; i < count; ++i)
            history.append(fromNanoseconds(time += interval(random)), static_cast<double>(i & 0xffff), {});
        state.counters["residentBytesPerSample"] =
            static_cast<double>(residentBytes() - before) / static_cast<double>(count);
        state.counters["bytesPerSample"] =
            static_cast<double>(history.memoryUsage()) / static_cast<double>(count);
    }
}
BENCHMARK(memoryAtRate)
    ->ArgName("perSecond")
    ->Arg(1)
    ->Arg(1'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

/// `part` in thousandths of the history, the end of it, over 2,000 columns.
void queryColumns(benchmark::State& state) {
    double bytesPerSample = 0.0;
    const ChannelHistory& history = historyOf(state.range(0), &bytesPerSample);
    const auto [earliest, latest] = history.timeRange().value();
    const Duration shown = (latest - earliest) / 1'000 * state.range(1);
    ColumnGrid grid{shown / 2'000 + Duration(1), 0, 2'000};
    grid.first = grid.columnOf(latest) - grid.count + 1;
    ColumnQueryResult result;
    for (auto _ : state) {
        history.query(grid, result);
        benchmark::DoNotOptimize(result.columns.data());
    }
    state.counters["columns"] = static_cast<double>(result.columns.size());
    if (history.size() >= 10'000'000) // a smaller one may lie in memory that was freed before
        state.counters["bytesPerSample"] = bytesPerSample;
}
BENCHMARK(queryColumns)
    ->ArgNames({"samples", "shownPerMille"})
    ->ArgsProduct({{10'000, 1'000'000, 10'000'000, 100'000'000}, {1, 10, 50, 100, 1'000}})
    ->Unit(benchmark::kMicrosecond);

void nearestSample(benchmark::State& state) {
    const ChannelHistory& history = historyOf(10'000'000);
    const auto [earliest, latest] = history.timeRange().value();
    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int64_t> time(toNanoseconds(earliest), toNanoseconds(latest));
    for (auto _ : state)
        benchmark::DoNotOptimize(history.nearest(fromNanoseconds(time(random))));
}
BENCHMARK(nearestSample);

void statisticsOfHalf(benchmark::State& state) {
    const ChannelHistory& history = historyOf(10'000'000);
    const auto [earliest, latest] = history.timeRange().value();
    const Duration quarter = (latest - earliest) / 4;
    for (auto _ : state)
        benchmark::DoNotOptimize(history.statistics(earliest + quarter, latest - quarter));
}
BENCHMARK(statisticsOfHalf);

void insightOfAll(benchmark::State& state) {
    const ChannelHistory& history = historyOf(state.range(0));
    RangeInsight insight;
    for (auto _ : state)
        insight = insightOf(history, Timestamp::min(), Timestamp::max(), Unit::Fahrenheit);
    state.counters["lookedAt"] = static_cast<double>(insight.lookedAt);
}
BENCHMARK(insightOfAll)
    ->ArgName("samples")
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Arg(100'000'000)
    ->Unit(benchmark::kMillisecond);

} // namespace
} // namespace rillscope
