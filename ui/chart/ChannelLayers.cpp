// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ChannelLayers.h"

#include "ui/chart/ShownUnit.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rillscope {
namespace {

/// Takes away what came after a time.
void holdAt(Timestamp time, ColumnQueryResult& columns) {
    const auto isLater = [time](const ColumnGroup& group) { return group.first.time > time; };
    columns.columns.erase(std::find_if(columns.columns.begin(), columns.columns.end(), isLater),
                          columns.columns.end());
    columns.after.reset();
}

void extend(ChannelLayers::Extent& extent, const ColumnQueryResult& columns, Unit unit) {
    for (const ColumnGroup& group : columns.columns) {
        extent.samples += group.count;
        extent.lowest = std::min(extent.lowest, fromCelsius(group.minimum.value, unit));
        extent.highest = std::max(extent.highest, fromCelsius(group.maximum.value, unit));
    }
}

/// Cells of so many columns hold at most one mark of each kind; more where many channels would crowd.
ColumnGrid markCells(const ColumnGrid& grid, int channels) {
    constexpr int columnsPerCell = 8;
    const int columns = columnsPerCell * std::max(1, (channels + 1) / 2);
    ColumnGrid cells;
    std::int64_t width = 0;
    const bool isTooWide = __builtin_mul_overflow(grid.width.count(), std::int64_t{columns}, &width);
    cells.width = isTooWide ? Duration::max() : Duration{width};
    cells.first = cells.columnOf(grid.begin());
    cells.count = grid.count / columns + 2;
    return cells;
}

/// To the bit, so that a NaN is equal to itself.
bool isSame(const std::vector<SampleMark>& left, const std::vector<SampleMark>& right) {
    return std::equal(
        left.begin(), left.end(), right.begin(), right.end(), [](const SampleMark& a, const SampleMark& b) {
            return a.time == b.time && a.kind == b.kind &&
                   std::bit_cast<std::uint64_t>(a.value) == std::bit_cast<std::uint64_t>(b.value);
        });
}

} // namespace

ChannelLayers::ChannelLayers(QGraphicsItem* parent)
    : m_parent(parent)
    , m_gapItem(std::make_unique<GapItem>(parent))
    , m_markItem(std::make_unique<SampleMarksItem>(parent)) {}

void ChannelLayers::clear() {
    m_channels.clear();
    m_gapItem->setGaps({}, m_gapItem->boundingRect());
    m_markItem->setMarks({}, m_gapItem->boundingRect());
}

bool ChannelLayers::addMissing(const SampleHistory& history) {
    const int wanted = history.channelCount();
    if (wanted == count())
        return false;
    while (count() < wanted) {
        m_channels.push_back({std::make_unique<ChannelLineItem>(m_parent), {}, {}});
        m_channels.back().line->setAntialiasing(m_antialiasing);
    }
    return true;
}

int ChannelLayers::visibleCount() const {
    return static_cast<int>(std::count_if(m_channels.begin(), m_channels.end(),
                                          [](const Channel& channel) { return channel.isVisible; }));
}

void ChannelLayers::setAntialiasing(Antialiasing mode) {
    m_antialiasing = mode;
    for (const Channel& channel : m_channels)
        channel.line->setAntialiasing(mode);
}

void ChannelLayers::setVisible(int channel, bool visible) {
    at(channel).isVisible = visible;
    at(channel).line->setVisible(visible);
}

void ChannelLayers::setPalette(const ChartPalette& palette) {
    for (int channel = 0; channel < count(); ++channel)
        at(channel).line->setPen(palette.seriesPen(channel));
    m_gapItem->setPalette(palette);
    m_markItem->setPalette(palette);
}

QSet<QString> ChannelLayers::hiddenChannels(const SampleHistory& history) const {
    QSet<QString> hidden;
    for (int channel = 0; channel < count(); ++channel) {
        if (!isVisible(channel))
            hidden.insert(history.info(channel).name);
    }
    return hidden;
}

std::optional<Timestamp> ChannelLayers::fullResolutionFrom(const SampleHistory& history,
                                                           const PlotMapping& mapping) const {
    std::optional<Timestamp> latest;
    for (int channel = 0; channel < count(); ++channel) {
        if (isVisible(channel))
            latest =
                std::max(latest, history.channel(channel).fullResolutionFrom(mapping.begin, mapping.end));
    }
    return latest;
}

QList<LegendItem::Entry> ChannelLayers::legendEntries(const SampleHistory& history,
                                                      const ChartPalette& palette) const {
    QList<LegendItem::Entry> entries;
    for (int channel = 0; channel < count(); ++channel)
        entries.append({history.info(channel).name, palette.seriesPen(channel), isVisible(channel)});
    return entries;
}

ChannelLayers::Extent ChannelLayers::query(const SampleHistory& history, const ColumnGrid& grid,
                                           std::optional<Timestamp> heldAt, Unit unit) {
    m_grid = grid;
    Extent extent;
    const ColumnGrid cells = markCells(grid, visibleCount());
    for (int i = 0; i < count(); ++i) {
        Channel& channel = at(i);
        if (!channel.isVisible)
            continue;
        history.channel(i).query(grid, channel.cache, m_newColumns);
        if (heldAt)
            holdAt(*heldAt, m_newColumns);
        if (m_newColumns != channel.columns) {
            std::swap(m_newColumns, channel.columns);
            extent.isChanged = true;
        }
        if (queryMarks(history.channel(i), cells, heldAt, channel))
            extent.isChanged = true;
        extend(extent, channel.columns, shownUnit(history.info(i), unit));
    }
    return extent;
}

bool ChannelLayers::queryMarks(const ChannelHistory& history, const ColumnGrid& cells,
                               std::optional<Timestamp> heldAt, Channel& channel) {
    history.marks(cells, m_newMarks);
    if (heldAt)
        std::erase_if(m_newMarks, [&](const SampleMark& mark) { return mark.time > *heldAt; });
    if (isSame(m_newMarks, channel.marks))
        return false;
    std::swap(m_newMarks, channel.marks);
    return true;
}

void ChannelLayers::draw(const SampleHistory& history, PlotMapping mapping, Unit unit) {
    QList<Gap> gaps;
    QList<SampleMarksItem::Mark> marks;
    const bool needsNames = visibleCount() > 1;
    for (int i = 0; i < count(); ++i) {
        Channel& channel = at(i);
        if (!channel.isVisible)
            continue;
        mapping.unit = shownUnit(history.info(i), unit);
        channel.line->setColumns(channel.columns, m_grid, mapping);
        addMarks(channel, mapping, marks);
        QList<Gap> ownGaps = findGaps(channel.columns, history.channel(i), mapping);
        for (Gap& gap : ownGaps)
            gap.channel = needsNames ? history.info(i).name : QString();
        gaps.append(ownGaps);
    }
    m_gapItem->setGaps(std::move(gaps), mapping.area);
    m_markItem->setMarks(std::move(marks), mapping.area);
}

void ChannelLayers::addMarks(const Channel& channel, const PlotMapping& mapping,
                             QList<SampleMarksItem::Mark>& marks) const {
    for (const SampleMark& mark : channel.marks) {
        if (mark.time < mapping.begin || mark.time >= mapping.end)
            continue;
        // What has no value, or one beyond the axis, is marked at the edge.
        const double y = std::isfinite(mark.value) ? mapping.y(mark.value) : mapping.area.bottom();
        marks.append({QPointF(mapping.x(mark.time), std::clamp(y, mapping.area.top(), mapping.area.bottom())),
                      mark.kind});
    }
}

} // namespace rillscope
