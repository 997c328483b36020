// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/VerifyCommand.h"

#include "app/cli/CancellableJob.h"
#include "core/capture/check/CaptureVerifier.h"

#include <QCommandLineParser>
#include <QTextStream>

namespace rillscope {
namespace {

void declareOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(QStringLiteral(
        "Check a recording and list what was checked: tables, structure, every sample, every rollup\n"
        "and checksum against its samples, arrivals, results, sample counts. The file is not changed. Exit "
        "codes:\n"
        "0 it is good, 1 usage, 2 it is no recording or cannot be read, 3 it is damaged."));
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("The recording (.rill)."),
                                 QStringLiteral("verify FILE"));
}

void print(const QString& path, const CaptureVerdict& verdict) {
    QTextStream out(stdout);
    for (const CaptureCheck& check : verdict.checks)
        out << (check.isGood ? "good  " : "BAD   ") << check.what << ": " << check.found.english() << '\n';
    if (verdict.isGood())
        out << path << ": good\n";
    else
        out << path << ": damaged; “rillscope-cli recover” saves what can be read\n";
}

} // namespace

int runVerify(const QStringList& arguments) {
    QCommandLineParser parser;
    declareOptions(parser);
    const auto path = readOnlyFile(parser, arguments, QStringLiteral("verify"));
    if (!path)
        return path.error();
    const auto verdict = runCancellable<CaptureVerdict>(
        [&path](const JobControl& control) { return verifyCapture(*path, VerifyDepth::Whole, control); });
    if (!verdict) {
        complain(verdict.error().message());
        return exitCodeFor(verdict.error());
    }
    print(*path, *verdict);
    return verdict->isGood() ? ExitDone : ExitStorageFailed;
}

} // namespace rillscope
