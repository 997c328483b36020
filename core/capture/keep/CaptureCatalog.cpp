// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/keep/CaptureCatalog.h"

#include "core/capture/keep/CaptureLock.h"
#include "core/capture/keep/CaptureQuarantine.h"
#include "core/capture/read/CaptureReader.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace rillscope {
namespace {

constexpr int mostFilesLookedAt = 200'000;
constexpr qsizetype mostSources = 16;
/// Far more than any capture needs: a table whose key is none would be read from end to end.
constexpr int mostQuestions = 20;

/// Without opening it.
CaptureEntry outsideOf(const QFileInfo& file) {
    CaptureEntry entry;
    entry.path = file.absoluteFilePath();
    entry.bytes = file.size() + QFileInfo(entry.path + QStringLiteral("-wal")).size();
    entry.modifiedMs = file.lastModified().toMSecsSinceEpoch();
    entry.isLink = file.isSymLink();
    return entry;
}

CaptureEntry describe(CaptureEntry entry) {
    if (isQuarantined(entry.path)) {
        entry.state = CaptureEntry::State::Quarantined;
        return entry;
    }
    const bool wasHeld = CaptureLock::isHeld(entry.path);
    const auto reader =
        CaptureReader::open(entry.path, [questions = 0]() mutable { return ++questions > mostQuestions; });
    if (!reader) {
        entry.error = reader.error();
        return entry;
    }
    const CaptureInfo& info = reader->info();
    entry.samples = info.sampleCount;
    entry.started = info.started;
    entry.ended = info.ended ? info.ended : info.lastArrival;
    entry.sources = info.sources.mid(0, mostSources);
    // Its writer may begin or end while it is read.
    const bool isHeld = wasHeld || CaptureLock::isHeld(entry.path);
    if (info.isComplete())
        entry.state = info.isRecovered() ? CaptureEntry::State::Recovered : CaptureEntry::State::Complete;
    else
        entry.state = isHeld ? CaptureEntry::State::BeingWritten : CaptureEntry::State::CutShort;
    return entry;
}

bool isSame(const CaptureEntry& known, const CaptureEntry& found) {
    return known.isEnded() && known.bytes == found.bytes && known.modifiedMs == found.modifiedMs &&
           known.isLink == found.isLink;
}

/// The newest first; those that do not tell when they began, by when they were written.
qint64 orderOf(const CaptureEntry& entry) {
    return entry.started ? toNanoseconds(*entry.started) / 1'000'000 : entry.modifiedMs;
}

QList<CaptureEntry> filesOf(const QString& folder) {
    QList<CaptureEntry> files;
    QDirIterator iterator(folder, {QStringLiteral("*.rill"), QStringLiteral("*.rill.damaged*")},
                          QDir::Files | QDir::Hidden);
    for (int count = 0; iterator.hasNext() && count < mostFilesLookedAt; ++count) {
        iterator.next();
        const QString name = iterator.fileName();
        if (!name.endsWith(QLatin1String("-wal")) && !name.endsWith(QLatin1String("-shm")))
            files.append(outsideOf(iterator.fileInfo()));
    }
    return files;
}

} // namespace

std::optional<Duration> CaptureEntry::duration() const {
    if (!started || !ended)
        return std::nullopt;
    return std::max(*ended - *started, Duration::zero());
}

CaptureCatalog readCaptureCatalog(const QString& folder, const CaptureCatalog& known,
                                  const std::function<bool()>& isCancelled) {
    CaptureCatalog catalog;
    catalog.folder = folder;
    QList<CaptureEntry> files = filesOf(folder);
    std::stable_sort(files.begin(), files.end(),
                     [](const auto& a, const auto& b) { return a.modifiedMs < b.modifiedMs; });
    catalog.notListed = std::max<qint64>(files.size() - CaptureCatalog::mostEntries, 0);
    files.resize(std::min(files.size(), CaptureCatalog::mostEntries));
    QHash<QString, const CaptureEntry*> knownByPath;
    for (const CaptureEntry& entry : known.entries)
        knownByPath.insert(entry.path, &entry);
    for (const CaptureEntry& file : std::as_const(files)) {
        if (isCancelled && isCancelled())
            break;
        const CaptureEntry* before = knownByPath.value(file.path);
        catalog.entries.append(before && isSame(*before, file) ? *before : describe(file));
        catalog.bytes += file.bytes;
    }
    std::stable_sort(catalog.entries.begin(), catalog.entries.end(),
                     [](const auto& a, const auto& b) { return orderOf(a) > orderOf(b); });
    return catalog;
}

CaptureEntry describeCapture(const QString& path) {
    return describe(outsideOf(QFileInfo(path)));
}

} // namespace rillscope
