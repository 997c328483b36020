// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WatermarkMerger.h"
#include "core/process/window/WindowOperator.h"
#include "tests/benchmarks/RescannedWindows.h"

#include <benchmark/benchmark.h>

namespace rillscope {
namespace {

using namespace bench;
using std::chrono::milliseconds;
using std::chrono::seconds;

/// Of one channel, so that both have the same to do.
std::int64_t streamLength(std::int64_t rate) {
    return std::clamp<std::int64_t>(rate * 600, 1'000'000, 10'000'000);
}

void noteRows(benchmark::State& state, const std::vector<WindowRow>& rows, std::size_t samples) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(samples));
    state.counters["rows"] = static_cast<double>(rows.size());
    double rankError = 0.0;
    for (const WindowRow& row : rows)
        rankError =
            std::max(rankError, static_cast<double>(row.rankError) / row.value(Aggregate::Count) * 100.0);
    state.counters["rankErrorPercent"] = rankError;
}

void streamThrough(benchmark::State& state, const WindowSettings& settings,
                   const std::vector<Arrival>& samples) {
    std::vector<WindowRow> rows;
    for (auto _ : state) {
        rows.clear();
        WindowOperator windows(settings);
        WatermarkMerger watermark({outOfOrderness, WatermarkScope::Stream, {}, {}});
        for (const Arrival& sample : samples) {
            benchmark::DoNotOptimize(watermark.isLate(sample.time));
            windows.add(sample.channel, sample.time, sample.value);
            watermark.observe(sample.channel, sample.time, sample.time);
            windows.advance(watermark.watermark(), rows);
        }
        windows.finish(rows);
        benchmark::DoNotOptimize(rows.data());
    }
    noteRows(state, rows, samples.size());
}

void hopWithP99(benchmark::State& state) {
    const HoppingWindow settings{size, slide, {}, {Aggregate::Count, Aggregate::P99}};
    streamThrough(state, settings, makeStream(streamLength(state.range(0)), state.range(0), 1));
}
BENCHMARK(hopWithP99)
    ->ArgName("rate")
    ->Arg(100)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Unit(benchmark::kMillisecond);

void hopWithP99Rescanned(benchmark::State& state) {
    const std::vector<Arrival> samples = makeStream(streamLength(state.range(0)), state.range(0), 1);
    std::vector<WindowRow> rows;
    for (auto _ : state) {
        rows.clear();
        RescannedWindows windows;
        WatermarkTracker watermark(outOfOrderness);
        for (const Arrival& sample : samples) {
            windows.add(sample);
            watermark.observe(sample.time);
            windows.advance(watermark.watermark(), rows);
        }
        benchmark::DoNotOptimize(rows.data());
    }
    noteRows(state, rows, samples.size());
}
BENCHMARK(hopWithP99Rescanned)
    ->ArgName("rate")
    ->Arg(100)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Unit(benchmark::kMillisecond);

const QList<Aggregate> everything{
    Aggregate::Count, Aggregate::Minimum, Aggregate::Maximum, Aggregate::Mean, Aggregate::StandardDeviation,
    Aggregate::First, Aggregate::Last,    Aggregate::P50,     Aggregate::P90,  Aggregate::P99};

void eachKindWithEverything(benchmark::State& state) {
    const std::vector<std::pair<std::string, WindowSettings>> kinds{
        {"tumble", TumblingWindow{size, {}, everything}},
        {"hop", HoppingWindow{size, slide, {}, everything}},
        {"session", SessionWindow{milliseconds(100), everything}},
        {"cumulate", CumulatingWindow{size, slide, {}, everything}}};
    const auto& [name, settings] = kinds[static_cast<std::size_t>(state.range(0))];
    state.SetLabel(name);
    streamThrough(state, settings, makeStream(2'000'000, state.range(1), state.range(2)));
}
BENCHMARK(eachKindWithEverything)
    ->ArgNames({"kind", "rate", "channels"})
    ->ArgsProduct({{0, 1, 2, 3}, {1'000}, {1, 256}})
    ->ArgsProduct({{0, 1, 2, 3}, {100'000}, {4}})
    ->Unit(benchmark::kMillisecond);

/// 3,600 slices a window: what a row costs, not a sample.
void hopByTheSecond(benchmark::State& state) {
    const HoppingWindow settings{seconds(3'600), seconds(1), {}, everything};
    streamThrough(state, settings, makeStream(4'000 * state.range(0), state.range(0), 1));
    state.counters["perRow"] = benchmark::Counter(
        state.counters["rows"], benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(hopByTheSecond)
    ->ArgName("rate")
    ->Arg(1)
    ->Arg(100)
    ->Arg(1'000)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

/// Each sample opens a window of its own, far from all others, up to the bound on open windows and beyond.
void scatteredTimes(benchmark::State& state) {
    std::mt19937_64 random(42);
    std::vector<Arrival> samples(2'000'000);
    for (Arrival& sample : samples)
        sample = {0, fromNanoseconds(static_cast<std::int64_t>(random())), 1.0};
    for (auto _ : state) {
        WindowOperator windows(TumblingWindow{milliseconds(1), {}, everything});
        std::vector<WindowRow> rows;
        for (const Arrival& sample : samples) {
            windows.add(sample.channel, sample.time, sample.value);
            windows.advance(beforeAllTime, rows);
        }
        benchmark::DoNotOptimize(rows.data());
        state.counters["firedEarly"] = static_cast<double>(windows.firedEarlyCount());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(samples.size()));
}
BENCHMARK(scatteredTimes)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace rillscope
