// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ChartCursors.h"

#include "ui/chart/LiveChartView.h"
#include "ui/chart/ShownName.h"
#include "ui/text/AxisTicks.h"
#include "ui/text/CursorText.h"
#include "ui/text/QualityText.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr double mostReadings = 8.0;

double distanceInSeconds(Timestamp a, Timestamp b) {
    return std::abs(toSeconds(a - b));
}

} // namespace

ChartCursors::ChartCursors(const LiveChartView& view, QGraphicsItem* parent)
    : m_view(view), m_crosshair(parent), m_pinItem(parent) {}

void ChartCursors::setPalette(const ChartPalette& palette) {
    m_crosshair.setPalette(palette);
    m_pinItem.setPalette(palette);
}

void ChartCursors::setFont(const QFont& font) {
    m_crosshair.setFont(font);
    m_pinItem.setFont(font);
}

void ChartCursors::clear() {
    m_position.reset();
    m_time.reset();
    m_pins.clear();
    update();
}

void ChartCursors::setPosition(std::optional<QPointF> scenePosition) {
    m_position = scenePosition && m_view.plotArea().contains(*scenePosition) ? scenePosition : std::nullopt;
    if (scenePosition)
        m_time.reset();
    updateCrosshair();
}

void ChartCursors::update() {
    updateCrosshair();
    updatePins();
}

std::vector<ChartCursors::Candidate> ChartCursors::candidatesAt(Timestamp time) const {
    std::vector<Candidate> found;
    for (int channel = 0; channel < m_view.channelCount(); ++channel) {
        if (!m_view.isChannelVisible(channel))
            continue;
        const ChannelHistory& history = m_view.history()->channel(channel);
        const PlotMapping& mapping = m_view.mapping();
        if (const auto full = history.fullResolutionFrom(mapping.begin, mapping.end); full && time < *full)
            continue; // the nearest sample that is still known may be anywhere
        if (const auto index = history.nearest(time))
            found.push_back(
                {channel, history.eventTime(*index), history.value(*index), history.quality(*index)});
    }
    return found;
}

const ChartCursors::Candidate* ChartCursors::nearestInTime(Timestamp time) const {
    const auto nearest = std::ranges::min_element(
        m_candidates, {}, [&](const Candidate& sample) { return distanceInSeconds(sample.time, time); });
    return nearest == m_candidates.end() ? nullptr : &*nearest;
}

const ChartCursors::Candidate* ChartCursors::nearestOnScreen() const {
    if (!m_position)
        return m_shownTime ? nearestInTime(*m_shownTime) : nullptr;
    const auto nearest = std::ranges::min_element(m_candidates, {}, [&](const Candidate& sample) {
        const QPointF distance = pointOf(sample) - *m_position;
        return std::hypot(distance.x(), distance.y());
    });
    return nearest == m_candidates.end() ? nullptr : &*nearest;
}

QPointF ChartCursors::pointOf(const Candidate& sample) const {
    PlotMapping mapping = m_view.mapping();
    mapping.unit = m_view.shownUnit(sample.channel);
    return mapping.point({sample.time, sample.value});
}

QString ChartCursors::nameOf(int channel) const {
    return shownName(m_view.history()->info(channel).name);
}

QString ChartCursors::timeText(Timestamp time) const {
    const Duration resolution = std::max(m_view.timeWindow().span() / 2000, Duration{1});
    return formatTime(time, resolution, m_view.timeZone());
}

int ChartCursors::decimals() const {
    return CursorText::decimalsFor(m_view.valueScale().step().value());
}

QString ChartCursors::valueText(const Candidate& sample) const {
    return CursorText::value(sample.value, m_view.shownUnit(sample.channel), decimals());
}

std::vector<ChartCursors::Candidate> ChartCursors::readCandidates() const {
    const double room = m_view.plotArea().height() / CrosshairItem::lineHeight - 2.0;
    auto count = static_cast<std::size_t>(std::clamp(room, 1.0, mostReadings));
    std::vector<Candidate> read = m_candidates;
    if (read.size() <= count)
        return read;
    count = static_cast<std::size_t>(std::clamp(room - 1.0, 1.0, mostReadings)); // a line counts the rest
    const double y = m_position ? m_position->y() : m_view.plotArea().center().y();
    std::ranges::stable_sort(read, {},
                             [&](const Candidate& sample) { return std::abs(pointOf(sample).y() - y); });
    read.resize(count);
    std::ranges::sort(read, {}, &Candidate::channel);
    return read;
}

void ChartCursors::updateCrosshair() {
    m_candidates.clear();
    m_shownTime.reset();
    const PlotMapping& mapping = m_view.mapping();
    if (m_view.history() && (m_position || m_time)) {
        const Timestamp wanted = m_time ? *m_time : mapping.timeAt(m_position->x());
        m_candidates = candidatesAt(wanted);
        if (const Candidate* nearest = nearestInTime(wanted))
            m_shownTime = nearest->time;
    }
    const double x = m_shownTime ? mapping.x(*m_shownTime) : -1.0;
    if (!m_shownTime || x < mapping.area.left() || x > mapping.area.right()) {
        m_candidates.clear();
        m_shownTime.reset();
        m_crosshair.hide();
        return;
    }
    QList<CrosshairItem::Reading> readings;
    const std::vector<Candidate> read = readCandidates();
    for (const Candidate& sample : read) {
        QString text = valueText(sample);
        if (m_candidates.size() > 1)
            text = nameOf(sample.channel) + QStringLiteral("  ") + text;
        readings.append(
            {pointOf(sample), m_view.chartPalette().seriesPen(sample.channel).color(), text, true});
    }
    if (const auto more = static_cast<int>(m_candidates.size() - read.size()); more > 0)
        readings.append({{}, QColor(), tr("+ %n more", nullptr, more)});
    const Quality quality = nearestInTime(*m_shownTime)->quality;
    const QString marks = quality ? qualityText(quality) : tr("good");
    readings.append({{}, QColor(), timeText(*m_shownTime) + QStringLiteral(" · ") + marks});
    m_crosshair.showReadings(mapping.area, x, readings);
}

std::optional<Timestamp> ChartCursors::step(Step step) {
    if (!m_view.history())
        return std::nullopt;
    const TimeWindow& window = m_view.timeWindow();
    const Timestamp last = window.heldAt().value_or(window.end());
    const bool isForward = step == Step::Forward;
    const Timestamp edge = isForward ? window.begin() - Duration{1} : last + Duration{1};
    const ColumnGrid at{Duration{1}, toNanoseconds(m_shownTime.value_or(edge)), 1};
    std::optional<Timestamp> next;
    for (int channel = 0; channel < m_view.channelCount(); ++channel) {
        if (!m_view.isChannelVisible(channel))
            continue;
        const ColumnQueryResult around = m_view.history()->channel(channel).query(at);
        const auto& neighbour = isForward ? around.after : around.before;
        if (neighbour && (!next || (isForward ? neighbour->time < *next : neighbour->time > *next)))
            next = neighbour->time;
    }
    const bool isHeldBack = next && window.heldAt() && *next > last;
    if (!next || isHeldBack)
        return std::nullopt;
    m_time = next;
    m_position.reset();
    updateCrosshair();
    return next;
}

void ChartCursors::pin() {
    if (m_pins.size() >= 2) {
        m_pins.clear();
    } else {
        if (m_candidates.empty())
            step(Step::Back);
        if (const Candidate* sample = nearestOnScreen())
            m_pins.push_back(*sample);
    }
    updatePins();
}

std::optional<std::pair<Timestamp, Timestamp>> ChartCursors::pinnedRange() const {
    if (m_pins.size() < 2)
        return std::nullopt;
    return std::minmax(m_pins.front().time, m_pins.back().time);
}

bool ChartCursors::remove() {
    const bool hadAny = hasPins() || m_time;
    m_pins.clear();
    m_time.reset();
    update();
    return hadAny;
}

void ChartCursors::updatePins() {
    QList<PinnedCursorsItem::Mark> marks;
    for (const Candidate& pin : m_pins)
        marks.append({marks.isEmpty() ? QStringLiteral("A") : QStringLiteral("B"), pointOf(pin),
                      m_view.chartPalette().seriesPen(pin.channel).color()});
    m_pinItem.showMarks(m_view.plotArea(), marks, differenceText());
}

QStringList ChartCursors::differenceText() const {
    QStringList lines;
    // The date is shown only where it differs.
    const bool isOneDay = std::ranges::all_of(m_pins, [&](const Candidate& pin) {
        return formatDate(pin.time, m_view.timeZone()) ==
               formatDate(m_view.timeWindow().end(), m_view.timeZone());
    });
    for (const Candidate& pin : m_pins) {
        const QString time = timeText(pin.time);
        QString line = lines.isEmpty() ? QStringLiteral("A  ") : QStringLiteral("B  ");
        if (m_view.channelCount() > 1)
            line += nameOf(pin.channel) + QStringLiteral("  ");
        line += isOneDay ? time.sliced(formatDate(pin.time, m_view.timeZone()).size() + 1) : time;
        line += QStringLiteral("  ") + valueText(pin);
        lines.append(line);
    }
    if (m_pins.size() < 2)
        return lines;
    const Candidate& a = m_pins.front();
    const Candidate& b = m_pins.back();
    QString line = QStringLiteral("Δt ") + CursorText::timeDifference(b.time - a.time);
    // A temperature and a humidity have no difference.
    if (m_view.shownUnit(a.channel) == m_view.shownUnit(b.channel))
        line += QStringLiteral("    Δ ") +
                CursorText::valueDifference(b.value - a.value, m_view.shownUnit(a.channel), decimals());
    lines.append(line);
    return lines;
}

QStringList ChartCursors::crosshairText() const {
    QStringList lines;
    for (const CrosshairItem::Reading& reading : m_crosshair.readings())
        lines.append(reading.text);
    return lines;
}

} // namespace rillscope
