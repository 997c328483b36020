// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ConditionText.h"

#include "ui/text/MessageText.h"
#include "ui/text/OutsideText.h"

#include <QCoreApplication>

namespace rillscope {
namespace {

constexpr qsizetype longestReason = 300;

struct ConditionWords {
    Q_DECLARE_TR_FUNCTIONS(SourceCondition)
};

QString withReason(const QString& text, const SourceCondition& condition) {
    const QString reason = oneLine(messageText(condition.reason), longestReason);
    return reason.isEmpty() ? text : ConditionWords::tr("%1: %2").arg(text, reason);
}

QString connectingText(const SourceCondition& condition, const NumberFormat& format) {
    const QString attempt = format.count(condition.attempt);
    const QString next = condition.nextTryIn ? format.duration(*condition.nextTryIn) : QString();
    if (condition.attempt == 0)
        return next.isEmpty() ? ConditionWords::tr("Connecting")
                              : ConditionWords::tr("Connecting (next attempt in %1)").arg(next);
    return next.isEmpty() ? ConditionWords::tr("Connecting (attempt %1)").arg(attempt)
                          : ConditionWords::tr("Connecting (attempt %1, next in %2)").arg(attempt, next);
}

} // namespace

QString conditionText(const SourceCondition& condition, const NumberFormat& format) {
    const QString lasted = format.duration(condition.lasted);
    switch (condition.kind) {
    case SourceCondition::Kind::Connecting:
        return withReason(connectingText(condition, format), condition);
    case SourceCondition::Kind::Waiting:
        return ConditionWords::tr("Connected, waiting for the first sample (%1)").arg(lasted);
    case SourceCondition::Kind::Silent:
        return ConditionWords::tr("Silent for %1 (usual interval %2)")
            .arg(lasted, format.duration(condition.usual.value_or(Duration::zero())));
    case SourceCondition::Kind::Refused:
        return withReason(ConditionWords::tr("Refused"), condition);
    case SourceCondition::Kind::Held:
        return ConditionWords::tr("Waiting for the disk");
    case SourceCondition::Kind::Receiving:
        break;
    }
    return ConditionWords::tr("Receiving (last %1 ago)").arg(lasted);
}

} // namespace rillscope
