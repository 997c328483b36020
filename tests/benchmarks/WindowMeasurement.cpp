// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/Comparison.h"
#include "tests/benchmarks/OpenWindow.h"

#include <ctime>

namespace rillscope::bench {
namespace {

void measureFastStream(Report& report, bool isQuick, bool isCaptured) {
    OpenWindow window(QStringLiteral("sim:normal?mean=20&sd=5&rate=250000&channels=4&seed=42"),
                      std::chrono::seconds(10), isCaptured);
    const QString how = isCaptured ? QStringLiteral(", captured") : QString();
    window.run(1.0); // the window opens
    const std::int64_t before = window.account().received;
    const double seconds = isQuick ? 10.0 : 60.0;
    window.run(seconds);
    const std::vector<double> paints = window.paints();
    const double rate = static_cast<double>(window.account().received - before) / seconds / 1e6;
    window.stop();
    const Account account = window.account();
    const FrameRate frames = frameRate(paints, seconds, window.periodMs());
    const double missed = frames.missedPercent;
    const auto dropped = static_cast<double>(account.dropped + (account.accepted - account.recorded));
    const QString where =
        QStringLiteral("%1 M samples/s received, %2").arg(QString::number(rate, 'f', 3), platform());
    report.add({QStringLiteral("window open at 10^6 samples/s, 4 channels: dropped") + how,
                QStringLiteral("samples"),
                dropped,
                {},
                {},
                {},
                QStringLiteral("0"),
                dropped == 0.0 && account.balances() && rate > 0.98,
                where});
    report.add({QStringLiteral("window open at 10^6 samples/s: frames a second") + how,
                QStringLiteral("fps"),
                frames.perSecond,
                {},
                {},
                {},
                QStringLiteral("%1 fps").arg(1e3 / window.periodMs(), 0, 'f', 0),
                missed <= 0.5,
                frames.note()});
    report.add({QStringLiteral("window open at 10^6 samples/s: frames missed") + how,
                QStringLiteral("%"),
                missed,
                {},
                {},
                {},
                QStringLiteral("<= 0.5 %"),
                missed <= 0.5,
                missed <= 0.5
                    ? QString()
                    : QStringLiteral("source, processing, window and X server share the cores; any other "
                                     "process takes a frame")});
}

void measureLatency(Report& report, bool isQuick) {
    OpenWindow window(QStringLiteral("sim:normal?mean=20&sd=5&rate=100&seed=42"), std::nullopt);
    window.run(1.0); // the window opens
    std::vector<double> latencies;
    for (int i = 0; i < (isQuick ? 1 : 4); ++i) {
        window.run(toSeconds(FrameStatistics::window));
        const std::vector<double> latest = window.latencies();
        latencies.insert(latencies.end(), latest.begin(), latest.end());
    }
    const double p50 = median(latencies);
    const double p99 = percentile(latencies, 0.99);
    const bool isMet = p50 <= 12.0 && p99 <= 25.0;
    report.add(
        {QStringLiteral("sample to pixel, 100 samples/s"),
         QStringLiteral("ms"),
         p50,
         p99,
         {},
         {},
         QStringLiteral("p50 <= 12 ms, p99 <= 25 ms"),
         isMet,
         QStringLiteral("from the source's emit; %1 samples, %2").arg(latencies.size()).arg(platform())});
}

void measureIdle(Report& report, bool isQuick) {
    OpenWindow window(QStringLiteral("sim:normal?mean=20&sd=5&interval=100ms..400ms&seed=42"),
                      std::chrono::seconds(60));
    window.run(2.0);
    const double seconds = isQuick ? 5.0 : 20.0;
    const std::clock_t before = std::clock();
    window.run(seconds);
    const double used = 100.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC / seconds;
    report.add({QStringLiteral("idle, 4 samples/s, window visible"),
                QStringLiteral("% of a core"),
                used,
                {},
                {},
                {},
                QStringLiteral("<= 3 %"),
                used <= 3.0,
                QStringLiteral("%1 frames/s, %2")
                    .arg(static_cast<double>(window.paints().size()) / seconds, 0, 'f', 1)
                    .arg(platform())});
}

} // namespace

void measureWindow(Report& report, bool isQuick) {
    measureFastStream(report, isQuick, false);
    measureFastStream(report, isQuick, true);
    measureLatency(report, isQuick);
    measureIdle(report, isQuick);
}

} // namespace rillscope::bench
