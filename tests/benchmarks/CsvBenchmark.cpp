// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/CsvWriter.h"

#include <benchmark/benchmark.h>

namespace rillscope {
namespace {

/// Counts bytes and keeps none.
class Sink final : public QIODevice {
public:
    Sink() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }
    qint64 bytes() const { return m_bytes; }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 size) override {
        m_bytes += size;
        return size;
    }

private:
    qint64 m_bytes = 0;
};

void writeRows(benchmark::State& state) {
    constexpr int rows = 200'000;
    const auto channels = static_cast<int>(state.range(0));
    SampleHistory history;
    for (int channel = 0; channel < channels; ++channel)
        history.addChannel({QString::number(channel), Unit::Celsius});
    for (int row = 0; row < rows; ++row)
        history.append({static_cast<ChannelIndex>(row % channels),
                        fromNanoseconds(1'767'225'600'000'000'000 + row * 123'456'789LL),
                        20.0 + row % 7'919 / 317.0,
                        {}});
    for (auto _ : state) {
        Sink sink;
        benchmark::DoNotOptimize(writeCsv(sink, history, {}, {}, {}));
        benchmark::DoNotOptimize(sink.bytes());
    }
    state.SetItemsProcessed(state.iterations() * rows);
}
BENCHMARK(writeRows)->ArgName("channels")->Arg(1)->Arg(16)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace rillscope
