// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/StreamStatus.h"
#include "ui/chart/AlarmShadesItem.h"
#include "ui/chart/WindowRowsItem.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace rillscope {

/// What is drawn of the pipeline's results in the plot area: the rows of window steps, and alarms.
/// Thread: GUI. Cost of a query: at most mostRows rows of windows; while more are new in view than that, the
/// picture is filled from left to right over the next frames (isPending()); so many take 2 ms. Units: as the
/// history's.
class ResultLayers {
public:
    static constexpr qsizetype mostRows = 50'000;

    explicit ResultLayers(QGraphicsItem* parent);

    void clear();
    void setResults(PipelineResults results);
    /// The window steps whose rows are drawn; all, when none were named.
    void setWindowSteps(std::optional<QStringList> steps);
    void setPalette(const ChartPalette& palette);
    void setFont(const QFont& font) { m_shadesItem->setFont(font); }
    /// By name. What belongs to them is not drawn.
    void setHiddenChannels(const QSet<QString>& channels);

    /// Works out what lies in the columns; an alarm that goes on reaches to `now`. Returns whether anything
    /// is not as it was.
    bool query(const ColumnGrid& grid, std::optional<Timestamp> heldAt, Timestamp now);
    bool isPending() const;
    /// Results came that no query has looked at.
    bool hasNews() const { return m_hasNews; }
    /// Makes the items show what the last query found. `unit` is that of temperatures.
    void draw(PlotMapping mapping, Unit unit);

    const WindowRowsItem& windowRows() const { return *m_rowsItem; }
    const AlarmShadesItem& alarmShades() const { return *m_shadesItem; }

private:
    struct Layer {
        WindowSpans spans;
        bool isShown = false;
        int rank = 0; ///< among the steps of its channel
    };

    bool showsStep(const WindowSeriesInfo& info) const;
    void chooseSeries();
    QColor lineColor(const QColor& channel, int rank) const;

    PipelineResults m_results;
    std::optional<QStringList> m_steps;
    QSet<QString> m_hiddenChannels;
    ChartPalette m_palette;
    std::vector<Layer> m_layers; ///< by series
    AlarmShades m_shades;
    AlarmPicture m_picture;
    ColumnGrid m_grid; ///< of the last query
    bool m_hasNews = false;
    bool m_isChanged = false; ///< something other than new rows: all layers are drawn again
    std::unique_ptr<WindowRowsItem> m_rowsItem;
    std::unique_ptr<AlarmShadesItem> m_shadesItem;
};

} // namespace rillscope
