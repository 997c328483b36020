// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Half an hour at 200,000 samples a second: once the history has reached its limit, memory is flat; open
// files and threads are from the beginning. Nothing is lost.
#include "tests/torture/Faults.h"
#include "tests/torture/Recording.h"

#include <QElapsedTimer>
#include <QTextStream>

namespace rillscope::torture {
namespace {

constexpr qint64 mebibyte = 1'024 * 1'024;
constexpr qint64 minute = 60'000;

QString text(const Victim::Figures& figures) {
    return QStringLiteral("%1 MiB, %2 files, %3 threads")
        .arg(figures.memory / mebibyte)
        .arg(figures.files)
        .arg(figures.threads);
}

} // namespace

void runLong(Torment& torment, Tally& tally) {
    constexpr int minutes = 30;
    Recording recording(torment, {.samplesPerSecond = 200'000});
    Victim& victim = recording.victim();
    if (!recording.begin()) {
        tally.add(QStringLiteral("30 minutes"), {QStringLiteral("acknowledged nothing; ") + victim.ending()});
        return;
    }
    QStringList faults;
    std::vector<Victim::Figures> figures; // of each minute
    QElapsedTimer timer;
    timer.start();
    for (int i = 1; i <= minutes && victim.isRunning(); ++i) {
        victim.watch(static_cast<int>(i * minute - timer.elapsed()));
        figures.push_back(victim.figures());
        QTextStream(stderr) << "  minute " << i << ": " << text(figures.back()) << ", "
                            << victim.acknowledged() << " acknowledged" << Qt::endl;
    }
    const Victim::Figures& first = figures.front();
    const Victim::Figures& full = figures[figures.size() * 2 / 3];
    const Victim::Figures& last = figures.back();
    if (last.memory > full.memory + full.memory / 20)
        faults.append(QStringLiteral("memory grows: after two thirds ") + text(full));
    if (last.files != first.files || last.threads != first.threads)
        faults.append(QStringLiteral("files or threads: in the first minute ") + text(first));
    tally.note(QStringLiteral("first minute %1; after two thirds %2; at the end %3")
                   .arg(text(first), text(full), text(last)));
    if (!recording.end() || victim.exitCode() != 0)
        faults.append(victim.ending());
    constexpr double least = 0.99 * 200'000 * 60 * minutes;
    if (static_cast<double>(victim.acknowledged()) < least)
        faults.append(QStringLiteral("only %1 samples").arg(victim.acknowledged()));
    tally.add(QStringLiteral("30 minutes"), faults + recording.faults());
}

} // namespace rillscope::torture
