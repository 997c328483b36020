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

/// As fast as it goes, until long after the disk is full: the log was used again and again by then, and what
/// comes fills the memory of the capture.
QStringList overflowOnce(Torment& torment, const QString& folder) {
    constexpr qint64 samples = 5'000'000;
    Recording recording(torment, {.samplesPerSecond = samplesPerSecond,
                                  .speed = 1'000,
                                  .captureFolder = folder,
                                  .more = {QStringLiteral("--count"), QString::number(samples)}});
    Victim& victim = recording.victim();
    if (!recording.begin())
        return {QStringLiteral("acknowledged nothing; ") + victim.ending()};
    if (!victim.waitForEnd(300'000))
        return {QStringLiteral("did not end")};
    QStringList faults = recording.faults();
    if (recording.summary().value(QLatin1String("recorded")).toInteger() != samples)
        faults.append(QStringLiteral("the stream did not go on"));
    if (recording.ofCapture("missed") <= 0)
        faults.append(QStringLiteral("all of it fitted: this proves nothing"));
    return faults;
}

/// Nothing can be begun: that is said at once, and nothing is made anywhere.
QStringList refuseOnce(Torment& torment, const Mount& disk, const QString& folder) {
    if (!fill(folder + QStringLiteral("/ballast"), disk.freeBytes()))
        return {QStringLiteral("the disk could not be filled")};
    Recording recording(torment, {.samplesPerSecond = samplesPerSecond, .captureFolder = folder});
    Victim& victim = recording.victim();
    if (!victim.start() || !victim.waitForEnd(30'000))
        return {QStringLiteral("it goes on; ") + victim.ending()};
    QStringList faults;
    if (victim.exitCode() != 3 || victim.errors().isEmpty())
        faults.append(QStringLiteral("not refused; ") + victim.ending());
    if (!recording.summary().isEmpty())
        faults.append(QStringLiteral("samples were received before it was refused"));
    if (!recording.captures().isEmpty())
        faults.append(QStringLiteral("there is a file: ") + recording.captures().join(u' '));
    return faults;
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
        const QString fullFolder = torment.makeFolder();
        const Mount full(fullFolder, 4 * mebibyte);
        tally.add(QStringLiteral("disk full before it begins"), refuseOnce(torment, full, fullFolder));
        // Where in the log the disk is full is a matter of its size.
        const QString smallFolder = torment.makeFolder();
        const Mount small(smallFolder, 24 * mebibyte + torment.number(32) * mebibyte);
        tally.add(QStringLiteral("disk full while the log is used again"),
                  overflowOnce(torment, smallFolder));
    }
    for (int i = torment.times(1, 4); i > 0; --i)
        tally.add(QStringLiteral("ulimit -f"), limitOnce(torment));
}

} // namespace rillscope::torture
