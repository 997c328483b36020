// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/Comparison.h"
#include "tests/benchmarks/OpenWindow.h"

#include <QProcess>
#include <QThread>

namespace rillscope::bench {
namespace {

constexpr double promisedLag = 250.0; // ms

/// A process that takes all it gets of a core, on each of them.
class BusyCores {
public:
    BusyCores() {
        for (int core = 0; core < QThread::idealThreadCount(); ++core) {
            auto process = std::make_unique<QProcess>();
            process->start(QStringLiteral("sh"),
                           {QStringLiteral("-c"), QStringLiteral("while :; do :; done")});
            process->waitForStarted();
            m_processes.push_back(std::move(process));
        }
    }
    ~BusyCores() {
        for (const auto& process : m_processes) {
            process->kill();
            process->waitForFinished();
        }
    }
    BusyCores(const BusyCores&) = delete;
    BusyCores& operator=(const BusyCores&) = delete;

private:
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

struct Load {
    QString name;
    double samplesPerSecond = 0.0;
    double leastFrames = 0.0;
    std::optional<double> mostLag; ///< ms; none: the disk cannot follow
};

/// The window with a recorded stream that asks for more than there is.
void measureLoad(Report& report, const Load& load, bool isQuick) {
    OpenWindow window(QStringLiteral("sim:normal?mean=20&sd=5&rate=%1&channels=4&seed=42")
                          .arg(load.samplesPerSecond / 4.0, 0, 'f', 0),
                      std::chrono::seconds(10), true);
    window.run(1.0); // the window opens
    const std::int64_t before = window.account().received;
    const double seconds = isQuick ? 10.0 : 60.0;
    window.run(seconds);
    const double received = static_cast<double>(window.account().received - before) / seconds / 1e6;
    const FrameRate frames = frameRate(window.paints(), seconds, window.periodMs());
    const std::vector<double> lags = window.lags();
    window.stop();
    const Account account = window.account();
    const CaptureStatus capture = window.capture();
    report.add({load.name + QStringLiteral(": frames a second"),
                QStringLiteral("fps"),
                frames.perSecond,
                {},
                {},
                {},
                QStringLiteral(">= %1 fps").arg(load.leastFrames),
                frames.perSecond >= load.leastFrames,
                QStringLiteral("%1, %2").arg(frames.note(), platform())});
    const auto lost = static_cast<double>(account.dropped + capture.account.missed.samples);
    report.add(
        {load.name + QStringLiteral(": dropped or missed"),
         QStringLiteral("samples"),
         lost,
         {},
         {},
         {},
         QStringLiteral("0"),
         lost == 0.0 && account.balances() && account.recorded == capture.account.durable.samples,
         QStringLiteral("%1 of %2 M samples/s received")
             .arg(QString::number(received, 'f', 3), QString::number(load.samplesPerSecond / 1e6, 'f', 3))});
    const double lag = lags.empty() ? 0.0 : percentile(lags, 0.99);
    report.add({load.name + QStringLiteral(": oldest sample not durable"),
                QStringLiteral("ms"),
                lags.empty() ? 0.0 : median(lags),
                lag,
                {},
                {},
                load.mostLag ? QStringLiteral("p99 <= %1 ms").arg(*load.mostLag) : QString(),
                load.mostLag ? std::optional(lag <= *load.mostLag) : std::nullopt,
                QStringLiteral("the oldest of the session %1 ms")
                    .arg(toSeconds(capture.longestLag) * 1e3, 0, 'f', 0)});
}

} // namespace

void measureOverload(Report& report, bool isQuick) {
    const double ingest = durableIngestRate(isQuick);
    report.add({QStringLiteral("durable ingest of this machine, nothing else running"),
                QStringLiteral("M samples/s"),
                ingest / 1e6,
                {},
                {},
                {},
                {},
                {},
                {}});
    measureLoad(report,
                {QStringLiteral("window at half the durable ingest"), ingest / 2.0, 50.0, promisedLag},
                isQuick);
    measureLoad(report, {QStringLiteral("window at 3 x the durable ingest"), 3.0 * ingest, 50.0, {}},
                isQuick);
    const BusyCores busy;
    measureLoad(report, {QStringLiteral("window at 10^6 samples/s, each core busy"), 1e6, 30.0, {}}, isQuick);
}

} // namespace rillscope::bench
