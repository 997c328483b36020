// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Pipeline.h"
#include "tests/benchmarks/Comparison.h"
#include "tests/benchmarks/Stream.h"
#include "tests/support/Sources.h"

#include <QEventLoop>

namespace rillscope::bench {
namespace {

constexpr double leastRate = 5.0; // million samples/s

/// Million samples/s from simulator to history.
double pipelineRate(qint64 samples) {
    const SystemClock clock;
    Pipeline pipeline(clock);
    auto source = test::sources().make(
        *SourceUri::parse(QStringLiteral("sim:normal?mean=20&sd=5&rate=50000&channels=4&speed=max&seed=42")),
        {clock});
    (*source)->setSampleLimit(samples);
    QEventLoop loop;
    QObject::connect(&pipeline, &Pipeline::stateChanged, &loop, [&] {
        if (!pipeline.isActive())
            loop.quit();
    });
    const double begin = milliseconds();
    pipeline.start(std::move(*source), ShownUri());
    loop.exec();
    const double elapsed = milliseconds() - begin;
    return static_cast<double>(pipeline.history()->size()) / elapsed / 1e3;
}

/// The same hand-over by one queued signal for each sample: million samples/s into a history.
double signalRate(int samples) {
    SampleHistory history;
    history.addChannel({QStringLiteral("sensor-1"), Unit::Celsius});
    QThread thread;
    QObject receiver;
    receiver.moveToThread(&thread);
    thread.start();
    Stream stream;
    const double begin = milliseconds();
    for (int i = 0; i < samples; ++i) {
        stream.next();
        const Sample sample{0, stream.time(), stream.value(), {}};
        QMetaObject::invokeMethod(
            &receiver, [&history, sample] { history.append(sample); }, Qt::QueuedConnection);
    }
    QMetaObject::invokeMethod(
        &receiver, [] {}, Qt::BlockingQueuedConnection);
    const double elapsed = milliseconds() - begin;
    thread.quit();
    thread.wait();
    return samples / elapsed / 1e3;
}

} // namespace

void comparePipeline(Report& report, bool isQuick) {
    std::vector<double> ours;
    std::vector<double> peers;
    for (int i = 0; i < (isQuick ? 3 : 5); ++i) {
        ours.push_back(pipelineRate(isQuick ? 3'000'000 : 20'000'000));
        peers.push_back(signalRate(isQuick ? 300'000 : 1'000'000));
    }
    const double value = median(ours);
    report.add({QStringLiteral("pipeline, simulator to history"),
                QStringLiteral("M samples/s"),
                value,
                {},
                QStringLiteral("M queued call a sample"),
                median(peers),
                QStringLiteral(">= 5 M samples/s"),
                value >= leastRate,
                value >= leastRate ? QString() : shortfall(value, leastRate)});
}

} // namespace rillscope::bench
