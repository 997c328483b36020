// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/LocalTimes.h"

#include "core/parse/DateText.h"

#include <QDateTime>

#include <algorithm>

namespace rillscope {
namespace {

/// No clock on a wall is further from UTC than this, and no change of a zone is larger.
constexpr Duration farthest = std::chrono::hours{26};
constexpr std::size_t mostSeries = 4'096;

QDateTime dateTime(Timestamp time) {
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(time.sinceEpoch());
    return QDateTime::fromMSecsSinceEpoch(milliseconds.count(), Qt::UTC);
}

Timestamp timestamp(const QDateTime& time) {
    return Timestamp{std::chrono::milliseconds{time.toMSecsSinceEpoch()}};
}

Duration distance(Duration a, Duration b) {
    return a < b ? saturatedDifference(b, a) : saturatedDifference(a, b);
}

} // namespace

std::optional<QTimeZone> timeZoneNamed(const QString& name) {
    const QByteArray id = name.toLatin1();
    if (!id.isEmpty() && QTimeZone::isTimeZoneIdAvailable(id))
        return QTimeZone(id);
    const QByteArray text = name.toUtf8();
    const auto offset = readZone({text.constData(), static_cast<std::size_t>(text.size())});
    if (!offset)
        return std::nullopt;
    const QTimeZone zone(static_cast<int>(*offset));
    return zone.isValid() ? std::optional(zone) : std::nullopt;
}

Duration LocalTimes::offsetAt(Timestamp utc) const {
    return std::chrono::seconds{m_zone.offsetFromUtc(dateTime(utc))};
}

/// None, one, or two; each is a moment at which a clock of the zone shows this time.
std::vector<Timestamp> LocalTimes::momentsOf(Timestamp local) {
    if (m_span && local >= m_span->begin && local < m_span->end)
        return {local - m_span->offset};
    const Timestamp begin = local - farthest;
    const Timestamp end = local + farthest;
    const auto changes = m_zone.transitions(dateTime(begin), dateTime(end));
    if (changes.isEmpty()) {
        // Until the next change, or half a year: then it is looked up again.
        constexpr Duration longest = std::chrono::hours{24 * 180};
        const auto next = m_zone.nextTransition(dateTime(end));
        const Timestamp change = next.atUtc.isValid() ? timestamp(next.atUtc) : end + longest;
        m_span = Span{local, std::min(change, end + longest) - farthest, offsetAt(local)};
        return {local - m_span->offset};
    }
    std::vector<Duration> offsets{offsetAt(begin)};
    for (const auto& change : changes)
        offsets.push_back(std::chrono::seconds{change.offsetFromUtc});
    std::vector<Timestamp> moments;
    for (const Duration offset : offsets) {
        const Timestamp moment = local - offset;
        if (offsetAt(moment) == offset && std::find(moments.begin(), moments.end(), moment) == moments.end())
            moments.push_back(moment);
    }
    std::sort(moments.begin(), moments.end());
    return moments;
}

/// The one that follows the last time by the usual step. When even that is off by more than half of what lies
/// between the two, nothing tells.
LocalTimes::Moment LocalTimes::choose(const std::vector<Timestamp>& moments,
                                      const std::optional<Past>& past) {
    const Timestamp first = moments.front();
    const Timestamp second = moments.back();
    if (!past)
        return {first, true};
    const auto error = [&past](Timestamp moment) { return distance(moment - past->last, past->usualStep()); };
    const Duration least = std::min(error(first), error(second));
    return {error(second) < error(first) ? second : first, least > (second - first) / 2};
}

void LocalTimes::remember(const std::string& series, Timestamp time) {
    const auto known = m_pasts.find(series);
    if (known == m_pasts.end()) {
        if (m_pasts.size() >= mostSeries)
            m_pasts.clear(); // of a sender whose names never repeat
        m_pasts.emplace(series, Past{time, {}, {}});
        return;
    }
    Past& past = known->second;
    if (const Duration step = time - past.last; step > Duration{0}) {
        past.stepBefore = past.step;
        past.step = step;
    }
    past.last = time;
}

LocalTimes::Moment LocalTimes::toUtc(Timestamp local, const std::string& series) {
    const auto known = m_pasts.find(series);
    const std::optional<Past> past = known == m_pasts.end() ? std::nullopt : std::optional(known->second);
    const std::vector<Timestamp> moments = momentsOf(local);
    Moment moment;
    if (moments.empty())
        moment = {local - offsetAt(local - farthest), true};
    else if (moments.size() == 1)
        moment = {moments.front(), false};
    else
        moment = choose(moments, past);
    remember(series, moment.time);
    return moment;
}

} // namespace rillscope
