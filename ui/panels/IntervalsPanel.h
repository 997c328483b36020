// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/RangeInsight.h"
#include "ui/text/NumberFormat.h"
#include "ui/widgets/Card.h"

namespace rillscope {

class FigureLabel;
class FigureTable;
class HistogramView;
struct PanelColors;

/// The time from one sample to the next in the visible range: a histogram, and how much it jitters.
/// Thread: GUI.
class IntervalsPanel : public Card {
    Q_OBJECT

public:
    explicit IntervalsPanel(QWidget* parent = nullptr);

    void setInsight(const RangeInsight& insight);
    void setColors(const PanelColors& colors);
    HistogramView& view() const { return *m_view; }

private:
    NumberFormat m_format;
    HistogramView* m_view;
    FigureTable* m_table;
    FigureLabel* m_mean;
    FigureLabel* m_percentiles;
    FigureLabel* m_outside;
    FigureLabel* m_backward;
};

} // namespace rillscope
