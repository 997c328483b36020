// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Severity.h"

#include <QString>

namespace rillscope {

/// ● ◆ ▲: severity is shown by shape, word and colour together.
inline QChar severityShape(Severity severity) {
    return severity == Severity::Notice ? u'●' : severity == Severity::Warning ? u'◆' : u'▲';
}

/// "◆ Out of range"
inline QString withShape(Severity severity, const QString& word) {
    return QStringLiteral("%1 %2").arg(QString(severityShape(severity)), word);
}

/// The value of the object property `severity` or `state` that the stylesheet colours by.
inline QString severityName(Severity severity) {
    return severity == Severity::Notice    ? QStringLiteral("info")
           : severity == Severity::Warning ? QStringLiteral("warning")
                                           : QStringLiteral("alarm");
}

} // namespace rillscope
