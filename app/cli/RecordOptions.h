// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/TargetFile.h"
#include "core/base/Time.h"
#include "core/source/SourceCatalog.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace rillscope {

/// What `record` was asked to do.
struct RecordOptions {
    QList<SourceUri> sources;         ///< at least one
    QStringList names;                ///< of the sources: what their channels begin with; may be empty
    std::optional<qint64> count;      ///< stop each source after so many samples
    std::optional<Duration> duration; ///< stop after so long
    QString csvPath;                  ///< of this and the other outputs: empty: none; "-": standard output
    QString summaryPath;              ///< empty: none
    QString pipelinePath;             ///< empty: no steps
    QString windowsPath;              ///< empty: none
    QString alarmsPath;               ///< empty: none
    QString onAlarm;        ///< program and arguments, to be run when an alarm is raised; empty: none
    QString capturePath;    ///< empty: one in the data folder
    bool isCaptured = true; ///< to disk, while it is recorded
    bool isAcknowledged =
        false; ///< say what is safe on standard output, or on standard error if that is taken

    /// The files to be written when all is done.
    QList<NamedTarget> targets() const;

    /// Errors: InvalidUri with the option or the part of the URI as subject.
    static Result<RecordOptions> parse(const QStringList& arguments, const SourceCatalog& sources);
};

/// The text for --help.
QString recordUsage();

} // namespace rillscope
