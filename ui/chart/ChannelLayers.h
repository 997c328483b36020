// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ColumnCache.h"
#include "core/history/SampleHistory.h"
#include "ui/chart/ChannelLineItem.h"
#include "ui/chart/ChartPalette.h"
#include "ui/chart/GapItem.h"
#include "ui/chart/LegendItem.h"
#include "ui/chart/SampleMarksItem.h"

#include <QSet>

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace rillscope {

/// What is drawn of the channels in the plot area: their columns, as the history gave them for the window,
/// and the items made of them. Thread: GUI. Units: values in °C or as sent until they are drawn.
class ChannelLayers {
public:
    /// What a window of the history holds, all visible channels together.
    struct Extent {
        std::int64_t samples = 0;
        double lowest = std::numeric_limits<double>::infinity(); ///< in the unit shown
        double highest = -std::numeric_limits<double>::infinity();
        bool isChanged = false; ///< something is not as it was at the query before
    };

    explicit ChannelLayers(QGraphicsItem* parent);

    void clear();
    /// Returns whether there were any.
    bool addMissing(const SampleHistory& history);
    int count() const { return static_cast<int>(m_channels.size()); }

    bool isVisible(int channel) const { return at(channel).isVisible; }
    void setVisible(int channel, bool visible);
    void setPalette(const ChartPalette& palette);
    void setFont(const QFont& font) { m_gapItem->setFont(font); }
    void setAntialiasing(Antialiasing mode);
    /// By name.
    QSet<QString> hiddenChannels(const SampleHistory& history) const;
    /// From when on all that is visible in the plot is there sample by sample; nothing: all of it.
    std::optional<Timestamp> fullResolutionFrom(const SampleHistory& history,
                                                const PlotMapping& mapping) const;
    QList<LegendItem::Entry> legendEntries(const SampleHistory& history, const ChartPalette& palette) const;

    /// Asks the history what the columns hold, as far as it came before `heldAt`.
    Extent query(const SampleHistory& history, const ColumnGrid& grid, std::optional<Timestamp> heldAt,
                 Unit unit);
    /// Makes the items show what the last query found.
    void draw(const SampleHistory& history, PlotMapping mapping, Unit unit);

    const GapItem& gaps() const { return *m_gapItem; }
    const SampleMarksItem& marks() const { return *m_markItem; }

private:
    struct Channel {
        std::unique_ptr<ChannelLineItem> line;
        ColumnQueryResult columns;
        std::vector<SampleMark> marks;
        bool isVisible = true;
        ColumnCache cache{};
    };

    Channel& at(int channel) { return m_channels[static_cast<std::size_t>(channel)]; }
    const Channel& at(int channel) const { return m_channels[static_cast<std::size_t>(channel)]; }

    int visibleCount() const;
    bool queryMarks(const ChannelHistory& history, const ColumnGrid& cells, std::optional<Timestamp> heldAt,
                    Channel& channel);
    void addMarks(const Channel& channel, const PlotMapping& mapping,
                  QList<SampleMarksItem::Mark>& marks) const;

    QGraphicsItem* m_parent;
    ColumnGrid m_grid; ///< of the last query
    Antialiasing m_antialiasing = Antialiasing::Automatic;
    std::unique_ptr<GapItem> m_gapItem;
    std::unique_ptr<SampleMarksItem> m_markItem;
    std::vector<Channel> m_channels;
    // Filled by a query and swapped in when they differ, so that a frame allocates nothing.
    ColumnQueryResult m_newColumns;
    std::vector<SampleMark> m_newMarks;
};

} // namespace rillscope
