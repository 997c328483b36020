// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ChannelLayers.h"

#include "ui/chart/ShownUnit.h"

#include <algorithm>

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

} // namespace

bool ChannelLayers::addMissing(const SampleHistory& history) {
    const int wanted = history.channelCount();
    if (wanted == count())
        return false;
    while (count() < wanted)
        m_channels.push_back({std::make_unique<ChannelLineItem>(m_parent), {}});
    return true;
}

void ChannelLayers::setVisible(int channel, bool visible) {
    at(channel).isVisible = visible;
    at(channel).line->setVisible(visible);
}

void ChannelLayers::setPalette(const ChartPalette& palette) {
    for (int channel = 0; channel < count(); ++channel)
        at(channel).line->setPen(palette.seriesPen(channel));
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
    for (int i = 0; i < count(); ++i) {
        Channel& channel = at(i);
        if (!channel.isVisible)
            continue;
        history.channel(i).query(grid, channel.columns);
        if (heldAt)
            holdAt(*heldAt, channel.columns);
        extend(extent, channel.columns, shownUnit(history.info(i), unit));
    }
    return extent;
}

void ChannelLayers::draw(const SampleHistory& history, PlotMapping mapping, Unit unit) {
    for (int i = 0; i < count(); ++i) {
        Channel& channel = at(i);
        if (!channel.isVisible)
            continue;
        mapping.unit = shownUnit(history.info(i), unit);
        channel.line->setColumns(channel.columns, m_grid, mapping);
    }
}

} // namespace rillscope
