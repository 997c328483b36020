// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/GuiOptions.h"

#include "core/base/DurationText.h"
#include "core/base/Message.h"
#include "core/base/Rfc3339.h"
#include "core/pipeline/AlarmHook.h"
#include "ui/chart/ChartExport.h"
#include "ui/report/ReportFormat.h"

#include <QCommandLineParser>
#include <QFileInfo>

namespace rillscope {
namespace {

QCommandLineOption option(const char* name, const char* description, const char* value) {
    return QCommandLineOption(QString::fromLatin1(name), QString::fromUtf8(description),
                              QString::fromLatin1(value));
}

QString examples(const SourceCatalog& sources) {
    QString list;
    for (const SourceType& type : sources.types())
        list += QStringLiteral("  ") + type.example + u'\n';
    return list;
}

void declareOptions(QCommandLineParser& parser, const SourceCatalog& sources) {
    parser.setApplicationDescription(
        QStringLiteral("Rillscope watches streaming sensor data.\n\n"
                       "URI is a source; “rillscope-cli sources” lists all that each takes:\n%1"
                       "or simply a CSV file. Without one, the source of the last time is shown. A recording "
                       "(FILE.rill) is "
                       "opened to be\nexplored; %2 sends its samples through the pipeline again.\n\n"
                       "What is received is recorded to a file in the data folder, and survives a crash. "
                       "SIGTERM, SIGINT, SIGHUP and\nlogging out end the program as closing its window does: "
                       "all is saved, and the exit code is 0.")
            .arg(examples(sources), sources.uriOfFile(QStringLiteral("FILE.rill")).shown().text()));
    parser.addPositionalArgument(QStringLiteral("URI"), QStringLiteral("The source."),
                                 QStringLiteral("[URI]"));
    parser.addOptions(
        {QCommandLineOption(QStringLiteral("start"),
                            QStringLiteral("Start at once, even if it was stopped when last closed.")),
         option("capture", "Record to FILE, which must not exist yet.", "FILE"),
         QCommandLineOption(QStringLiteral("no-capture"),
                            QStringLiteral("Keep what is received in memory only.")),
         option("window", "Show so much time, such as 60s, 5min or 1h.", "TIME"),
         option("pipeline", "Process samples as FILE says (TOML).", "FILE.toml"),
         option("theme", "system, light or dark.", "THEME"),
         option(
             "on-alarm",
             "Run COMMAND when an alarm is raised, without a shell. The alarm is in environment variables: "
             "RILLSCOPE_ALARM_STEP, _CHANNEL, _SEVERITY, _TIME, _VALUE, _FIRST, _LAST and _ID. Step, "
             "channel, "
             "severity, time and value are also its last arguments; one that would begin with “-” gets a "
             "space "
             "in front.",
             "COMMAND"),
         option("settings", "Keep settings in FILE instead of the user's own.", "FILE"),
         option("render",
                "Open no window; draw the chart into FILE (.png, .svg or .pdf), or “-” for standard output. "
                "Needs no screen.",
                "FILE"),
         option("report", "Open no window; write a report of one page into FILE (.pdf or .html) or “-”.",
                "FILE"),
         option(
             "as",
             "The format of a --render (png, svg, pdf) or --report (pdf, html) whose FILE does not tell it.",
             "FORMAT"),
         option("from", "With --report: of samples from this time on (RFC 3339).", "TIME"),
         option("to", "With --report: of samples up to this time.", "TIME"),
         option("duration", "With these: watch for so long (10s), or until the source ends.", "TIME"),
         option("csv", "With these: write the samples to FILE or “-”, too.", "FILE"),
         option("summary",
                "With these: write the sample counts as JSON to FILE or “-”. Only one FILE can be “-”.",
                "FILE"),
         QCommandLineOption({QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Print this.")),
         QCommandLineOption({QStringLiteral("v"), QStringLiteral("version")},
                            QStringLiteral("Print the version."))});
}

/// The value of an option that is a length of time; nothing when it was not given.
Result<std::optional<Duration>> durationOf(const QCommandLineParser& parser, const QString& name) {
    if (!parser.isSet(name))
        return std::nullopt;
    const auto duration = parseDuration(parser.value(name));
    if (!duration || *duration <= Duration::zero())
        return failure(
            ErrorCode::InvalidUri, QStringLiteral("--") + name,
            Message(QT_TRANSLATE_NOOP("Message", "“%1” is not a time such as 500ms, 10s, 5min or 2h"),
                    parser.value(name)));
    return *duration;
}

Result<void> readRenderOptions(const QCommandLineParser& parser, GuiOptions& options) {
    options.renderPath = parser.value(QStringLiteral("render"));
    options.csvPath = parser.value(QStringLiteral("csv"));
    options.summaryPath = parser.value(QStringLiteral("summary"));
    const auto duration = durationOf(parser, QStringLiteral("duration"));
    if (!duration)
        return tl::unexpected(duration.error());
    options.renderDuration = duration->value_or(options.renderDuration);
    if (!options.isWindowless()) {
        for (const char* name : {"duration", "csv", "summary"}) {
            if (parser.isSet(QString::fromLatin1(name)))
                return failure(ErrorCode::InvalidUri, QStringLiteral("--") + QString::fromLatin1(name),
                               Message(QT_TRANSLATE_NOOP(
                                   "Message", "this goes with --render or --report; to record without a "
                                              "chart, use rillscope-cli")));
        }
    }
    return {};
}

/// By the ending of each file; where there is none that is known, by --as.
Result<void> readFormats(const QCommandLineParser& parser, GuiOptions& options) {
    const QString asName = QStringLiteral("as");
    const QString wanted = parser.value(asName).toLower();
    bool isUsed = false;
    const auto formatOf = [&](const QString& path, const QStringList& formats) {
        const QString suffix = QFileInfo(path).suffix().toLower();
        const bool isNamed = formats.contains(suffix);
        isUsed = isUsed || (isNamed ? suffix == wanted : formats.contains(wanted));
        return isNamed ? suffix : formats.contains(wanted) ? wanted : QString();
    };
    if (!options.renderPath.isEmpty()) {
        options.renderFormat = formatOf(options.renderPath, chartExportFormats());
        if (options.renderFormat.isEmpty())
            return failure(
                ErrorCode::InvalidUri, QStringLiteral("--render"),
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message", "“%1” must end in .png, .svg or .pdf, or --as png|svg|pdf must be given"),
                    options.renderPath));
    }
    if (!options.reportPath.isEmpty()) {
        const QString format = formatOf(options.reportPath, reportSuffixes());
        if (format.isEmpty())
            return failure(
                ErrorCode::InvalidUri, QStringLiteral("--report"),
                Message(QT_TRANSLATE_NOOP("Message",
                                          "“%1” must end in .pdf or .html, or --as pdf|html must be given"),
                        options.reportPath));
        options.reportFormat = *reportFormatOf(u'.' + format);
    }
    if (parser.isSet(asName) && !isUsed)
        return failure(
            ErrorCode::InvalidUri, QStringLiteral("--") + asName,
            Message(QT_TRANSLATE_NOOP("Message", "“%1” is the format of no --render or --report"), wanted));
    return {};
}

/// The value of an option that is a moment; `otherwise` when it was not given.
Result<Timestamp> momentOf(const QCommandLineParser& parser, const QString& name, Timestamp otherwise) {
    if (!parser.isSet(name))
        return otherwise;
    const auto moment = parseRfc3339(parser.value(name).toStdString());
    if (!moment)
        return failure(
            ErrorCode::InvalidUri, QStringLiteral("--") + name,
            Message(QT_TRANSLATE_NOOP("Message", "“%1” is not a time such as 2026-01-31T14:05:00Z"),
                    parser.value(name)));
    return *moment;
}

Result<void> readReportOptions(const QCommandLineParser& parser, GuiOptions& options) {
    options.reportPath = parser.value(QStringLiteral("report"));
    const QString from = QStringLiteral("from");
    const QString to = QStringLiteral("to");
    if (options.reportPath.isEmpty()) {
        for (const QString& name : {from, to}) {
            if (parser.isSet(name))
                return failure(ErrorCode::InvalidUri, QStringLiteral("--") + name,
                               Message(QT_TRANSLATE_NOOP("Message", "this goes with --report")));
        }
        return {};
    }
    const auto begin = momentOf(parser, from, Timestamp::min());
    const auto end = momentOf(parser, to, Timestamp::max());
    if (!begin || !end)
        return tl::unexpected(!begin ? begin.error() : end.error());
    if (*begin >= *end)
        return failure(ErrorCode::InvalidUri, QStringLiteral("--to"),
                       Message(QT_TRANSLATE_NOOP("Message", "this must be later than --from")));
    options.reportRange = {*begin, *end};
    return {};
}

Result<void> readHook(const QCommandLineParser& parser, GuiOptions& options) {
    const QString name = QStringLiteral("on-alarm");
    if (!parser.isSet(name))
        return {};
    if (options.isWindowless())
        return failure(
            ErrorCode::InvalidUri, QStringLiteral("--") + name,
            Message(QT_TRANSLATE_NOOP("Message", "this goes with a window; without one, use rillscope-cli")));
    options.onAlarm = parser.value(name);
    const auto hook = AlarmHook::make(options.onAlarm); // a mistake is reported before there is a window
    return hook ? Result<void>() : tl::unexpected(hook.error());
}

Result<void> readSource(const QCommandLineParser& parser, const SourceCatalog& sources, GuiOptions& options) {
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() > 1)
        return failure(ErrorCode::InvalidUri, ShownUri::fromText(arguments.at(1)).text(),
                       Message(QT_TRANSLATE_NOOP("Message", "give one source only")));
    if (arguments.isEmpty())
        return {};
    // A file that is named without saying what to do with it: a capture is looked at, anything else replayed.
    const auto file = sources.fileNamedBy(arguments.constFirst());
    if (file && isNamedAsCapture(*file)) {
        options.source = SourceUri::captureOf(*file);
        return {};
    }
    const auto uri = sources.parse(arguments.constFirst());
    if (!uri)
        return tl::unexpected(uri.error());
    options.source = *uri;
    return {};
}

Result<void> readCapture(const QCommandLineParser& parser, GuiOptions& options) {
    options.isCaptured = !parser.isSet(QStringLiteral("no-capture"));
    if (!parser.isSet(QStringLiteral("capture")))
        return {};
    if (!options.isCaptured)
        return failure(ErrorCode::InvalidUri, QStringLiteral("--capture"),
                       Message(QT_TRANSLATE_NOOP("Message", "this and --no-capture exclude each other")));
    options.capturePath = parser.value(QStringLiteral("capture"));
    if (options.capturePath.isEmpty())
        return failure(ErrorCode::InvalidUri, QStringLiteral("--capture"),
                       Message(QT_TRANSLATE_NOOP("Message", "the name of the file is missing")));
    if (isStandardOutput(options.capturePath))
        return failure(
            ErrorCode::InvalidUri, QStringLiteral("--capture"),
            Message(QT_TRANSLATE_NOOP("Message", "a recording is a file, and cannot go to standard output")));
    options.capturePath = QFileInfo(options.capturePath).absoluteFilePath();
    return {};
}

} // namespace

Result<GuiOptions> GuiOptions::parse(const QStringList& arguments, const SourceCatalog& sources) {
    QCommandLineParser parser;
    declareOptions(parser, sources);
    if (!parser.parse(arguments))
        return failure(ErrorCode::InvalidUri, QString(), Message::verbatim(parser.errorText()));
    GuiOptions options;
    if (parser.isSet(QStringLiteral("help")))
        options.action = Action::ShowHelp;
    else if (parser.isSet(QStringLiteral("version")))
        options.action = Action::ShowVersion;
    options.start = parser.isSet(QStringLiteral("start"));
    options.pipelinePath = parser.value(QStringLiteral("pipeline"));
    options.settingsPath = parser.value(QStringLiteral("settings"));
    const auto window = durationOf(parser, QStringLiteral("window"));
    if (!window)
        return tl::unexpected(window.error());
    options.window = *window;
    if (parser.isSet(QStringLiteral("theme"))) {
        options.theme = parseThemeMode(parser.value(QStringLiteral("theme")));
        if (!options.theme)
            return failure(ErrorCode::InvalidUri, QStringLiteral("--theme"),
                           Message(QT_TRANSLATE_NOOP("Message", "“%1” is not one of system, light, dark"),
                                   parser.value(QStringLiteral("theme"))));
    }
    if (const auto source = readSource(parser, sources, options); !source)
        return tl::unexpected(source.error());
    if (const auto report = readReportOptions(parser, options); !report)
        return tl::unexpected(report.error());
    if (const auto capture = readCapture(parser, options); !capture)
        return tl::unexpected(capture.error());
    if (const auto render = readRenderOptions(parser, options); !render)
        return tl::unexpected(render.error());
    if (const auto formats = readFormats(parser, options); !formats)
        return tl::unexpected(formats.error());
    const QList<NamedTarget> all =
        options.targets() + QList<NamedTarget>{{QStringLiteral("--capture"), options.capturePath}};
    if (const auto differ = checkTargetsDiffer(all); !differ)
        return tl::unexpected(differ.error());
    if (const auto hook = readHook(parser, options); !hook)
        return tl::unexpected(hook.error());
    return options;
}

QList<NamedTarget> GuiOptions::targets() const {
    return {{QStringLiteral("--render"), renderPath},
            {QStringLiteral("--report"), reportPath},
            {QStringLiteral("--csv"), csvPath},
            {QStringLiteral("--summary"), summaryPath}};
}

QString GuiOptions::helpText(const SourceCatalog& sources) {
    QCommandLineParser parser;
    declareOptions(parser, sources);
    // It is asked for before there is an application, whose name Qt would take.
    return parser.helpText().replace(QStringLiteral("<executable_name>"), QStringLiteral("rillscope"));
}

} // namespace rillscope
