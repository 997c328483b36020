// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged captures, and files that are none: no command crashes, hangs or takes more than 1 GiB; what cannot
// be read is said; the file is kept, if under another name; what is salvaged verifies.
#include "tests/torture/Conservation.h"
#include "tests/torture/Faults.h"
#include "tests/torture/Recording.h"

#include <QDir>

namespace rillscope::torture {
namespace {

constexpr qint64 sparseSize = qint64{10} << 30;

struct Damage {
    const char* name;
    /// Makes the file at `path`, maybe from a sound capture.
    void (*make)(Torment& torment, const QByteArray& sound, QFile& file);
    bool isNone = false; ///< no capture at all
};

qint64 place(Torment& torment, qint64 size) {
    return static_cast<qint64>(torment.random() % static_cast<quint64>(size));
}

void flip(Torment& torment, QByteArray& bytes, qint64 below) {
    const qint64 at = place(torment, below);
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << torment.number(8)));
}

void makeSparse(QFile& file, const QByteArray& head) {
    file.write(head);
    file.resize(sparseSize);
}

constexpr Damage damages[] = {
    {"one bit flipped",
     [](Torment& torment, const QByteArray& sound, QFile& file) {
         QByteArray bytes = sound;
         flip(torment, bytes, bytes.size());
         file.write(bytes);
     }},
    {"bits of the first page flipped",
     [](Torment& torment, const QByteArray& sound, QFile& file) {
         QByteArray bytes = sound;
         for (int i = 1 + torment.number(8); i > 0; --i)
             flip(torment, bytes, 4'096);
         file.write(bytes);
     }},
    {"100 bits flipped",
     [](Torment& torment, const QByteArray& sound, QFile& file) {
         QByteArray bytes = sound;
         for (int i = 0; i < 100; ++i)
             flip(torment, bytes, bytes.size());
         file.write(bytes);
     }},
    {"pages of noise",
     [](Torment& torment, const QByteArray& sound, QFile& file) {
         QByteArray bytes = sound;
         for (int pages = 1 + torment.number(5); pages > 0; --pages) {
             const qint64 begin = place(torment, bytes.size() / 4'096) * 4'096;
             for (qint64 i = begin; i < begin + 4'096; ++i)
                 bytes[i] = static_cast<char>(torment.random());
         }
         file.write(bytes);
     }},
    {"truncated", [](Torment& torment, const QByteArray& sound,
                     QFile& file) { file.write(sound.left(place(torment, sound.size()))); }},
    {"without its beginning", [](Torment& torment, const QByteArray& sound,
                                 QFile& file) { file.write(sound.mid(place(torment, sound.size()))); }},
    {"nothing in it", [](Torment&, const QByteArray&, QFile&) {}, true},
    {"zeros", [](Torment&, const QByteArray&, QFile& file) { file.write(QByteArray(1'000'000, '\0')); },
     true},
    {"text",
     [](Torment&, const QByteArray&, QFile& file) {
         file.write(QByteArray("2026-01-01T00:00:00Z,20.5\n").repeated(10'000));
     },
     true},
    {"10 GB of nothing", [](Torment&, const QByteArray&, QFile& file) { makeSparse(file, {}); }, true},
    {"10 GB of nothing behind a header",
     [](Torment&, const QByteArray& sound, QFile& file) { makeSparse(file, sound.left(4'096)); }},
    {"10 GB of nothing behind a capture",
     [](Torment&, const QByteArray& sound, QFile& file) { makeSparse(file, sound); }},
};

/// A sound capture, as bytes.
QByteArray makeSound(Torment& torment, QString& uri) {
    Recording recording(torment,
                        {.speed = 10, .more = {QStringLiteral("--count"), QStringLiteral("100000")}});
    uri = recording.uri();
    if (!recording.begin() || !recording.victim().waitForEnd(30'000))
        return {};
    QFile file(recording.path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Ends by itself, soon, within 1 GiB; an error is told in words.
Ended runBounded(const QStringList& arguments, const QString& home, QStringList& faults) {
    Victim victim(Victim::commandLine(), arguments, home);
    victim.limitMemory(quint64{1} << 30);
    Ended ended = runToEnd(victim);
    if (!ended.exitCode || (ended.exitCode != 0 && ended.errors.isEmpty() && ended.output.isEmpty()))
        faults.append(arguments.constFirst() + u' ' + ended.ending);
    return ended;
}

/// Whether the damaged bytes are still somewhere in the folder.
bool isKept(const QString& folder, const QByteArray& bytes, qint64 size) {
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
    return std::ranges::any_of(files, [&](const QFileInfo& info) {
        QFile file(info.filePath());
        return info.size() == size && file.open(QIODevice::ReadOnly) && file.read(bytes.size()) == bytes;
    });
}

QStringList judge(Torment& torment, const Damage& damage, const QByteArray& sound, const QString& uri) {
    const QString folder = torment.makeFolder();
    const QString home = torment.makeFolder();
    QFile file(folder + QStringLiteral("/a.rill"));
    if (!file.open(QIODevice::WriteOnly))
        return {file.errorString()};
    damage.make(torment, sound, file);
    file.close();
    const qint64 size = file.size();
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.read(2 * sound.size()) : QByteArray();
    file.close();
    QStringList faults;
    const Ended verified = runBounded({QStringLiteral("verify"), file.fileName()}, home, faults);
    if (damage.isNone && verified.exitCode == 0)
        faults.append(QStringLiteral("verify takes it for a capture"));
    StreamComparison comparison(uri);
    comparison.add(file.fileName());
    if (verified.exitCode == 0 && !comparison.complaints().isEmpty())
        faults.append(QStringLiteral("verify finds nothing: ") + comparison.complaints().constFirst());
    runBounded({QStringLiteral("export"), file.fileName(), QStringLiteral("--csv"),
                home + QStringLiteral("/out.csv")},
               home, faults);
    const Ended replayed = runBounded(
        QStringList{QStringLiteral("record"), QStringLiteral("replay:%1?speed=max").arg(file.fileName()),
                    QStringLiteral("--capture"), home + QStringLiteral("/replayed.rill")} +
            summaryArguments(home),
        home, faults);
    if (!summaryIn(home).isEmpty()) // else it was refused at once
        faults += faultsOfAccount(home, replayed.exitCode, replayed.errors);
    const Ended recovered = runBounded({QStringLiteral("recover"), file.fileName()}, home, faults);
    if (!isKept(folder, bytes, size))
        faults.append(QStringLiteral("the damaged file is gone"));
    // 2: it can't be told that it was a capture, and it stays as it is.
    const bool isInOrder = recovered.exitCode && *recovered.exitCode != 2;
    for (const QFileInfo& left : QDir(folder).entryInfoList({QStringLiteral("*.rill")}, QDir::Files)) {
        const QString name = left.fileName();
        const Ended again = runBounded({QStringLiteral("verify"), left.filePath()}, home, faults);
        if (isInOrder && again.exitCode != 0)
            faults.append(QStringLiteral("after recover %1 does not verify: ").arg(name) +
                          QString::fromUtf8(again.output.trimmed()));
    }
    return faults;
}

} // namespace

void damageFiles(Torment& torment, Tally& tally) {
    QString uri;
    const QByteArray sound = makeSound(torment, uri);
    if (sound.isEmpty()) {
        tally.add(QStringLiteral("a sound capture"), {QStringLiteral("could not be made")});
        return;
    }
    for (int i = torment.times(1, 20); i > 0; --i) {
        for (const Damage& damage : damages)
            tally.add(QString::fromLatin1(damage.name), judge(torment, damage, sound, uri));
    }
}

} // namespace rillscope::torture
