// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SourceLog.h"

#include "core/base/DurationText.h"

namespace rillscope {
namespace {

using Kind = SourceCondition::Kind;

/// So long does it take until nothing received at all is worth a line.
constexpr Duration patience = std::chrono::seconds(10);

QString secondsText(Duration duration) {
    return formatDuration(std::chrono::floor<std::chrono::seconds>(duration));
}

QString intervalText(Duration duration) {
    return formatDuration(std::chrono::floor<std::chrono::milliseconds>(duration));
}

QString connectingText(const SourceCondition& condition) {
    QString text = QStringLiteral("connecting");
    if (condition.attempt > 0)
        text += QStringLiteral(", attempt %1").arg(condition.attempt);
    if (condition.nextTryIn)
        text += QStringLiteral(", next in ") + secondsText(*condition.nextTryIn);
    return text + QStringLiteral(": ") + condition.reason.english();
}

QString textOf(const SourceCondition& condition) {
    switch (condition.kind) {
    case Kind::Connecting:
        return connectingText(condition);
    case Kind::Waiting:
        return QStringLiteral("connected, and nothing was received for ") + secondsText(condition.lasted);
    case Kind::Silent:
        return QStringLiteral("silent for %1 (usual interval %2)")
            .arg(secondsText(condition.lasted), intervalText(condition.usual.value_or(Duration::zero())));
    case Kind::Refused:
        return QStringLiteral("refused: ") + condition.reason.english();
    case Kind::Held:
        return QStringLiteral("held until what it has sent can be written");
    case Kind::Receiving:
        break;
    }
    return QStringLiteral("receiving");
}

} // namespace

QString SourceLog::lineFor(const SourceCondition& condition, const QString& source) {
    const bool isTooEarly = condition.kind == Kind::Waiting && condition.lasted < patience;
    if (condition.kind == m_said || isTooEarly)
        return {};
    m_said = condition.kind;
    return source + QStringLiteral(" is ") + textOf(condition);
}

} // namespace rillscope
