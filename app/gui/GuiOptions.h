// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/TargetFile.h"
#include "core/base/Time.h"
#include "core/report/ReportContents.h"
#include "core/source/SourceCatalog.h"
#include "ui/report/ReportFormat.h"
#include "ui/theme/ThemeMode.h"

#include <optional>

namespace rillscope {

/// What the desktop program was asked to do on its command line.
struct GuiOptions {
    enum class Action { Run, ShowHelp, ShowVersion };

    Action action = Action::Run;
    std::optional<SourceUri> source; ///< or a capture to open
    bool start = false; ///< start the source even if it was stopped when the program was last closed
    std::optional<Duration> window; ///< length of time shown
    std::optional<ThemeMode> theme;
    QString pipelinePath;   ///< empty: that of the last time, if any
    QString capturePath;    ///< of the first capture; empty: one of its own
    bool isCaptured = true; ///< false: not at all, whatever the settings say
    QString onAlarm;        ///< a command to run when an alarm is raised; empty: none
    QString settingsPath;   ///< empty: the user's own
    QString renderPath;     ///< empty: open a window; else draw the chart without a screen
    QString renderFormat;   ///< one of chartExportFormats()
    Duration renderDuration = std::chrono::seconds(10);
    QString reportPath; ///< empty: none; else a report of `reportRange` goes there, with or without a window
    ReportFormat reportFormat = ReportFormat::Pdf;
    ReportRange reportRange;
    QString csvPath;     ///< with one of them
    QString summaryPath; ///< empty: none

    /// The files to be written when there is no window.
    QList<NamedTarget> targets() const;
    bool isWindowless() const { return !renderPath.isEmpty() || !reportPath.isEmpty(); }

    /// Errors: InvalidUri with the option, or the part of the URI, as subject.
    static Result<GuiOptions> parse(const QStringList& arguments, const SourceCatalog& sources);
    static QString helpText(const SourceCatalog& sources);
};

} // namespace rillscope
