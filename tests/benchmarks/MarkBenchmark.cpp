// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/ChannelHistory.h"

#include <benchmark/benchmark.h>

#include <random>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

/// A sample each millisecond, of which one in `rarity` is marked.
std::unique_ptr<ChannelHistory> markedHistory(std::int64_t size, std::int64_t rarity) {
    auto history = std::make_unique<ChannelHistory>();
    std::mt19937_64 random(42);
    for (std::int64_t i = 0; i < size; ++i) {
        const bool isMarked = i % rarity == 0;
        const Quality quality =
            Quality::fromInt(isMarked ? static_cast<int>(1U << random() % MarkIndex::kindCount) : 0);
        history->append(fromNanoseconds(i * 1'000'000), 20.0, quality);
    }
    return history;
}

/// All in view, in cells of five pixels on a plot 1,500 wide.
void queryMarks(benchmark::State& state) {
    const auto history = markedHistory(state.range(0), state.range(1));
    constexpr int cellCount = 300;
    const ColumnGrid cells{Duration{1ms} * state.range(0) / cellCount + Duration{1}, 0, cellCount};
    std::vector<SampleMark> marks;
    for (auto _ : state)
        history->marks(cells, marks);
    state.counters["marks"] = static_cast<double>(marks.size());
}
BENCHMARK(queryMarks)
    ->ArgNames({"samples", "rarity"})
    ->ArgsProduct({{10'000, 1'000'000, 30'000'000}, {1, 1'000}})
    ->Unit(benchmark::kMicrosecond);

void appendMarked(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(markedHistory(1'000'000, state.range(0)));
    state.SetItemsProcessed(state.iterations() * 1'000'000);
}
BENCHMARK(appendMarked)->ArgName("rarity")->Arg(1)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace rillscope
