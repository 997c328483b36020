// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/StreamSummary.h"

#include "core/base/TargetFile.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace rillscope {
namespace {

QString stateName(CaptureStatus::State state) {
    switch (state) {
    case CaptureStatus::State::Off:
        return QStringLiteral("off");
    case CaptureStatus::State::Ready:
        return QStringLiteral("ready");
    case CaptureStatus::State::Recording:
        return QStringLiteral("recording");
    case CaptureStatus::State::Failing:
        return QStringLiteral("failing");
    case CaptureStatus::State::Closed:
        break;
    }
    return QStringLiteral("closed");
}

QJsonObject captureJson(const CaptureStatus& capture) {
    const CaptureAccount& account = capture.account;
    QJsonObject json{{QStringLiteral("state"), stateName(capture.state)},
                     {QStringLiteral("files"), QJsonArray::fromStringList(capture.paths)},
                     {QStringLiteral("durable"), account.durable.samples},
                     {QStringLiteral("waiting"), account.waiting.samples},
                     {QStringLiteral("missed"), account.missed.samples},
                     {QStringLiteral("derived"), account.durable.derived},
                     {QStringLiteral("derivedWaiting"), account.waiting.derived},
                     {QStringLiteral("derivedMissed"), account.missed.derived},
                     {QStringLiteral("windowsMissed"), account.missed.windows},
                     {QStringLiteral("alarmsMissed"), account.missedAlarms},
                     {QStringLiteral("eventsMissed"), account.missed.events},
                     {QStringLiteral("lagSeconds"), toSeconds(capture.lag)},
                     {QStringLiteral("longestLagSeconds"), toSeconds(capture.longestLag)}};
    if (capture.error)
        json.insert(QStringLiteral("error"), capture.error->message());
    return json;
}

QJsonArray sourcesJson(const QList<SourceAccount>& sources) {
    QJsonArray all;
    for (const SourceAccount& source : sources) {
        QJsonObject json = source.account.toJson();
        json.remove(QStringLiteral("evicted")); // known of the session only
        json.insert(QStringLiteral("uri"), source.uri.text());
        json.insert(QStringLiteral("name"), source.prefix);
        all.append(json);
    }
    return all;
}

} // namespace

QJsonObject summaryJson(const StreamStatus& status, const CaptureStatus& capture, Duration elapsed) {
    QJsonObject summary = status.account.toJson();
    summary.insert(QStringLiteral("windows"),
                   QJsonObject{{QStringLiteral("emitted"), status.windows.emitted},
                               {QStringLiteral("lateDropped"), status.windows.lateDropped},
                               {QStringLiteral("firedEarly"), status.windows.firedEarly}});
    summary.insert(QStringLiteral("alarms"), QJsonObject{{QStringLiteral("raised"), status.alarms.raised}});
    summary.insert(QStringLiteral("sources"), sourcesJson(status.sources));
    summary.insert(QStringLiteral("capture"), captureJson(capture));
    const double seconds = toSeconds(elapsed);
    summary.insert(QStringLiteral("elapsedSeconds"), seconds);
    summary.insert(QStringLiteral("samplesPerSecond"),
                   seconds > 0.0 ? static_cast<double>(status.account.recorded) / seconds : 0.0);
    return summary;
}

Result<void> writeSummary(const QString& path, const QJsonObject& summary) {
    return writeTargetFile(path, QJsonDocument(summary).toJson());
}

} // namespace rillscope
