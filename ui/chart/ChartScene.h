// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/EnvelopeEdgeItem.h"
#include "ui/chart/LegendItem.h"
#include "ui/chart/TimeAxisItem.h"
#include "ui/chart/ValueAxisItem.h"
#include "ui/chart/ValueScale.h"

#include <QChart>
#include <QValueAxis>

#include <memory>
#include <optional>

class QGraphicsSimpleTextItem;

namespace rillscope {

/// What stands around the lines: title, legend, axes and the text of an empty chart; their places, fonts
/// and colours. Thread: GUI. Units: scene coordinates of the chart. The chart owns
/// the axes and must outlive this.
class ChartScene {
public:
    explicit ChartScene(QChart* chart);
    ~ChartScene();

    void setPalette(const ChartPalette& palette);
    void setFont(const QFont& font);
    /// Puts everything in its place in a chart of this size. Returns the plot area.
    QRectF layOut(QSizeF size);

    void setTitles(const QString& valueAxis, const QString& timeAxis);
    /// Returns whether the labels need another margin, which is there after the next layOut().
    bool setValueRange(const ValueScale& scale);
    void setTimeRange(const PlotMapping& mapping, const QTimeZone& zone);
    /// While there is nothing to show.
    void setNoTimeRange(const QRectF& area);
    void setEmptyTextVisible(bool visible);
    /// Before this time the history knows envelopes only; nothing: it knows every sample.
    void setFullResolutionFrom(std::optional<Timestamp> time, const PlotMapping& mapping);

    LegendItem& legend() { return *m_legend; }
    const LegendItem& legend() const { return *m_legend; }
    const ValueAxisItem& valueAxis() const { return *m_valueAxisItem; }
    const EnvelopeEdgeItem& envelopeEdge() const { return *m_envelopeEdge; }
    /// Of labels, in the size that setFont() made of the body's.
    const QFont& smallFont() const { return m_smallFont; }

private:
    void setUpAxes();

    QChart* m_chart;
    QValueAxis* m_timeAxis;  ///< carries the title, TimeAxisItem draws
    QValueAxis* m_valueAxis; ///< carries the title, ValueAxisItem draws
    std::unique_ptr<QGraphicsSimpleTextItem> m_title;
    std::unique_ptr<QGraphicsSimpleTextItem> m_emptyText;
    std::unique_ptr<TimeAxisItem> m_timeAxisItem;
    std::unique_ptr<ValueAxisItem> m_valueAxisItem;
    std::unique_ptr<EnvelopeEdgeItem> m_envelopeEdge;
    std::unique_ptr<LegendItem> m_legend;
    QFont m_smallFont;
};

} // namespace rillscope
