// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/ReportSource.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace rillscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rillscope::ReportSource)
};

QString titleOf(const SourceUri& uri) {
    if (uri.scheme() == QLatin1String("sim"))
        return Words::tr("Simulated stream");
    if (uri.scheme() == QLatin1String("stdin"))
        return Words::tr("Standard input");
    const QString name = QFileInfo(uri.path()).fileName();
    return name.isEmpty() ? uri.shown().text() : name;
}

ReportSession fromProgram(Timestamp now) {
    ReportSession session;
    session.version = QCoreApplication::applicationVersion();
    session.madeAt = now;
    return session;
}

ReportSession liveSession(const SourceUri& uri, const StreamStatus& status, const PipelineResults& results,
                          Timestamp now) {
    ReportSession session = fromProgram(now);
    session.title = titleOf(uri);
    session.sources = {uri.shown()};
    session.account = status.account;
    session.alarms = results.alarms;
    return session;
}

} // namespace

ReportSession reportSession(const Session& session, Timestamp now) {
    if (session.still())
        return reportSession(*session.still(), now);
    ReportSession report = liveSession(session.uri(), session.status(), session.results(), now);
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

ReportSession reportSession(const Pipeline& pipeline, const SourceUri& uri,
                            const PipelineDefinition& definition, Timestamp now) {
    ReportSession report = liveSession(uri, pipeline.status(), pipeline.results(), now);
    report.definition = definition;
    report.capture = pipeline.captureStatus();
    return report;
}

} // namespace rillscope
