// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Application.h"
#include "tests/benchmarks/Report.h"
#include "tests/benchmarks/Stream.h"
#include "tests/support/Sources.h"
#include "ui/chart/LiveChartView.h"

#include <QApplication>
#include <QScreen>
#include <QTemporaryDir>

namespace rillscope::bench {

/// The very window that people run, with the counters of one measurement.
class OpenWindow {
public:
    OpenWindow(const QString& uri, std::optional<Duration> window, bool isCaptured = false) {
        GuiOptions options;
        options.source = *SourceUri::parse(uri);
        options.start = true;
        options.window = window;
        options.isCaptured = isCaptured;
        if (isCaptured)
            options.capturePath = m_folder.filePath(QStringLiteral("window.rill"));
        options.settingsPath = m_folder.filePath(QStringLiteral("settings.ini"));
        m_application = std::make_unique<Application>(options, test::sources());
        QObject::connect(&chart(), &LiveChartView::painted, &m_context,
                         [this] { m_paints.push_back(milliseconds()); });
        QObject::connect(&m_lagTimer, &QTimer::timeout, &m_context,
                         [this] { m_lags.push_back(toSeconds(capture().lag) * 1e3); });
        if (isCaptured)
            m_lagTimer.start(20);
        m_application->run();
        m_application->window().resize(1'600, 900);
        if (!window)
            chart().followAll();
    }

    void run(double seconds) {
        m_paints.clear();
        m_lags.clear();
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
    CaptureStatus capture() { return m_application->session().captureStatus(); }
    /// The age of the oldest sample that was not durable, looked at every 20 ms: ms.
    const std::vector<double>& lags() const { return m_lags; }
    double periodMs() const {
        const double rate = m_application->window().screen()->refreshRate();
        return 1e3 / std::clamp(rate, 20.0, 240.0);
    }
    const std::vector<double>& paints() const { return m_paints; }
    /// From the source's emit of a block to the end of the paint that shows it, by the program's own
    /// counters: ms, of the last five seconds.
    std::vector<double> latencies() const {
        std::vector<double> values;
        for (const Duration latency : m_application->frameStatistics().latencies())
            values.push_back(toSeconds(latency) * 1e3);
        return values;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Application> m_application;
    QObject m_context;
    QTimer m_lagTimer;
    std::vector<double> m_paints;
    std::vector<double> m_lags;
};

struct FrameRate {
    double perSecond = 0.0;
    double missedPercent = 0.0; ///< of the frames that the screen could have shown
    double longestMs = 0.0;     ///< between two of them, p99

    QString note() const { return QStringLiteral("p99 between frames %1 ms").arg(longestMs, 0, 'f', 1); }
};

/// `paints`: when the frames were painted, ms.
inline FrameRate frameRate(const std::vector<double>& paints, double seconds, double periodMs) {
    FrameRate rate;
    rate.perSecond = static_cast<double>(paints.size()) / seconds;
    rate.missedPercent = std::max(0.0, 100.0 - rate.perSecond * periodMs / 10.0);
    std::vector<double> intervals;
    for (std::size_t i = 1; i < paints.size(); ++i)
        intervals.push_back(paints[i] - paints[i - 1]);
    rate.longestMs = intervals.empty() ? seconds * 1e3 : percentile(intervals, 0.99);
    return rate;
}

inline QString platform() {
    return QStringLiteral("on ") + QGuiApplication::platformName();
}

} // namespace rillscope::bench
