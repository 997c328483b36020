// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/BackgroundJob.h"
#include "core/base/Clock.h"
#include "core/capture/check/CaptureRecovery.h"
#include "core/capture/keep/CaptureRetention.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace rillscope {

/// Looks after the captures that are on disk, without ever stopping the window: recovers those that were cut
/// short, keeps the list of all, tells which exceed the limits, and deletes those when it may. Thread: GUI;
/// what takes time is done on a thread of its own, one thing after the other.
class CaptureKeeper : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::minutes interval{5};

    explicit CaptureKeeper(const Clock& clock);
    ~CaptureKeeper() override;

    /// The folder whose captures are listed and limited.
    void setFolder(const QString& folder) { m_folder = folder; }
    const QString& folder() const { return m_folder; }
    /// `mayDelete`: without asking by exceeded().
    void setLimits(const RetentionLimits& limits, bool mayDelete);
    const RetentionLimits& limits() const { return m_limits; }
    /// The capture that is being written; it is never deleted.
    void setCurrent(const QString& path) { m_current = path; }

    /// Recovers the captures of these folders that were cut short and that nobody is writing.
    void recover(const QStringList& folders);
    /// Looks at the folder now, or as soon as nothing else is done, and then each few minutes.
    void refresh();
    /// Deletes those that are still as they were, and looks at the folder again.
    void remove(const QList<CaptureEntry>& entries);

    const CaptureCatalog& catalog() const { return m_catalog; }

Q_SIGNALS:
    void catalogChanged();
    /// Those that were not sound, and those that could not be recovered.
    void recovered(const QList<rillscope::RecoveryReport>& reports, const QList<rillscope::Error>& errors);
    /// They exceed the limits, and nobody has agreed yet that such captures go.
    void exceeded(const QList<rillscope::CaptureEntry>& entries);
    void removed(const rillscope::RemovedCaptures& removed);

private:
    struct Findings {
        QList<RecoveryReport> recovered;
        QList<Error> notRecovered;
        std::optional<RemovedCaptures> removed;
        CaptureCatalog catalog;
        QList<CaptureEntry> beyond;
    };

    void start();
    static void recoverIn(const QStringList& folders, Findings& findings, const JobControl& control);
    void takeFindings();

    const Clock& m_clock;
    QString m_folder;
    RetentionLimits m_limits;
    bool m_mayDelete = false;
    QString m_current;
    CaptureCatalog m_catalog;
    QStringList m_foldersToRecover; ///< next
    bool m_isWanted = false;        ///< again, when what is being done is done
    QList<CaptureEntry> m_toRemove; ///< then
    QTimer m_timer;
    QThreadPool m_pool;
    BackgroundJob<Findings> m_job{&m_pool};
};

} // namespace rillscope
