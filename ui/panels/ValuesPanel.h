// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/RangeInsight.h"
#include "ui/text/NumberFormat.h"
#include "ui/widgets/Card.h"

namespace rillscope {

class ElidedLabel;
class HistogramView;
struct PanelColors;

/// How the values of the visible range are spread, with the simulator's distribution drawn over them.
/// Thread: GUI.
class ValuesPanel : public Card {
    Q_OBJECT

public:
    explicit ValuesPanel(QWidget* parent = nullptr);

    /// `expectedShares` of all values in each bin; empty: nobody knows what to expect.
    void setInsight(const RangeInsight& insight, const std::vector<double>& expectedShares);
    void setColors(const PanelColors& colors);
    HistogramView& view() const { return *m_view; }

private:
    QString selectionText(const RangeInsight& insight) const;

    NumberFormat m_format;
    HistogramView* m_view;
    ElidedLabel* m_outside; ///< beyond the ends of the axis
    ElidedLabel* m_selection;
};

/// "3 below · 12 above", or nothing, of the values that a histogram's axis leaves out.
QString outsideText(const Histogram& histogram, const NumberFormat& format);

} // namespace rillscope
