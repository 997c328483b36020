// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/StatisticsPanel.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/FigureTable.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

QString withUnit(const QString& figures, Unit unit) {
    return unit == Unit::None ? figures : QStringLiteral("%1 %2").arg(figures, unitSymbol(unit));
}

} // namespace

StatisticsPanel::StatisticsPanel(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("statisticsPanel"));
    setAccessibleName(tr("Statistics"));
    auto* cards = new QVBoxLayout(this);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(10);
    m_visibleRange = addCard(tr("Visible range"), QStringLiteral("visibleRange"));
    m_all = addCard(tr("All samples"), QStringLiteral("allSamples"));
    m_percentiles = m_visibleRange.table->addRow(
        QStringLiteral("visibleRangePercentiles"), tr("p50 · p90 · p99"),
        tr("The values that 50 %, 90 % and 99 % of the visible samples are not above"),
        QStringLiteral("888.8 · 888.8 · 888.8"));
    setStatistics({}, {}, Unit::Celsius);
    setPercentiles({});
}

StatisticsPanel::Figures StatisticsPanel::addCard(const QString& title, const QString& prefix) {
    auto* card = new Card(title, this);
    card->setObjectName(prefix);
    card->setAccessibleName(title);
    auto* table = new FigureTable(card);
    card->content()->addWidget(table);
    card->setFoldable();
    layout()->addWidget(card);
    return {
        table,
        table->addRow(prefix + QStringLiteral("Samples"), tr("Samples"),
                      tr("How many finite values there are"), QStringLiteral("888,888")),
        table->addRow(prefix + QStringLiteral("Mean"), tr("Mean ± sd"),
                      tr("Arithmetic mean and standard deviation of the sample (n − 1)"),
                      QStringLiteral("888.88 ± 88.88 °F")),
        table->addRow(prefix + QStringLiteral("Extremes"), tr("Min · max"),
                      tr("The lowest and the highest value"), QStringLiteral("−88.88 · 888.88 °F")),
    };
}

void StatisticsPanel::setStatistics(const RunningStatistics& visibleRange, const RunningStatistics& all,
                                    Unit unit) {
    showFigures(m_visibleRange, visibleRange, unit);
    showFigures(m_all, all, unit);
}

void StatisticsPanel::setPercentiles(const RangeInsight& visibleRange) {
    const Spread& values = visibleRange.values;
    if (values.statistics.count() == 0)
        return m_percentiles->setFigure(QStringLiteral("–"));
    const double minimum = values.statistics.minimum();
    const double maximum = values.statistics.maximum();
    const double largest = std::max(std::abs(minimum), std::abs(maximum));
    // Three of them share a row.
    const int decimals = std::max(0, NumberFormat::decimalsFor(maximum - minimum, largest) - 1);
    const auto number = [&](double value) {
        return largest < 1e5 ? m_format.number(value, decimals) : m_format.shortNumber(value);
    };
    m_percentiles->setFigure(
        QStringLiteral("%1 · %2 · %3")
            .arg(number(values.median), number(values.ninetieth), number(values.ninetyNinth)));
}

void StatisticsPanel::showFigures(const Figures& figures, const RunningStatistics& statistics,
                                  Unit unit) const {
    figures.samples->setFigure(m_format.compactCount(statistics.count()));
    if (statistics.count() == 0) {
        figures.mean->setFigure(QStringLiteral("–"));
        figures.extremes->setFigure(QStringLiteral("–"));
        return;
    }
    const double minimum = fromCelsius(statistics.minimum(), unit);
    const double maximum = fromCelsius(statistics.maximum(), unit);
    const int decimals =
        NumberFormat::decimalsFor(maximum - minimum, std::max(std::abs(minimum), std::abs(maximum)));
    const auto number = [&](double value) { return m_format.number(value, decimals); };

    QString mean = number(fromCelsius(statistics.mean(), unit));
    const double deviation = convertDifference(statistics.standardDeviation(), unit);
    if (!std::isnan(deviation))
        mean = QStringLiteral("%1 ± %2").arg(mean, number(deviation));
    figures.mean->setFigure(withUnit(mean, unit));
    figures.extremes->setFigure(
        withUnit(QStringLiteral("%1 · %2").arg(number(minimum), number(maximum)), unit));
}

} // namespace rillscope
