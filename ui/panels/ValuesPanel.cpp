// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ValuesPanel.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/HistogramView.h"

namespace rillscope {
namespace {

/// A line of small print that is there when it has something to say.
void showLine(QLabel& label, const QString& text) {
    if (text != label.text())
        label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

ValuesPanel::ValuesPanel(QWidget* parent)
    : Card(tr("Values"), parent)
    , m_view(new HistogramView(this))
    , m_outside(new ElidedLabel(QString(), this))
    , m_selection(new ElidedLabel(QString(), this)) {
    setObjectName(QStringLiteral("valuesPanel"));
    setAccessibleName(tr("Values"));
    m_view->setObjectName(QStringLiteral("valuesHistogram"));
    m_view->setAccessibleName(tr("Histogram of the values in the visible range"));
    m_outside->setObjectName(QStringLiteral("valuesOutside"));
    m_selection->setObjectName(QStringLiteral("valuesSelection"));
    content()->addWidget(m_view);
    for (ElidedLabel* label : {m_outside, m_selection}) {
        label->setProperty("role", QStringLiteral("dim"));
        content()->addWidget(label);
    }
    m_outside->setToolTip(tr("Values beyond the ends of the axis"));
    setFoldable();
    setInsight({}, {});
}

void ValuesPanel::setColors(const PanelColors& colors) {
    m_view->setColors(colors);
}

void ValuesPanel::setInsight(const RangeInsight& insight, const std::vector<double>& expectedShares) {
    HistogramPicture picture{.histogram = insight.values.histogram, .unit = unitSymbol(insight.unit)};
    const auto total = static_cast<double>(picture.histogram.total());
    for (const double share : expectedShares)
        picture.expected.push_back(share * total);
    m_view->setPicture(picture);
    m_view->setToolTip(expectedShares.empty() ? QString()
                                              : tr("The curve shows what the simulator is set to"));
    showLine(*m_outside, outsideText(picture.histogram, m_format));
    showLine(*m_selection, selectionText(insight));
    m_selection->setToolTip(
        tr("Values, intervals and percentiles of long ranges are those of some hundred stretches of 256 "
           "samples, spread evenly over the range. Statistics are always those of all samples."));
}

QString ValuesPanel::selectionText(const RangeInsight& insight) const {
    QStringList parts;
    if (!insight.isExact())
        parts.append(
            tr("From %1 of %2 samples")
                .arg(m_format.compactCount(insight.lookedAt), m_format.compactCount(insight.inRange)));
    if (insight.evicted > 0)
        parts.append(tr("without %1 kept as min/max").arg(m_format.compactCount(insight.evicted)));
    return parts.join(QStringLiteral(", "));
}

QString outsideText(const Histogram& histogram, const NumberFormat& format) {
    QStringList parts;
    if (histogram.below > 0)
        parts.append(ValuesPanel::tr("%1 below").arg(format.compactCount(histogram.below)));
    if (histogram.above > 0)
        parts.append(ValuesPanel::tr("%1 above").arg(format.compactCount(histogram.above)));
    return parts.join(QStringLiteral(" · "));
}

} // namespace rillscope
