// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/check/CaptureRecovery.h"

#include "core/base/Message.h"
#include "core/capture/CaptureSchema.h"
#include "core/capture/check/CaptureSalvage.h"
#include "core/capture/check/CaptureVerifier.h"
#include "core/capture/keep/CaptureLock.h"
#include "core/capture/keep/CaptureQuarantine.h"
#include "core/capture/read/CaptureReader.h"

#include <QDir>

#include <sqlite3.h>

namespace rillscope {
namespace {

/// Its writer was killed, or it was being read at the end.
bool hasLog(const QString& path) {
    return QFileInfo::exists(path + QStringLiteral("-wal"));
}

/// Whether it is worth a closer look: not closed, not one plain file, or not readable.
bool isToRecover(const QString& path) {
    const bool isInLog = hasLog(path); // asked first: opening it may make an empty one
    auto database = Database::openToRead(path);
    if (!database)
        return database.error().code == ErrorCode::DamagedFile;
    if (!checkCaptureTables(*database))
        return false;
    auto query = database->prepare("SELECT 1 FROM capture WHERE key = 'ended'");
    if (!query)
        return query.error().code == ErrorCode::DamagedFile;
    const auto hasRow = query->step();
    if (!hasRow)
        return hasRow.error().code == ErrorCode::DamagedFile;
    return !*hasRow || isInLog;
}

RecoveryReport reportOn(const CaptureInfo& info, RecoveryReport::Outcome outcome) {
    RecoveryReport report;
    report.outcome = outcome;
    report.path = info.path;
    report.samples = info.sampleCount;
    if (info.firstArrival && info.lastArrival)
        report.arrivals.emplace(*info.firstArrival, *info.lastArrival);
    return report;
}

/// Writes that it has ended, and makes one plain file of it and its log.
Result<void> close(const CaptureInfo& info) {
    auto database = Database::openToWrite(info.path);
    if (!database)
        return tl::unexpected(database.error());
    auto fact = database->prepare("INSERT OR REPLACE INTO capture VALUES(?, ?)");
    if (!fact)
        return tl::unexpected(fact.error());
    const Timestamp ended = info.lastArrival.value_or(info.started.value_or(Timestamp{}));
    fact->bind(1, std::string_view("closed"));
    fact->bind(2, std::string_view("recovered"));
    if (auto written = fact->run(); !written)
        return written;
    fact->bind(1, std::string_view("ended"));
    fact->bind(2, std::int64_t{toNanoseconds(ended)});
    if (auto written = fact->run(); !written)
        return written;
    *fact = {};
    const auto joined = database->joinLog();
    // Somebody reads it: it stays two files, and is complete all the same.
    if (!joined && joined.error().code != ErrorCode::FileInUse)
        return joined;
    return {};
}

Result<RecoveryReport> rescue(const QString& path, const Message& fault, const JobControl& control) {
    RecoveryReport report;
    report.fault = fault;
    report.damagedPath = path;
    if (!isQuarantined(path)) {
        const auto name = quarantine(path);
        if (!name)
            return tl::unexpected(name.error());
        report.damagedPath = *name;
    }
    const QString target = salvagedPath(report.damagedPath);
    const auto salvaged = salvageCapture(report.damagedPath, target, control);
    if (!salvaged)
        return tl::unexpected(salvaged.error());
    report.samples = salvaged->samples;
    report.refused = salvaged->refused;
    report.unreadablePlaces = salvaged->failures;
    report.outcome =
        salvaged->samples > 0 ? RecoveryReport::Outcome::Salvaged : RecoveryReport::Outcome::Lost;
    if (salvaged->samples > 0) {
        report.path = target;
        report.arrivals.emplace(salvaged->firstArrival, salvaged->lastArrival);
    }
    return report;
}

/// What is wrong with it; empty: nothing. Errors: those of verifyCapture().
Result<Message> faultOf(const QString& path, const JobControl& control, VerifyDepth depth) {
    const QFileInfo info(path);
    if (info.isFile() && info.size() == 0 && info.suffix() == QLatin1String(captureSuffix))
        return Message(QT_TRANSLATE_NOOP("Message", "format: the file is empty"));
    const auto verdict = verifyCapture(path, depth, control);
    if (!verdict)
        return tl::unexpected(verdict.error());
    return verdict->fault();
}

/// A crash while it was closed can have left a journal, which only a connection that may write undoes. The
/// log stays as it is.
void undoJournal(const QString& path) {
    if (!QFileInfo::exists(path + QStringLiteral("-journal")))
        return;
    const auto database = Database::openToWrite(path);
    if (!database)
        return;
    sqlite3_db_config(database->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    // Whether it worked is seen when the capture is checked.
    sqlite3_exec(database->handle(), "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
}

/// Moves the log of a complete capture into its file. The log stays behind when another program was reading
/// the capture while it was closed. If this fails, no sample is lost: file and log together are complete.
void joinLogOf(const QString& path) {
    if (!hasLog(path))
        return;
    if (auto database = Database::openToWrite(path))
        static_cast<void>(database->joinLog());
}

Result<RecoveryReport> recoverLocked(const QString& path, const JobControl& control, VerifyDepth depth) {
    undoJournal(path);
    const auto fault = faultOf(path, control, depth);
    if (!fault)
        return tl::unexpected(fault.error());
    if (!fault->isEmpty() || isQuarantined(path))
        return rescue(path, *fault, control);
    // No connection may be open when it is closed for good.
    const auto info =
        CaptureReader::open(path).map([](const CaptureReader& reader) { return reader.info(); });
    if (!info)
        return tl::unexpected(info.error());
    if (info->isComplete()) {
        joinLogOf(path);
        return reportOn(*info, RecoveryReport::Outcome::Sound);
    }
    const auto closed = close(*info);
    if (closed)
        return reportOn(*info, RecoveryReport::Outcome::Recovered);
    if (closed.error().code == ErrorCode::DamagedFile)
        return rescue(path, closed.error().detail, control);
    return tl::unexpected(closed.error());
}

} // namespace

QStringList capturesToRecover(const QString& folder) {
    QStringList paths;
    const QString pattern = QStringLiteral("*.") + QLatin1String(captureSuffix);
    const QFileInfoList files =
        QDir(folder).entryInfoList({pattern}, QDir::Files | QDir::NoSymLinks | QDir::Readable, QDir::Name);
    for (const QFileInfo& file : files) {
        const QString path = file.absoluteFilePath();
        if (!CaptureLock::isHeld(path) && (file.size() == 0 || isToRecover(path)))
            paths.append(path);
    }
    return paths;
}

Result<RecoveryReport> recoverCapture(const QString& path, const JobControl& control, VerifyDepth depth) {
    const QFileInfo info(path);
    if (info.isSymLink())
        return failure(
            ErrorCode::FileUnreadable, path,
            Message(QT_TRANSLATE_NOOP("Message", "this is a symbolic link; name the recording itself")));
    if (!info.exists())
        return failure(ErrorCode::FileNotFound, path,
                       Message(QT_TRANSLATE_NOOP("Message", "there is no such file")));
    if (!info.isFile())
        return failure(ErrorCode::FileUnreadable, path,
                       Message(QT_TRANSLATE_NOOP("Message", "this is no file")));
    auto lock = CaptureLock::acquire(path);
    if (!lock)
        return tl::unexpected(lock.error());
    auto report = recoverLocked(path, control, depth);
    lock->releaseAndRemove();
    return report;
}

} // namespace rillscope
