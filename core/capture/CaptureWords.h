// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ChannelInfo.h"
#include "core/model/Severity.h"

namespace rillscope {

/// "raw", "derived", "derivedOnChange", "reference": channels.kind.
inline QString channelKindName(ChannelKind kind) {
    switch (kind) {
    case ChannelKind::Derived:
        return QStringLiteral("derived");
    case ChannelKind::DerivedOnChange:
        return QStringLiteral("derivedOnChange");
    case ChannelKind::Reference:
        return QStringLiteral("reference");
    case ChannelKind::Raw:
        break;
    }
    return QStringLiteral("raw");
}

/// "notice", "warning", "alarm": the severity of alarms and events.
inline QString storedSeverityName(Severity severity) {
    switch (severity) {
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Alarm:
        return QStringLiteral("alarm");
    case Severity::Notice:
        break;
    }
    return QStringLiteral("notice");
}

} // namespace rillscope
