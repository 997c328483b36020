// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RecoverCommand.h"

#include "app/cli/CancellableJob.h"
#include "core/capture/check/CaptureRecovery.h"

#include <QCommandLineParser>
#include <QLocale>
#include <QTextStream>

namespace rillscope {
namespace {

void declareOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(QStringLiteral(
        "Close a recording that was cut short by a crash. One that is damaged is renamed to FILE.damaged,\n"
        "and what can be read of it goes into a new recording, NAME-salvaged.rill; nothing is deleted.\n"
        "Exit codes: 0 the recording is complete, 1 usage, 2 it is no recording, cannot be read or is being\n"
        "written, 3 it was damaged, or the new one cannot be written."));
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("The recording (.rill)."),
                                 QStringLiteral("recover FILE"));
}

QString countText(qint64 count) {
    QLocale locale = QLocale::c();
    locale.setNumberOptions(QLocale::DefaultNumberOptions); // with commas
    return locale.toString(count) + (count == 1 ? QStringLiteral(" sample") : QStringLiteral(" samples"));
}

/// "3 h 12 min", or "12 min 5 s" below an hour.
QString durationText(Duration duration) {
    using namespace std::chrono;
    const qint64 all = std::max<qint64>(0, floor<seconds>(duration).count());
    if (all >= 3'600)
        return QStringLiteral("%1 h %2 min")
            .arg(QString::number(all / 3'600), QString::number(all / 60 % 60));
    return QStringLiteral("%1 min %2 s").arg(QString::number(all / 60), QString::number(all % 60));
}

void print(const RecoveryReport& report) {
    QTextStream out(stdout);
    if (!report.damagedPath.isEmpty())
        out << "It is damaged";
    if (!report.fault.isEmpty())
        out << " (" << report.fault.english() << ")";
    if (!report.damagedPath.isEmpty())
        out << ", and kept as " << report.damagedPath << "\n";
    const QString extent =
        countText(report.samples) + QStringLiteral(" in ") + durationText(report.duration());
    switch (report.outcome) {
    case RecoveryReport::Outcome::Sound:
        out << report.path << " is complete: " << extent << "\n";
        break;
    case RecoveryReport::Outcome::Recovered:
        out << "Recovered " << report.path << ": " << extent
            << "; at most 250 ms before the crash are missing\n";
        break;
    case RecoveryReport::Outcome::Salvaged:
        out << "Repaired " << report.path << ": " << extent << "; "
            << (report.unreadablePlaces + report.refused > 0 ? "others could not be read\n"
                                                             : "all samples that could be found\n");
        break;
    case RecoveryReport::Outcome::Lost:
        out << "No sample could be read\n";
        break;
    }
}

} // namespace

int runRecover(const QStringList& arguments) {
    QCommandLineParser parser;
    declareOptions(parser);
    const auto path = readOnlyFile(parser, arguments, QStringLiteral("recover"));
    if (!path)
        return path.error();
    const auto report = runCancellable<RecoveryReport>(
        [&path](const JobControl& control) { return recoverCapture(*path, control, VerifyDepth::Whole); });
    if (!report) {
        complain(report.error().message());
        return exitCodeFor(report.error());
    }
    print(*report);
    return report->damagedPath.isEmpty() ? ExitDone : ExitStorageFailed;
}

} // namespace rillscope
