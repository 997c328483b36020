// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Pipeline.h"
#include "core/source/simulator/SimulatedSource.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QEventLoop>

namespace rillscope {
namespace {

/// Event loops need an application; that of the benchmarks has no other use.
void needApplication() {
    static int argumentCount = 1;
    static char name[] = "benchmarks";
    static char* arguments[] = {name, nullptr};
    static const QCoreApplication application(argumentCount, arguments);
}

SimulationSettings fastSimulation(int channels) {
    SimulationSettings settings;
    settings.channels = channels;
    settings.seed = 42;
    settings.speed = PlaybackSpeed::maximum();
    return settings;
}

/// All that happens to a sample without a window: drawn, sent in blocks, validated, counted, kept.
void wholePipeline(benchmark::State& state) {
    needApplication();
    constexpr qint64 samples = 4'000'000;
    const SystemClock clock;
    for (auto _ : state) {
        Pipeline pipeline(clock);
        QEventLoop loop;
        QObject::connect(&pipeline, &Pipeline::stateChanged, &loop, [&] {
            if (!pipeline.isActive())
                loop.quit();
        });
        auto source =
            std::make_unique<SimulatedSource>(fastSimulation(static_cast<int>(state.range(0))), clock);
        source->setSampleLimit(samples);
        pipeline.start(std::move(source), ShownUri());
        loop.exec();
        if (pipeline.history()->size() != samples)
            state.SkipWithError("samples are missing");
    }
    state.SetItemsProcessed(state.iterations() * samples);
}
BENCHMARK(wholePipeline)
    ->ArgName("channels")
    ->Arg(1)
    ->Arg(4)
    ->Arg(16)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

/// The source thread's part of it.
void generateBlocks(benchmark::State& state) {
    SampleGenerator generator(fastSimulation(static_cast<int>(state.range(0))), 42, fromNanoseconds(0));
    for (auto _ : state) {
        SampleBlock block;
        generator.generate(SimulatedSource::blockSamples, block);
        benchmark::DoNotOptimize(block.value.constData());
    }
    state.SetItemsProcessed(state.iterations() * SimulatedSource::blockSamples);
}
BENCHMARK(generateBlocks)->ArgName("channels")->Arg(1)->Arg(4)->Arg(16)->Unit(benchmark::kMicrosecond);

class SingleSampleSender final : public QObject {
    Q_OBJECT

public:
    void send(qint64 count) {
        for (qint64 i = 0; i < count; ++i)
            Q_EMIT sampleReady({0, fromNanoseconds(i * 1'000), static_cast<double>(i & 0xffff), {}});
        Q_EMIT finished();
    }

Q_SIGNALS:
    void sampleReady(const rillscope::Sample& sample);
    void finished();
};

/// The peer: a queued signal for each sample, which the receiver does no more with than to keep it.
void signalPerSample(benchmark::State& state) {
    needApplication();
    constexpr qint64 samples = 1'000'000;
    for (auto _ : state) {
        SampleHistory history;
        history.addChannel({QStringLiteral("a"), Unit::Celsius});
        QThread sending;
        SingleSampleSender sender;
        QEventLoop loop;
        QObject::connect(&sender, &SingleSampleSender::sampleReady, &loop,
                         [&history](const Sample& sample) { history.append(sample); });
        QObject::connect(&sender, &SingleSampleSender::finished, &loop, &QEventLoop::quit);
        sender.moveToThread(&sending);
        sending.start();
        QMetaObject::invokeMethod(&sender, [&sender] { sender.send(samples); });
        loop.exec();
        if (history.size() != samples)
            state.SkipWithError("samples are missing");
        sending.quit();
        sending.wait();
    }
    state.SetItemsProcessed(state.iterations() * samples);
}
BENCHMARK(signalPerSample)->UseRealTime()->Unit(benchmark::kMillisecond);

} // namespace
} // namespace rillscope

#include "PipelineBenchmark.moc"
