// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/Faults.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

using namespace rillscope::torture;

namespace {

struct Fault {
    const char* name;
    const char* title;
    void (*tryIt)(Torment&, Tally&);
};

constexpr Fault faults[] = {
    {"kill", "kill -9 at a random moment", killPrograms},
    {"power", "power loss: writes dropped, torn, reordered", cutPower},
    {"full", "disk full, then space again; file size limit", fillDisk},
    {"errors", "writes, syncs and opening fail", failCalls},
    {"slow", "a sync takes 2 s; the window is not blocked", slowDisk},
    {"hang", "a source hangs for 30 s; the window is not blocked", hangSources},
    {"damage", "damaged files, and files that are no capture", damageFiles},
    {"folder", "folder removed, read-only, a link, a long name", spoilFolders},
    {"clock", "the wall clock jumps by an hour", jumpClocks},
    {"pause", "SIGSTOP, then SIGCONT", pausePrograms},
    {"stuck", "the window is stuck for 5 s", blockWindow},
    {"flood", "a source sends 100 times its rate", floodPipeline},
    {"end", "SIGTERM, SIGHUP, both, twice, timeout, closing", endPrograms},
    {"long", "30 minutes at 200,000 samples/s", runLong},
};

QStringList faultNames() {
    QStringList names;
    for (const Fault& fault : faults)
        names.append(QString::fromLatin1(fault.name));
    return names;
}

} // namespace

int main(int argc, char* argv[]) {
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption quick(QStringLiteral("quick"), QStringLiteral("Two minutes of it"));
    const QCommandLineOption isLong(QStringLiteral("long"), QStringLiteral("With the half hour"));
    const QCommandLineOption only(QStringLiteral("only"), faultNames().join(QStringLiteral(", ")),
                                  QStringLiteral("NAMES"));
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("For the random moments"),
                                  QStringLiteral("N"));
    parser.addOptions({quick, isLong, only, seed});
    parser.addHelpOption();
    parser.process(application);

    Torment torment;
    const quint64 number = parser.isSet(seed) ? parser.value(seed).toULongLong() : std::random_device{}();
    torment.length = parser.isSet(quick)    ? Torment::Length::Quick
                     : parser.isSet(isLong) ? Torment::Length::Long
                                            : Torment::Length::Whole;
    QTextStream(stderr) << "seed " << number << Qt::endl;
    const QStringList asked = parser.value(only).split(u',', Qt::SkipEmptyParts);
    QList<Tally> rows;
    for (const Fault& fault : faults) {
        const QString name = QString::fromLatin1(fault.name);
        const bool isLongOnly = fault.tryIt == runLong && torment.length != Torment::Length::Long;
        if (asked.isEmpty() ? isLongOnly : !asked.contains(name))
            continue;
        torment.random.seed(number); // so that a row alone does as it did among the others
        rows.append(Tally(QString::fromLatin1(fault.title)));
        fault.tryIt(torment, rows.last());
    }
    QTextStream(stdout) << Tally::table(rows) << "seed " << number << Qt::endl;
    const bool isHeld = !rows.isEmpty() && std::ranges::all_of(rows, &Tally::isHeld);
    return isHeld ? 0 : 1;
}
