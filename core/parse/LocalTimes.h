// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <QString>
#include <QTimeZone>

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace rillscope {

/// A name such as "Europe/Berlin" or "UTC", or an offset such as "+02:00"; nothing for one that is not known
/// on this machine.
std::optional<QTimeZone> timeZoneNamed(const QString& name);

/// Turns the times that clocks on a wall show in one zone into UTC, in the order in which a text has them.
/// The hour that comes twice in autumn: the first or the second, whichever continues the steps of the rows
/// before. The hour that is left out in spring: as if the clocks had not been put forward yet.
/// Thread: one.
class LocalTimes {
public:
    explicit LocalTimes(QTimeZone zone) : m_zone(std::move(zone)) {}

    struct Moment {
        Timestamp time;
        bool isDoubtful = false; ///< the zone leaves it out, or has it twice and no row before tells which
    };
    /// `series`: whose row it is, for several may stand in turn in one text. `local`: what the clock shows,
    /// as if it were UTC.
    Moment toUtc(Timestamp local, const std::string& series);

private:
    /// What came before in one series.
    struct Past {
        Timestamp last;
        Duration step{0}; ///< the last one forwards; 0: none yet
        Duration stepBefore{0};

        /// A silence is no step: the shorter of two.
        Duration usualStep() const { return stepBefore > Duration{0} ? std::min(step, stepBefore) : step; }
    };
    /// Local times between two changes of the zone.
    struct Span {
        Timestamp begin;
        Timestamp end;
        Duration offset{0};
    };

    std::vector<Timestamp> momentsOf(Timestamp local);
    Duration offsetAt(Timestamp utc) const;
    static Moment choose(const std::vector<Timestamp>& moments, const std::optional<Past>& past);
    void remember(const std::string& series, Timestamp time);

    QTimeZone m_zone;
    std::optional<Span> m_span; ///< the last one: nearly all times lie in the one of the time before
    std::unordered_map<std::string, Past> m_pasts;
};

} // namespace rillscope
