// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/Comparison.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace rillscope;

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("rillscope-bench"));
    QCommandLineParser parser;
    const QCommandLineOption quick(QStringLiteral("quick"),
                                   QStringLiteral("Fewer samples, fewer repetitions"));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("Write the rows as JSON"),
                                  QStringLiteral("FILE"));
    const QCommandLineOption only(
        QStringLiteral("only"),
        QStringLiteral("memory, append, reading, pipeline, processing, capture, opening, window, "
                       "overload or frames"),
        QStringLiteral("PART"));
    parser.addOptions({quick, json, only});
    parser.addHelpOption();
    parser.process(application);
    const bool isQuick = parser.isSet(quick);
    bench::Report report;
    bench::measureMachine(report, isQuick);
    // Memory first, while the heap is still empty; the longest histories last.
    const std::pair<QString, void (*)(bench::Report&, bool)> parts[] = {
        {QStringLiteral("memory"), bench::compareMemory},
        {QStringLiteral("append"), bench::compareAppend},
        {QStringLiteral("reading"), bench::compareReading},
        {QStringLiteral("pipeline"), bench::comparePipeline},
        {QStringLiteral("processing"), bench::compareProcessing},
        {QStringLiteral("capture"), bench::compareCapture},
        {QStringLiteral("opening"), bench::compareCaptureOpening},
        {QStringLiteral("window"), bench::measureWindow},
        {QStringLiteral("overload"), bench::measureOverload},
        {QStringLiteral("frames"), bench::compareFrames}};
    for (const auto& [name, measure] : parts) {
        if (!parser.isSet(only) || parser.value(only) == name)
            measure(report, isQuick);
    }
    report.print();
    return parser.isSet(json) && !report.writeJson(parser.value(json), isQuick) ? 3 : 0;
}
