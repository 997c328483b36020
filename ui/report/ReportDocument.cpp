// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ReportDocument.h"

#include "core/report/ChannelSurvey.h"
#include "ui/report/ReportTables.h"
#include "ui/text/OutsideText.h"

#include <QDir>
#include <QFileInfo>

namespace rillscope {
namespace {

constexpr qsizetype longestTitle = 80;
constexpr qsizetype longestSource = 140;

class Builder {
    Q_DECLARE_TR_FUNCTIONS(rillscope::Report)

public:
    Builder(const ReportContents& contents, const ReportForm& form) : m_contents(contents), m_form(form) {}

    ReportDocument build() {
        const ReportSession& session = m_contents.session;
        m_document.title = oneLine(session.title, longestTitle);
        if (m_document.title.isEmpty())
            m_document.title = tr("Report");
        m_document.period = period();
        m_document.source = oneLine(joined(session.sources, QStringLiteral(" · ")), longestSource);
        m_document.creator = tr("Rillscope %1").arg(session.version);
        m_document.footer =
            tr("%1 · made %2")
                .arg(m_document.creator, m_format.dateAndTime(floorToSeconds(session.madeAt), m_form.zone)
                                             .remove(QStringLiteral(".000")));
        addFigures();
        m_document.channels = channelTable(m_contents, m_form);
        m_document.alarms = alarmTable(m_contents, m_form);
        m_document.gaps = gapTable(m_contents, m_form);
        m_document.marks = markCountTable(m_contents);
        m_document.pipeline = pipelineTable(m_contents);
        addAccount();
        addCapture();
        addNotes();
        return std::move(m_document);
    }

private:
    QString period() const {
        const ReportRange& range = m_contents.range;
        if (range == ReportRange())
            return tr("No sample yet");
        QString begin = m_format.dateAndTime(range.begin, m_form.zone);
        QString end = m_format.dateAndTime(range.end, m_form.zone);
        const QString noFraction = QStringLiteral(".000 ");
        if (begin.contains(noFraction) && end.contains(noFraction)) {
            begin.replace(noFraction, QStringLiteral(" "));
            end.replace(noFraction, QStringLiteral(" "));
        }
        // The same day is named once: "2026-01-31 14:04:21.337 – 14:05:21.337 UTC".
        const qsizetype dayAndBlank = 11;
        if (begin.left(dayAndBlank) == end.left(dayAndBlank))
            end.remove(0, dayAndBlank);
        const qsizetype zoneAt = begin.lastIndexOf(u' ');
        const bool isSameZone = end.endsWith(begin.mid(zoneAt));
        return tr("%1 – %2 · %3")
            .arg(isSameZone ? begin.left(zoneAt) : begin, end, m_format.duration(range.end - range.begin));
    }

    void addFigure(qint64 count, const QString& one, const QString& several,
                   Severity severity = Severity::Notice) {
        m_document.figures.append({m_format.count(count), count == 1 ? one : several, {}, severity});
    }

    void addFigures() {
        qint64 marked = 0;
        for (const ReportChannel& channel : m_contents.channels)
            marked += channel.marked;
        Severity gravest = Severity::Notice;
        for (const AlarmOccurrence& alarm : m_contents.alarms)
            gravest = std::max(gravest, alarm.severity);
        addFigure(m_contents.sampleCount(), tr("sample in this time"), tr("samples in this time"));
        addFigure(m_contents.channels.size(), tr("channel"), tr("channels"));
        addFigure(m_contents.alarmCount(), tr("alarm"), tr("alarms"), gravest);
        addFigure(m_contents.gapCount, tr("gap"), tr("gaps"));
        addFigure(marked, tr("marked sample"), tr("marked samples"));
    }

    void addCount(qint64 count, const QString& caption, const QString& sign = {}) {
        m_document.account.append({m_format.count(count), caption, sign, Severity::Notice});
    }

    void addAccount() {
        const Account& account = m_contents.session.account;
        m_document.accountTitle = account.balances()
                                      ? tr("Sample counts of the whole session (they match)")
                                      : tr("Sample counts of the whole session (they do not match)");
        addCount(account.received, tr("received"));
        addCount(account.accepted, tr("accepted"), QStringLiteral("="));
        addCount(account.malformed, tr("unreadable"), QStringLiteral("+"));
        addCount(account.accepted, tr("accepted"));
        addCount(account.recorded, tr("recorded"), QStringLiteral("="));
        addCount(account.dropped, tr("dropped"), QStringLiteral("+"));
        addCount(account.derived, tr("derived by filters"));
        if (account.lost > 0) {
            addCount(account.lost, tr("lost at the source"));
            m_document.account.last().severity = Severity::Warning;
        }
        if (account.unknownLosses > 0) {
            addCount(account.unknownLosses, tr("losses of unknown size"));
            m_document.account.last().severity = Severity::Warning;
        }
        if (account.rowsLeftOut > 0) {
            addCount(account.rowsLeftOut, tr("rows left out"));
            m_document.account.last().severity = Severity::Warning;
        }
        if (account.dropped > 0)
            m_document.account[5].severity = Severity::Warning;
        if (account.malformed > 0)
            m_document.account[2].severity = Severity::Warning;
    }

    void addCapture() {
        const CaptureStatus& capture = m_contents.session.capture;
        if (capture.path.isEmpty())
            return;
        const QString name = oneLine(QFileInfo(capture.path).fileName(), longestTitle);
        QString line = tr("Recording %1: %2 samples are safe on disk")
                           .arg(name, m_format.count(capture.account.durable.samples));
        if (const qint64 missed = capture.account.missed.samples; missed > 0)
            line += tr(", %1 are missing in it").arg(m_format.count(missed));
        if (const qint64 results = capture.account.missedResults(); results > 0)
            line +=
                tr(", %1 results (windows, alarms, events) are missing in it").arg(m_format.count(results));
        if (capture.files > 1)
            line += tr(", in %1 files").arg(m_format.count(capture.files));
        m_document.captureLine = line + tr(".");
    }

    void addNotes() {
        const qint64 evicted = m_contents.evictedCount();
        if (evicted > 0)
            m_document.notes.append(
                tr("%1 of the samples are known by min/max only: they count for samples, minimum, mean, "
                   "maximum and SD, but not for percentiles, gaps and marks.")
                    .arg(m_format.count(evicted)));
        const bool isApproximate =
            std::any_of(m_contents.channels.begin(), m_contents.channels.end(),
                        [](const ReportChannel& channel) { return channel.rankError > 0; });
        if (isApproximate)
            m_document.notes.append(
                tr("≈ of more than %1 samples: the rank of a percentile may be off by up to 0.2 %.")
                    .arg(m_format.count(ChannelSurvey::mostExact)));
        if (m_contents.forgottenAlarms > 0)
            m_document.notes.append(
                tr("%1 older alarms of the session are no longer known; some may be of this time.")
                    .arg(m_format.count(m_contents.forgottenAlarms)));
    }

    const ReportContents& m_contents;
    const ReportForm& m_form;
    const NumberFormat m_format;
    ReportDocument m_document;
};

} // namespace

QPageSize::PageSizeId ReportForm::paperOf(const QLocale& locale) {
    return locale.measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter : QPageSize::A4;
}

ReportDocument makeReportDocument(const ReportContents& contents, const ReportForm& form) {
    return Builder(contents, form).build();
}

} // namespace rillscope
