// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExportCommand.h"

#include "app/cli/CancellableJob.h"
#include "core/base/Message.h"
#include "core/base/Rfc3339.h"
#include "core/base/TargetFile.h"
#include "core/export/CaptureCsv.h"

#include <QCommandLineParser>
#include <QTextStream>

namespace rillscope {
namespace {

struct ExportOptions {
    QString capture;
    QString csvPath;
    CaptureSelection selection;
};

QString csvName() {
    return QStringLiteral("csv");
}

QString channelName() {
    return QStringLiteral("channel");
}

QString fromName() {
    return QStringLiteral("from");
}

QString toName() {
    return QStringLiteral("to");
}

void declareOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(QStringLiteral(
        "Write the samples of a recording as CSV, in the order they came. An export that fails or is\n"
        "interrupted leaves no file, and an old one as it was. Exit codes: 0 done, 1 usage, 2 the recording "
        "cannot be read,\n"
        "3 it is damaged, or OUT cannot be written."));
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("The recording (.rill)."),
                                 QStringLiteral("export FILE"));
    parser.addOption(
        {csvName(), QStringLiteral("Write to OUT, or “-” for standard output."), QStringLiteral("OUT")});
    parser.addOption({channelName(),
                      QStringLiteral("Only the channel NAME; may be given more than once. Without it all "
                                     "channels are written, those that filters made, too."),
                      QStringLiteral("NAME")});
    parser.addOption({fromName(),
                      QStringLiteral("Only from this event time on, such as 2026-11-22T13:40:00Z."),
                      QStringLiteral("TIME")});
    parser.addOption({toName(), QStringLiteral("Only up to this event time."), QStringLiteral("TIME")});
}

/// Leaves `time` as it is when the option was not given.
Result<void> readTime(const QCommandLineParser& parser, const QString& name, Timestamp& time) {
    if (!parser.isSet(name))
        return {};
    const auto parsed = parseRfc3339(parser.value(name).toStdString());
    if (!parsed)
        return failure(
            ErrorCode::InvalidUri, QStringLiteral("--") + name,
            Message(QT_TRANSLATE_NOOP("Message", "“%1” is not a time such as 2026-11-22T13:40:00Z"),
                    parser.value(name)));
    time = *parsed;
    return {};
}

Result<ExportOptions> parseOptions(QCommandLineParser& parser, const QStringList& arguments) {
    if (!parser.parse(arguments))
        return failure(ErrorCode::InvalidUri, QString(), Message::verbatim(parser.errorText()));
    if (parser.positionalArguments().size() != 1)
        return failure(ErrorCode::InvalidUri, QStringLiteral("export"),
                       Message(QT_TRANSLATE_NOOP("Message", "give exactly one recording")));
    if (parser.value(csvName()).isEmpty())
        return failure(ErrorCode::InvalidUri, QStringLiteral("export"),
                       Message(QT_TRANSLATE_NOOP("Message", "say where to with --csv OUT")));
    ExportOptions options{parser.positionalArguments().constFirst(), parser.value(csvName()), {}};
    options.selection.channels = parser.values(channelName());
    CsvRange& range = options.selection.range;
    const auto times = readTime(parser, fromName(), range.begin).and_then([&] {
        return readTime(parser, toName(), range.end);
    });
    if (!times)
        return tl::unexpected(times.error());
    if (range.end < range.begin)
        return failure(ErrorCode::InvalidUri, QStringLiteral("--to"),
                       Message(QT_TRANSLATE_NOOP("Message", "it lies before --from")));
    return options;
}

} // namespace

int runExport(const QStringList& arguments) {
    QCommandLineParser parser;
    declareOptions(parser);
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"))) {
        QTextStream(stdout) << parser.helpText();
        return ExitDone;
    }
    const auto options = parseOptions(parser, arguments);
    if (!options) {
        complain(options.error().message());
        return ExitUsage;
    }
    if (const auto target = checkTargetFile(options->csvPath); !target) {
        complain(target.error().message());
        return ExitStorageFailed;
    }
    const auto rows = runCancellable<qint64>([&](const JobControl& control) {
        return saveCaptureCsv(options->capture, options->csvPath, options->selection, control);
    });
    if (rows)
        return ExitDone;
    complain(rows.error().message());
    return exitCodeFor(rows.error());
}

} // namespace rillscope
