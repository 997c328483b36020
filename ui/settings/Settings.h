// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/model/Unit.h"
#include "core/source/SourceUri.h"
#include "ui/chart/Antialiasing.h"
#include "ui/report/ReportFormat.h"
#include "ui/theme/ThemeMode.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace rillscope {

/// How the value axis gets its range.
struct ValueAxisSettings {
    bool isAutomatic = true;
    /// The fixed range, in Settings::unit; kept while automatic.
    double minimum = 30.0;
    double maximum = 110.0;
    friend bool operator==(const ValueAxisSettings&, const ValueAxisSettings&) = default;
};

/// What the history of a session may take, and what it calls a gap.
struct HistorySettings {
    static constexpr int minimumMemoryMiB = 64;
    static constexpr int maximumMemoryMiB = 1'048'576; ///< a terabyte
    static constexpr double minimumGapFactor = 1.5;
    static constexpr double maximumGapFactor = 10'000.0;

    int memoryMiB = 2'048;
    double gapFactor = 10.0; ///< a silence over so many usual intervals of its channel breaks the line

    qint64 memoryBytes() const { return qint64{memoryMiB} << 20; }

    friend bool operator==(const HistorySettings&, const HistorySettings&) = default;
};

/// What is recorded to disk, where, and how much of it is kept.
struct CapturePreferences {
    static constexpr int maximumGigabytes = 1'000'000;
    static constexpr int maximumDays = 36'500;

    bool isOn = true;
    QString folder;         ///< empty: that of the program's data
    int gigabytes = 20;     ///< of all captures of the folder; 0: no limit
    int days = 90;          ///< since the newest sample of a capture; 0: no limit
    bool mayDelete = false; ///< the user has agreed that old captures are deleted, and has seen which

    friend bool operator==(const CapturePreferences&, const CapturePreferences&) = default;
};

/// What the program remembers from one run to the next. A plain value: SettingsStore reads and writes it.
struct Settings {
    static constexpr qsizetype maxRecentSources = 10; ///< and as many pipelines
    static constexpr Duration defaultTimeWindow = std::chrono::seconds(60);
    static constexpr Duration minimumTimeWindow = std::chrono::milliseconds(1);
    static constexpr Duration maximumTimeWindow = std::chrono::hours(24 * 366);

    QByteArray windowGeometry; ///< QWidget::saveGeometry(); empty: none yet
    QByteArray windowState;    ///< MainWindow::layoutState(); empty: none yet

    QStringList foldedCards; ///< MainWindow::foldedCards()

    ThemeMode themeMode = ThemeMode::System;
    Unit unit = Unit::Fahrenheit;
    std::optional<Duration> timeWindow = defaultTimeWindow; ///< none: the whole history
    ValueAxisSettings valueAxis;
    HistorySettings history;
    CapturePreferences capture;
    Antialiasing antialiasing = Antialiasing::Automatic;
    bool showPerformance = false; ///< the overlay on the chart
    bool notifyOfAlarms = false;  ///< by the desktop
    bool utcTimes = false;        ///< show times in UTC instead of the computer's time zone

    std::optional<SourceUri> lastSource;
    std::optional<SourceUri> lastSimulation; ///< what the simulator was set to
    QList<SourceUri> recentSources;          ///< newest first, each once
    bool wasRunning = true; ///< the source was not stopped by the user when the program was closed

    QString lastPipeline;        ///< path of the pipeline's file; empty: none
    QByteArray pipelineDraft;    ///< its text, when there are changes that were not saved
    QStringList recentPipelines; ///< paths, newest first, each once
    QString pipelineFolder;      ///< where the last pipeline was opened or saved; empty: none yet

    QString openFolder;   ///< where the last recording was opened; empty: none yet
    QString exportFolder; ///< where the last picture, CSV or report was written; empty: none yet
    ReportFormat reportFormat = ReportFormat::Pdf;

    /// Makes `uri` the last source and the first of the recent ones.
    void rememberSource(const SourceUri& uri);
    /// The latter only: a capture that was opened is no source.
    void rememberRecent(const SourceUri& uri);

    friend bool operator==(const Settings&, const Settings&) = default;
};

} // namespace rillscope
