// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Application.h"
#include "tests/benchmarks/Comparison.h"
#include "tests/benchmarks/Stream.h"
#include "ui/chart/LiveChartView.h"

#include <QApplication>
#include <QScreen>
#include <QTemporaryDir>

#include <ctime>

namespace rillscope::bench {
namespace {

/// The very window that people run, with the counters of one measurement.
class OpenWindow {
public:
    OpenWindow(const QString& uri, std::optional<Duration> window) {
        GuiOptions options;
        options.source = *SourceUri::parse(uri);
        options.start = true;
        options.window = window;
        options.settingsPath = m_folder.filePath(QStringLiteral("settings.ini"));
        m_application = std::make_unique<Application>(options);
        QObject::connect(&chart(), &LiveChartView::painted, &m_context, [this] { onPainted(); });
        m_application->run();
        m_application->window().resize(1'600, 900);
        if (!window)
            chart().followAll();
    }

    void run(double seconds) {
        m_paints.clear();
        m_latencies.clear();
        const double end = milliseconds() + seconds * 1e3;
        QTimer timer;
        timer.setSingleShot(true);
        QEventLoop loop;
        QObject::connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
        timer.start(static_cast<int>(end - milliseconds()));
        loop.exec();
    }

    void stop() {
        m_application->session().stop();
        while (m_application->session().isActive())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    }

    LiveChartView& chart() { return m_application->window().chart(); }
    Account account() { return m_application->session().status().account; }
    double periodMs() const {
        const double rate = m_application->window().screen()->refreshRate();
        return 1e3 / std::clamp(rate, 20.0, 240.0);
    }
    const std::vector<double>& paints() const { return m_paints; }
    const std::vector<double>& latencies() const { return m_latencies; }
    void followLatencies() { m_followsLatencies = true; }

private:
    /// Each sample that this picture shows for the first time: from its time stamp, which the source gives it
    /// as it sends it, until now.
    void onPainted() {
        m_paints.push_back(milliseconds());
        if (!m_followsLatencies)
            return;
        const auto history = m_application->session().history();
        if (history->channelCount() == 0)
            return;
        const Timestamp now = m_clock.now();
        const std::int64_t shown = chart().visibleSampleCount();
        for (; m_shown < shown; ++m_shown)
            m_latencies.push_back(toSeconds(now - history->channel(0).eventTime(m_shown)) * 1e3);
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<Application> m_application;
    QObject m_context;
    std::vector<double> m_paints;
    std::vector<double> m_latencies;
    std::int64_t m_shown = 0;
    bool m_followsLatencies = false;
};

QString platform() {
    return QStringLiteral("on ") + QGuiApplication::platformName();
}

void measureFastStream(Report& report, bool isQuick) {
    OpenWindow window(QStringLiteral("sim:normal?mean=20&sd=5&rate=250000&channels=4&seed=42"),
                      std::chrono::seconds(10));
    window.run(1.0); // the window opens
    const std::int64_t before = window.account().received;
    const double seconds = isQuick ? 10.0 : 60.0;
    window.run(seconds);
    const std::vector<double> paints = window.paints();
    const double rate = static_cast<double>(window.account().received - before) / seconds / 1e6;
    window.stop();
    const Account account = window.account();
    const double period = window.periodMs();
    const double expected = seconds * 1e3 / period;
    const double missed = std::max(0.0, 100.0 * (1.0 - static_cast<double>(paints.size()) / expected));
    std::vector<double> intervals;
    for (std::size_t i = 1; i < paints.size(); ++i)
        intervals.push_back(paints[i] - paints[i - 1]);
    const auto dropped = static_cast<double>(account.dropped + (account.accepted - account.recorded));
    const QString where = QStringLiteral("%1 M samples/s received, %2").arg(rate, 0, 'f', 3).arg(platform());
    report.add({QStringLiteral("window open at 10^6 samples/s, 4 channels: dropped"),
                QStringLiteral("samples"),
                dropped,
                {},
                {},
                {},
                QStringLiteral("0"),
                dropped == 0.0 && account.balances() && rate > 0.98,
                where});
    report.add({QStringLiteral("window open at 10^6 samples/s: frames a second"),
                QStringLiteral("fps"),
                static_cast<double>(paints.size()) / seconds,
                {},
                {},
                {},
                QStringLiteral("%1 fps").arg(1e3 / period, 0, 'f', 0),
                missed <= 0.5,
                QStringLiteral("p99 between frames %1 ms").arg(percentile(intervals, 0.99), 0, 'f', 1)});
    report.add({QStringLiteral("window open at 10^6 samples/s: frames missed"),
                QStringLiteral("%"),
                missed,
                {},
                {},
                {},
                QStringLiteral("<= 0.5 %"),
                missed <= 0.5,
                {}});
}

void measureLatency(Report& report, bool isQuick) {
    OpenWindow window(QStringLiteral("sim:normal?mean=20&sd=5&rate=100&seed=42"), std::nullopt);
    window.run(1.0);
    window.followLatencies();
    window.run(0.2); // what is shown by now is old
    window.run(isQuick ? 5.0 : 20.0);
    const double p50 = median(window.latencies());
    const double p99 = percentile(window.latencies(), 0.99);
    const bool isMet = p50 <= 12.0 && p99 <= 25.0;
    report.add({QStringLiteral("sample to pixel, 100 samples/s"),
                QStringLiteral("ms"),
                p50,
                p99,
                {},
                {},
                QStringLiteral("p50 <= 12 ms, p99 <= 25 ms"),
                isMet,
                QStringLiteral("%1 samples, %2").arg(window.latencies().size()).arg(platform())});
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
    measureFastStream(report, isQuick);
    measureLatency(report, isQuick);
    measureIdle(report, isQuick);
}

} // namespace rillscope::bench
