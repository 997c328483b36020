// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/ReportSource.h"

#include "ui/text/SourceText.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace rillscope {
namespace {

QString titleOf(const SourceUri& uri, const SourceCatalog& sources) {
    const SourceType* type = sources.typeOf(uri);
    if (type && type->streamTitle)
        return sourceText(type->streamTitle);
    const QString name = QFileInfo(uri.path()).fileName();
    return name.isEmpty() ? uri.shown().text() : name;
}

ReportSession fromProgram(Timestamp now) {
    ReportSession session;
    session.version = QCoreApplication::applicationVersion();
    session.madeAt = now;
    return session;
}

ReportSession liveSession(const SourceCatalog& sources, const SourceUri& uri, const StreamStatus& status,
                          const PipelineResults& results, Timestamp now) {
    ReportSession session = fromProgram(now);
    session.title = titleOf(uri, sources);
    session.sources = {uri.shown()};
    session.account = status.account;
    session.alarms = results.alarms;
    return session;
}

} // namespace

ReportSession reportSession(const Session& session, Timestamp now) {
    if (session.still())
        return reportSession(*session.still(), now);
    ReportSession report =
        liveSession(session.sources(), session.uri(), session.status(), session.results(), now);
    report.definition = session.definition();
    report.capture = session.captureStatus();
    return report;
}

ReportSession reportSession(const StillCapture& capture, Timestamp now) {
    ReportSession report = fromProgram(now);
    report.title = QFileInfo(capture.info.path).fileName();
    report.sources = capture.info.sources;
    report.account = capture.status.account;
    report.alarms = capture.results.alarms;
    report.definition = capture.definition;
    return report;
}

ReportSession reportSession(const Pipeline& pipeline, const SourceCatalog& sources, const SourceUri& uri,
                            const PipelineDefinition& definition, Timestamp now) {
    ReportSession report = liveSession(sources, uri, pipeline.status(), pipeline.results(), now);
    report.definition = definition;
    report.capture = pipeline.captureStatus();
    return report;
}

} // namespace rillscope
