// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RecordOptions.h"

#include "core/base/DurationText.h"
#include "core/base/Message.h"
#include "core/capture/keep/CapturePlace.h"
#include "core/source/SourceNames.h"

#include <QCommandLineParser>

namespace rillscope {
namespace {

const QCommandLineOption& countOption() {
    static const QCommandLineOption option(
        QStringLiteral("count"), QStringLiteral("Stop each source after N samples."), QStringLiteral("N"));
    return option;
}

const QCommandLineOption& durationOption() {
    static const QCommandLineOption option(QStringLiteral("duration"),
                                           QStringLiteral("Stop after a time, such as 10s, 5min or 2h."),
                                           QStringLiteral("TIME"));
    return option;
}

const QCommandLineOption& csvOption() {
    static const QCommandLineOption option(
        QStringLiteral("csv"),
        QStringLiteral("Write the samples to FILE when done, or “-” for standard output."),
        QStringLiteral("FILE"));
    return option;
}

const QCommandLineOption& summaryOption() {
    static const QCommandLineOption option(QStringLiteral("summary"),
                                           QStringLiteral("Write the sample counts as JSON to FILE or “-”."),
                                           QStringLiteral("FILE"));
    return option;
}

const QCommandLineOption& pipelineOption() {
    static const QCommandLineOption option(
        QStringLiteral("pipeline"),
        QStringLiteral("Mark, filter, window and watch the samples as FILE says (TOML)."),
        QStringLiteral("FILE"));
    return option;
}

const QCommandLineOption& windowsOption() {
    static const QCommandLineOption option(
        QStringLiteral("windows"), QStringLiteral("Write the results of windows to FILE or “-” when done."),
        QStringLiteral("FILE"));
    return option;
}

const QCommandLineOption& alarmsOption() {
    static const QCommandLineOption option(QStringLiteral("alarms"),
                                           QStringLiteral("Write the alarms to FILE or “-” when done."),
                                           QStringLiteral("FILE"));
    return option;
}

const QCommandLineOption& onAlarmOption() {
    static const QCommandLineOption option(
        QStringLiteral("on-alarm"),
        QStringLiteral(
            "Run COMMAND when an alarm is raised, without a shell. The alarm is in environment variables: "
            "RILLSCOPE_ALARM_STEP, _CHANNEL, _SEVERITY, _TIME, _VALUE, _FIRST, _LAST and _ID. Step, channel, "
            "severity, time and value are also its last arguments; one that would begin with “-” gets a "
            "space "
            "in front."),
        QStringLiteral("COMMAND"));
    return option;
}

const QCommandLineOption& captureOption() {
    static const QCommandLineOption option(
        QStringLiteral("capture"),
        QStringLiteral("Record to FILE, a new file, instead of one in %1.").arg(defaultCaptureFolder()),
        QStringLiteral("FILE"));
    return option;
}

const QCommandLineOption& noCaptureOption() {
    static const QCommandLineOption option(QStringLiteral("no-capture"),
                                           QStringLiteral("Keep the samples in memory only."));
    return option;
}

const QCommandLineOption& ackOption() {
    static const QCommandLineOption option(
        QStringLiteral("ack"),
        QStringLiteral(
            "Print “durable N” each time the recording has N samples that survive a crash; to standard "
            "error when another output goes to “-”."));
    return option;
}

Result<qint64> parseCount(const QString& text) {
    bool isNumber = false;
    const qint64 count = text.toLongLong(&isNumber);
    if (!isNumber || count < 1)
        return failure(ErrorCode::InvalidUri, QStringLiteral("--count"),
                       Message(QT_TRANSLATE_NOOP("Message", "“%1” is not a whole number from 1"), text));
    return count;
}

Result<QList<SourceUri>> parseSources(const QStringList& texts, const SourceCatalog& sources) {
    if (texts.isEmpty())
        return failure(ErrorCode::InvalidUri, QStringLiteral("record"),
                       Message(QT_TRANSLATE_NOOP("Message", "give at least one source URI")));
    QList<SourceUri> uris;
    for (const QString& text : texts) {
        const auto uri = sources.parse(text);
        if (!uri)
            return tl::unexpected(uri.error());
        uris.append(*uri);
    }
    return uris;
}

void declareOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        QStringLiteral("Record sources until they end, a limit is reached, or Ctrl+C.\n\n"
                       "Several sources are recorded side by side. With name=NAME in its URI, the names of a "
                       "source's channels begin\nwith NAME/. The first source has no name unless given; the "
                       "others are named after their files or kinds. One that\nfails stops no other; the "
                       "exit code is 2 then.\n\n"
                       "SIGINT (Ctrl+C), SIGTERM and SIGHUP end it with all that was asked for written. A "
                       "second Ctrl+C, or\nthe same signal a second later, ends it at once. Only one output "
                       "can go to “-”. A file that is no regular\nfile, such as a device or a named pipe, is "
                       "written to and never replaced."));
    parser.addPositionalArgument(QStringLiteral("URI"),
                                 QStringLiteral("A source; see “rillscope-cli sources”."),
                                 QStringLiteral("record URI…"));
    parser.addOptions({countOption(), durationOption(), csvOption(), summaryOption(), pipelineOption(),
                       windowsOption(), alarmsOption(), onAlarmOption(), captureOption(), noCaptureOption(),
                       ackOption()});
}

} // namespace

Result<RecordOptions> RecordOptions::parse(const QStringList& arguments, const SourceCatalog& sources) {
    QCommandLineParser parser;
    declareOptions(parser);
    if (!parser.parse(arguments))
        return failure(ErrorCode::InvalidUri, QString(), Message::verbatim(parser.errorText()));
    const auto uris = parseSources(parser.positionalArguments(), sources);
    if (!uris)
        return tl::unexpected(uris.error());
    const auto names = namesOf(*uris, sources);
    if (!names)
        return tl::unexpected(names.error());
    RecordOptions options{.sources = *uris,
                          .names = *names,
                          .count = {},
                          .duration = {},
                          .csvPath = parser.value(csvOption()),
                          .summaryPath = parser.value(summaryOption()),
                          .pipelinePath = parser.value(pipelineOption()),
                          .windowsPath = parser.value(windowsOption()),
                          .alarmsPath = parser.value(alarmsOption()),
                          .onAlarm = parser.value(onAlarmOption()),
                          .capturePath = parser.value(captureOption()),
                          .isCaptured = !parser.isSet(noCaptureOption()),
                          .isAcknowledged = parser.isSet(ackOption())};
    for (const QCommandLineOption* option : {&captureOption(), &ackOption()}) {
        if (parser.isSet(*option) && !options.isCaptured)
            return failure(ErrorCode::InvalidUri, QStringLiteral("--") + option->names().constFirst(),
                           Message(QT_TRANSLATE_NOOP("Message", "there is no recording with --no-capture")));
    }
    if (parser.isSet(captureOption()) && options.capturePath.isEmpty())
        return failure(ErrorCode::InvalidUri, QStringLiteral("--capture"),
                       Message(QT_TRANSLATE_NOOP("Message", "give a file")));
    if (isStandardOutput(options.capturePath))
        return failure(
            ErrorCode::InvalidUri, QStringLiteral("--capture"),
            Message(QT_TRANSLATE_NOOP("Message", "a recording is a file, and cannot go to standard output")));
    const QList<NamedTarget> all =
        options.targets() + QList<NamedTarget>{{QStringLiteral("--capture"), options.capturePath}};
    if (const auto differ = checkTargetsDiffer(all); !differ)
        return tl::unexpected(differ.error());
    for (const QCommandLineOption* option : {&windowsOption(), &alarmsOption(), &onAlarmOption()}) {
        if (parser.isSet(*option) && options.pipelinePath.isEmpty())
            return failure(
                ErrorCode::InvalidUri, QStringLiteral("--") + option->names().constFirst(),
                Message(QT_TRANSLATE_NOOP("Message", "there is nothing to tell without --pipeline FILE")));
    }
    if (parser.isSet(countOption())) {
        const auto count = parseCount(parser.value(countOption()));
        if (!count)
            return tl::unexpected(count.error());
        options.count = *count;
    }
    if (parser.isSet(durationOption())) {
        const auto duration = parseDuration(parser.value(durationOption()));
        if (!duration || *duration <= Duration::zero())
            return failure(
                ErrorCode::InvalidUri, QStringLiteral("--duration"),
                Message(QT_TRANSLATE_NOOP("Message", "“%1” is not a time such as 500ms, 10s, 5min or 2h"),
                        parser.value(durationOption())));
        options.duration = *duration;
    }
    return options;
}

QList<NamedTarget> RecordOptions::targets() const {
    return {{QStringLiteral("--csv"), csvPath},
            {QStringLiteral("--summary"), summaryPath},
            {QStringLiteral("--windows"), windowsPath},
            {QStringLiteral("--alarms"), alarmsPath}};
}

QString recordUsage() {
    QCommandLineParser parser;
    declareOptions(parser);
    return parser.helpText();
}

} // namespace rillscope
