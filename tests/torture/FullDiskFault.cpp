// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The disk is full, and later has space again; no file may grow beyond a size: nothing acknowledged is lost,
// the stream goes on, what could not be written is counted, and the capture goes on in a new file.
#include "tests/torture/Faults.h"
#include "tests/torture/Mount.h"
#include "tests/torture/Recording.h"

namespace rillscope::torture {
namespace {

constexpr qint64 mebibyte = 1'024 * 1'024;
constexpr int samplesPerSecond = 100'000;

/// What the disk is full of at first.
bool fill(const QString& path, qint64 bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QByteArray(bytes, 'x')) == bytes;
}

QStringList fillOnce(Torment& torment, const Mount& disk, const QString& folder) {
    const QString ballast = folder + QStringLiteral("/ballast");
    if (!fill(ballast, disk.freeBytes() - (4 + torment.number(5)) * mebibyte))
        return {QStringLiteral("the disk could not be filled")};
    Recording recording(torment, {.samplesPerSecond = samplesPerSecond, .captureFolder = folder});
    Victim& victim = recording.victim();
    if (!recording.begin())
        return {QStringLiteral("acknowledged nothing; ") + victim.ending()};
    if (!victim.watch(30'000, [&recording] { return recording.hasComplained(); }))
        return {QStringLiteral("it did not say that the disk is full; ") + victim.ending()};
    const qint64 before = victim.acknowledged();
    victim.watch(torment.number(3'000));
    QFile::remove(ballast);
    QStringList faults;
    if (!recording.waitForMore())
        faults.append(QStringLiteral("it did not go on once there was space; ") + victim.ending());
    victim.watch(500);
    if (!recording.end())
        faults.append(QStringLiteral("did not end by itself; ") + victim.ending());
    if (recording.captures().size() < 2)
        faults.append(QStringLiteral("it went on in the same file"));
    if (recording.summary().value(QLatin1String("recorded")).toInteger() <= before)
        faults.append(QStringLiteral("the stream did not go on"));
    return faults + recording.faults();
}

QStringList limitOnce(Torment& torment) {
    Recording recording(torment, {.samplesPerSecond = samplesPerSecond});
    Victim& victim = recording.victim();
    victim.limitFileSize(static_cast<quint64>((3 + torment.number(4)) * mebibyte));
    if (!recording.begin())
        return {QStringLiteral("acknowledged nothing; ") + victim.ending()};
    QStringList faults;
    const bool isSecond = victim.watch(30'000, [&] { return recording.captures().size() > 1; });
    if (!isSecond)
        faults.append(QStringLiteral("no second file; ") + victim.ending());
    if (!recording.waitForMore())
        faults.append(QStringLiteral("it did not go on; ") + victim.ending());
    if (!recording.end())
        faults.append(QStringLiteral("did not end by itself; ") + victim.ending());
    return faults + recording.faults();
}

} // namespace

void fillDisk(Torment& torment, Tally& tally) {
    for (int i = torment.times(1, 6); i > 0; --i) {
        const QString folder = torment.makeFolder();
        const Mount disk(folder, 24 * mebibyte);
        if (!disk.isMounted()) {
            tally.skip(QStringLiteral("a full disk: only root can mount a small one"));
            break;
        }
        tally.add(QStringLiteral("disk full"), fillOnce(torment, disk, folder));
    }
    for (int i = torment.times(1, 4); i > 0; --i)
        tally.add(QStringLiteral("ulimit -f"), limitOnce(torment));
}

} // namespace rillscope::torture
