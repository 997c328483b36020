// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <optional>

namespace rillscope {

/// One of the lengths of time that the chart offers at a click.
struct TimeWindowSpan {
    std::optional<Duration> span; ///< none: everything
    QString shortText;
    QString longText;
};

inline QList<TimeWindowSpan> timeWindowSpans() {
    using namespace std::chrono_literals;
    const auto text = [](const char* source) {
        return QCoreApplication::translate("TimeWindowSpan", source);
    };
    return {{10s, text("10 s"), text("Last 10 seconds")},
            {60s, text("1 min"), text("Last minute")},
            {5min, text("5 min"), text("Last 5 minutes")},
            {1h, text("1 h"), text("Last hour")},
            {std::nullopt, text("All"), text("All samples")}};
}

} // namespace rillscope
