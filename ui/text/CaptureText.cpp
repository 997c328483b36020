// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/CaptureText.h"

#include "ui/text/ErrorText.h"
#include "ui/text/MessageText.h"
#include "ui/text/OutsideText.h"
#include "ui/text/SeverityText.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace rillscope {
namespace {

constexpr qint64 littleSpace = 1'000'000'000;
/// More than a busy moment of the disk.
constexpr std::chrono::seconds longLag{1};

class RecoverySentences {
    Q_DECLARE_TR_FUNCTIONS(RecoverySentences)

public:
    explicit RecoverySentences(const NumberFormat& format) : m_format(format) {}

    QString one(const RecoveryReport& report) const {
        switch (report.outcome) {
        case RecoveryReport::Outcome::Salvaged:
            return tr("A recording was damaged (%1). It is kept as %2; %3 samples of it were saved to a new "
                      "recording.")
                .arg(oneLine(messageText(report.fault)), shownFileName(report.damagedPath),
                     m_format.count(report.samples));
        case RecoveryReport::Outcome::Lost:
            return tr("A recording was damaged (%1), and nothing in it can be read. It is kept as %2.")
                .arg(oneLine(messageText(report.fault)), shownFileName(report.damagedPath));
        default:
            break;
        }
        if (report.samples == 0)
            return tr("A recording was cut short before its first sample was on disk.");
        return tr("Recovered %1, %2 samples; at most 250 ms before the crash are missing.")
            .arg(m_format.duration(report.duration()), m_format.count(report.samples));
    }

    QString several(const QList<RecoveryReport>& reports) const {
        qint64 recovered = 0;
        qint64 samples = 0;
        qint64 damaged = 0;
        qint64 salvaged = 0;
        for (const RecoveryReport& report : reports) {
            const bool isDamaged = report.outcome == RecoveryReport::Outcome::Salvaged ||
                                   report.outcome == RecoveryReport::Outcome::Lost;
            (isDamaged ? damaged : recovered) += 1;
            (isDamaged ? salvaged : samples) += report.samples;
        }
        QStringList sentences;
        if (recovered > 0)
            sentences.append(
                tr("Recovered %1 recordings, %2 samples; at most 250 ms before each crash are missing.",
                   nullptr, NumberFormat::pluralCount(recovered))
                    .arg(m_format.count(recovered), m_format.count(samples)));
        if (damaged > 0)
            sentences.append(tr("Damaged and set aside: %1; %2 samples of that were saved to new recordings.",
                                nullptr, NumberFormat::pluralCount(damaged))
                                 .arg(m_format.count(damaged), m_format.count(salvaged)));
        return sentences.join(u' ');
    }

private:
    const NumberFormat& m_format;
};

class CaptureSentences {
    Q_DECLARE_TR_FUNCTIONS(CaptureSentences)

public:
    CaptureSentences(const CaptureStatus& status, const NumberFormat& format)
        : m_status(status), m_format(format) {}

    CaptureLine line() const {
        switch (m_status.state) {
        case CaptureStatus::State::Off:
            return {tr("○ Not recording"),
                    tr("Samples are in memory only. Recording → Settings… records them to disk."),
                    {}};
        case CaptureStatus::State::Ready:
            return {tr("○ Ready to record"), toolTip(tr("The recording starts with the first sample.")), {}};
        case CaptureStatus::State::Recording:
            return recording();
        case CaptureStatus::State::Failing:
            if (m_status.isStalled)
                return {
                    withShape(Severity::Alarm,
                              tr("Disk too slow: %1 waiting").arg(count(m_status.account.waiting.samples))),
                    toolTip(tr("The disk accepts nothing at present. The waiting samples are written as soon "
                               "as it does.")),
                    severityName(Severity::Alarm)};
            return {withShape(Severity::Alarm, tr("Not recorded: %1 missed").arg(count(missed().samples))),
                    toolTip(tr("Nothing can be written. Rillscope keeps trying.")),
                    severityName(Severity::Alarm)};
        case CaptureStatus::State::Closed:
            break;
        }
        return closed();
    }

    /// Empty when nothing is missing.
    QString loss() const {
        QStringList sentences;
        if (missed().samples > 0)
            sentences.append(
                tr("%1 samples are in no file.", nullptr, NumberFormat::pluralCount(missed().samples))
                    .arg(m_format.count(missed().samples)));
        if (const qint64 results = missedResults(); results > 0)
            sentences.append(tr("%1 results (windows, alarms, events) are in no file.", nullptr,
                                NumberFormat::pluralCount(results))
                                 .arg(m_format.count(results)));
        return sentences.join(u' ');
    }

private:
    CaptureLine closed() const {
        const QString text = tr("Recorded %1").arg(count(m_status.account.durable.samples));
        if (m_status.account.isAnythingMissed())
            return {withShape(Severity::Warning, withMissed(text)), toolTip(loss()),
                    severityName(Severity::Warning)};
        return {tr("✓ %1").arg(text), toolTip(tr("The recording is complete.")), {}};
    }

    CaptureLine recording() const {
        const bool isShort = m_status.free >= 0 && m_status.free < littleSpace;
        const bool isLacking = m_status.account.isAnythingMissed();
        const bool isBehind = m_status.lag >= longLag;
        QString text = withMissed(tr("Recorded %1").arg(count(m_status.account.durable.samples)));
        if (isBehind)
            text = tr("%1 · disk %2 behind").arg(text, m_format.duration(m_status.lag));
        if (m_status.free >= 0)
            text = tr("%1 · %2 free").arg(text, m_format.bytes(m_status.free));
        if (isShort || isLacking || isBehind)
            return {withShape(Severity::Warning, text),
                    toolTip(isShort ? tr("The disk is nearly full.")
                            : isLacking
                                ? loss()
                                : tr("Samples arrive faster than they can be written. None is lost.")),
                    severityName(Severity::Warning)};
        return {withShape(Severity::Notice, text), toolTip(tr("Samples are on disk within 250 ms.")),
                QStringLiteral("ok")};
    }

    const CaptureCounts& missed() const { return m_status.account.missed; }
    qint64 missedResults() const { return m_status.account.missedResults(); }
    QString withMissed(const QString& text) const {
        if (missed().samples > 0)
            return tr("%1, %2 missed").arg(text, count(missed().samples));
        return missedResults() > 0 ? tr("%1, %2 results missed").arg(text, count(missedResults())) : text;
    }

    QString count(qint64 samples) const { return m_format.compactCount(samples); }

    QString toolTip(const QString& sentence) const {
        QStringList lines{sentence};
        if (m_status.error)
            lines.append(causeText(*m_status.error));
        if (!m_status.path.isEmpty())
            lines.append(oneLine(QDir::toNativeSeparators(m_status.path)));
        lines.append(tr("On disk: %1 samples, and %2 derived")
                         .arg(m_format.count(m_status.account.durable.samples),
                              m_format.count(m_status.account.durable.derived)));
        lines.append(
            tr("On the way: %1 · missed: %2")
                .arg(m_format.count(m_status.account.waiting.samples), m_format.count(missed().samples)));
        if (m_status.lag > Duration{0})
            lines.append(tr("Oldest sample not on disk: %1 ago").arg(m_format.duration(m_status.lag)));
        if (missedResults() > 0)
            lines.append(
                tr("Results missed (windows, alarms, events): %1").arg(m_format.count(missedResults())));
        lines.append(m_status.files > 1
                         ? tr("Size: %1 · file %2 of this session")
                               .arg(m_format.bytes(m_status.bytes), m_format.count(m_status.files))
                         : tr("Size: %1").arg(m_format.bytes(m_status.bytes)));
        return QStringLiteral("<p style='white-space:pre'>%1</p>").arg(lines.join(u'\n').toHtmlEscaped());
    }

    const CaptureStatus& m_status;
    const NumberFormat& m_format;
};

} // namespace

QString captureStateText(CaptureEntry::State state) {
    switch (state) {
    case CaptureEntry::State::BeingWritten:
        return CaptureSentences::tr("● Being written");
    case CaptureEntry::State::Complete:
        return CaptureSentences::tr("✓ Complete");
    case CaptureEntry::State::Recovered:
        return CaptureSentences::tr("✓ Recovered");
    case CaptureEntry::State::CutShort:
        return CaptureSentences::tr("◆ Cut short");
    case CaptureEntry::State::Quarantined:
        return CaptureSentences::tr("▲ Damaged, set aside");
    case CaptureEntry::State::Unreadable:
        break;
    }
    return CaptureSentences::tr("▲ Cannot be read");
}

Severity captureStateSeverity(CaptureEntry::State state) {
    switch (state) {
    case CaptureEntry::State::CutShort:
        return Severity::Warning;
    case CaptureEntry::State::Quarantined:
    case CaptureEntry::State::Unreadable:
        return Severity::Alarm;
    default:
        return Severity::Notice;
    }
}

QString captureTitle(const std::optional<Timestamp>& started, const QTimeZone& zone) {
    if (!started)
        return CaptureSentences::tr("Recording");
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(toMilliseconds(*started), zone);
    const bool isThisYear = time.date().year() == QDate::currentDate().year();
    return CaptureSentences::tr("Recording of %1")
        .arg(QLocale().toString(time, isThisYear ? CaptureSentences::tr("d MMM HH:mm")
                                                 : CaptureSentences::tr("d MMM yyyy HH:mm")));
}

QString recoveryText(const QList<RecoveryReport>& reports, const NumberFormat& format) {
    const RecoverySentences sentences(format);
    return reports.size() == 1 ? sentences.one(reports.constFirst()) : sentences.several(reports);
}

Severity recoverySeverity(const QList<RecoveryReport>& reports) {
    const bool isAnyDamaged = std::any_of(reports.begin(), reports.end(), [](const RecoveryReport& report) {
        return !report.damagedPath.isEmpty();
    });
    return isAnyDamaged ? Severity::Warning : Severity::Notice;
}

QString captureLossText(const CaptureStatus& status, const NumberFormat& format) {
    return CaptureSentences(status, format).loss();
}

CaptureLine captureLine(const CaptureStatus& status, const NumberFormat& format) {
    return CaptureSentences(status, format).line();
}

} // namespace rillscope
