// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/RunningStatistics.h"
#include "core/history/RangeInsight.h"
#include "core/model/Unit.h"
#include "ui/text/NumberFormat.h"

#include <QWidget>

namespace rillscope {

class FigureLabel;
class FigureTable;

/// Count, mean, deviation and extremes of a channel: of what the chart shows, with percentiles, and of
/// everything so far.
/// Thread: GUI. Units: statistics come in °C (plain values with Unit::None) and are shown in `unit`.
class StatisticsPanel : public QWidget {
    Q_OBJECT

public:
    explicit StatisticsPanel(QWidget* parent = nullptr);

    void setStatistics(const RunningStatistics& visibleRange, const RunningStatistics& all, Unit unit);
    /// Of the visible range; it comes later than the rest, and is in the unit that is shown.
    void setPercentiles(const RangeInsight& visibleRange);

private:
    struct Figures {
        FigureTable* table = nullptr;
        FigureLabel* samples = nullptr;
        FigureLabel* mean = nullptr;
        FigureLabel* extremes = nullptr;
    };

    /// A card with its rows; `prefix` begins the object names.
    Figures addCard(const QString& title, const QString& prefix);
    void showFigures(const Figures& figures, const RunningStatistics& statistics, Unit unit) const;

    NumberFormat m_format;
    Figures m_visibleRange;
    Figures m_all;
    FigureLabel* m_percentiles = nullptr;
};

} // namespace rillscope
