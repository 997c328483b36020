// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/CaptureKeeper.h"

#include <utility>

namespace rillscope {

CaptureKeeper::CaptureKeeper(const Clock& clock) : m_clock(clock) {
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &CaptureKeeper::refresh);
    connect(&m_job, &AnyBackgroundJob::finished, this, &CaptureKeeper::takeFindings);
}

CaptureKeeper::~CaptureKeeper() {
    m_job.cancel();
}

void CaptureKeeper::setLimits(const RetentionLimits& limits, bool mayDelete) {
    m_limits = limits;
    m_mayDelete = mayDelete;
}

void CaptureKeeper::recover(const QStringList& folders) {
    m_foldersToRecover = folders;
    m_foldersToRecover.removeDuplicates();
    refresh();
}

/// On the job's thread.
void CaptureKeeper::recoverIn(const QStringList& folders, Findings& findings, const JobControl& control) {
    const JobControl silent{control.isCancelled, {}};
    for (const QString& folder : folders) {
        for (const QString& path : capturesToRecover(folder)) {
            if (control.isToStop())
                return;
            const auto report = recoverCapture(path, silent);
            if (report && report->outcome != RecoveryReport::Outcome::Sound)
                findings.recovered.append(*report);
            // In use: by a program that has just begun, or that recovers it as well.
            else if (!report && report.error().code != ErrorCode::FileInUse &&
                     report.error().code != ErrorCode::Cancelled)
                findings.notRecovered.append(report.error());
        }
    }
}

void CaptureKeeper::refresh() {
    m_isWanted = true;
    m_timer.start();
    if (!m_job.isRunning())
        start();
}

void CaptureKeeper::remove(const QList<CaptureEntry>& entries) {
    m_toRemove += entries;
    refresh();
}

void CaptureKeeper::start() {
    m_isWanted = false;
    m_job.start([folder = m_folder, known = m_catalog, limits = m_limits, current = m_current,
                 now = m_clock.now(), toRemove = std::exchange(m_toRemove, {}),
                 toRecover = std::exchange(m_foldersToRecover, {})](const JobControl& control) {
        Findings findings;
        recoverIn(toRecover, findings, control);
        if (!toRemove.isEmpty())
            findings.removed = removeCaptures(toRemove);
        findings.catalog = readCaptureCatalog(folder, folder == known.folder ? known : CaptureCatalog(),
                                              control.isCancelled);
        findings.beyond = capturesBeyond(findings.catalog, limits, now, current);
        return findings;
    });
}

void CaptureKeeper::takeFindings() {
    const std::optional<Findings> result = m_job.takeResult();
    if (!result)
        return; // this goes
    const Findings& findings = *result;
    if (m_isWanted)
        start();
    if (!findings.recovered.isEmpty() || !findings.notRecovered.isEmpty())
        Q_EMIT recovered(findings.recovered, findings.notRecovered);
    if (findings.removed)
        Q_EMIT removed(*findings.removed);
    if (findings.catalog.folder != m_folder)
        return; // asked about another one in the meantime
    m_catalog = findings.catalog;
    Q_EMIT catalogChanged();
    if (findings.beyond.isEmpty())
        return;
    if (!m_mayDelete)
        Q_EMIT exceeded(findings.beyond);
    else if (!findings.removed) // what could not be removed now is tried the next time
        remove(findings.beyond);
}

} // namespace rillscope
