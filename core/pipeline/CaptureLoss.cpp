// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/CaptureLoss.h"

#include <QStringList>

namespace rillscope {
namespace {

/// "5 samples, 2 derived samples and 1 window": those of which there are any.
QString listed(const CaptureCounts& counts, qint64 alarms) {
    QStringList parts;
    const auto add = [&parts](qint64 count, const QString& word) {
        if (count > 0)
            parts.append(QString::number(count) + u' ' + word +
                         (count > 1 ? QStringLiteral("s") : QString()));
    };
    add(counts.samples, QStringLiteral("sample"));
    add(counts.derived, QStringLiteral("derived sample"));
    add(counts.windows, QStringLiteral("window"));
    add(alarms, QStringLiteral("alarm"));
    add(counts.events, QStringLiteral("event"));
    const QString last = parts.takeLast();
    return parts.isEmpty() ? last : parts.join(QStringLiteral(", ")) + QStringLiteral(" and ") + last;
}

QString reasonOf(const CaptureStatus& capture) {
    return capture.error ? capture.error->message() : QStringLiteral("the disk was too slow");
}

} // namespace

bool accountsMatch(const Account& account, const CaptureStatus& capture) {
    if (!account.balances())
        return false;
    if (capture.state == CaptureStatus::State::Off)
        return true;
    return capture.account.balances() && capture.account.offered.samples == account.recorded &&
           capture.account.offered.derived == account.derived;
}

std::optional<Error> captureLoss(const Account& account, const CaptureStatus& capture) {
    if (capture.state == CaptureStatus::State::Off)
        return std::nullopt;
    const auto loss = [&capture](const QString& detail) {
        return Error{ErrorCode::WriteFailed, capture.path, detail};
    };
    if (!accountsMatch(account, capture))
        return loss(
            QStringLiteral(
                "the counts do not match: %1 samples were recorded, and %2 are accounted for in the "
                "capture")
                .arg(QString::number(account.recorded), QString::number(capture.account.offered.samples)));
    CaptureCounts missing = capture.account.missed;
    missing += capture.account.waiting;
    if (!missing.isEmpty() || capture.account.missedAlarms > 0)
        return loss(QStringLiteral("%1 in no capture (%2)")
                        .arg(listed(missing, capture.account.missedAlarms), reasonOf(capture)));
    if (capture.isCutShort)
        return loss(QStringLiteral("all samples are in the capture, but it could not be closed (%1); "
                                   "“rillscope-cli recover” does that")
                        .arg(reasonOf(capture)));
    return std::nullopt;
}

} // namespace rillscope
