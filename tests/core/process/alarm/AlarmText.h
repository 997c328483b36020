// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/NumberText.h"
#include "core/process/alarm/AlarmMonitor.h"

#include <string>
#include <vector>

namespace rillscope::test {

using namespace std::chrono_literals;

/// A sample of a stream that is written down; times in seconds.
struct Reading {
    std::int64_t second;
    double value;
};

inline Timestamp atSecond(std::int64_t second) {
    return Timestamp{std::chrono::seconds(second)};
}

inline std::string secondsOf(Timestamp time) {
    return formatNumber(toSeconds(time.sinceEpoch())).toStdString();
}

/// "first..last raised=… worst=…" and a word for what is not over, one occurrence after another.
inline std::string describe(const AlarmTable& table) {
    std::string text;
    for (const AlarmOccurrence& occurrence : table.occurrences()) {
        text += text.empty() ? "" : "; ";
        text += secondsOf(occurrence.first) + ".." + secondsOf(occurrence.last);
        if (occurrence.raisedAt != occurrence.first)
            text += " raised=" + secondsOf(occurrence.raisedAt);
        text += " worst=" + formatNumber(occurrence.worst).toStdString();
        if (occurrence.isActive)
            text += " active";
        else if (occurrence.isRaised())
            text += " latched";
    }
    return text;
}

inline void judgeAll(AlarmMonitor& monitor, const std::vector<Reading>& readings, AlarmTable& table) {
    Timestamp newest = Timestamp::min();
    for (const Reading& reading : readings) {
        newest = std::max(newest, atSecond(reading.second));
        monitor.judge(atSecond(reading.second), reading.value, newest, table);
    }
}

/// The occurrences that a rule makes of a stream.
inline std::string alarmsOf(const AlarmRule& rule, const std::vector<Reading>& readings) {
    AlarmTable table;
    AlarmMonitor monitor(QStringLiteral("hot"), QStringLiteral("oven"), rule);
    judgeAll(monitor, readings, table);
    return describe(table);
}

inline AlarmRule above(double high, double hysteresis = 0.0, Duration delay = 0s) {
    AlarmRule rule;
    rule.high = high;
    rule.hysteresis = hysteresis;
    rule.delay = delay;
    return rule;
}

} // namespace rillscope::test
