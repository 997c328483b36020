// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ResultLayers.h"

#include <QMap>

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

/// `share` of `over`, the rest `under`.
QColor mixed(const QColor& under, const QColor& over, float share) {
    const auto mix = [share](float low, float high) { return low + (high - low) * share; };
    return QColor::fromRgbF(mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()),
                            mix(under.blueF(), over.blueF()));
}

} // namespace

ResultLayers::ResultLayers(QGraphicsItem* parent)
    : m_rowsItem(std::make_unique<WindowRowsItem>(parent))
    , m_shadesItem(std::make_unique<AlarmShadesItem>(parent)) {}

void ResultLayers::clear() {
    m_layers.clear();
    setResults(PipelineResults());
}

void ResultLayers::setResults(PipelineResults results) {
    const bool areAlarmsSame = results.alarms.occurrences().isSharedWith(m_results.alarms.occurrences());
    m_results = std::move(results);
    if (!areAlarmsSame)
        m_shades.setAlarms(m_results.alarms, m_hiddenChannels);
    if (m_layers.size() != static_cast<std::size_t>(m_results.windows.series().size()))
        chooseSeries();
    m_hasNews = true;
}

void ResultLayers::setWindowSteps(std::optional<QStringList> steps) {
    m_steps = std::move(steps);
    chooseSeries();
}

void ResultLayers::setHiddenChannels(const QSet<QString>& channels) {
    m_hiddenChannels = channels;
    m_shades.setAlarms(m_results.alarms, channels);
    chooseSeries();
}

void ResultLayers::setPalette(const ChartPalette& palette) {
    m_palette = palette;
    m_shadesItem->setPalette(palette);
    m_isChanged = true;
}

bool ResultLayers::showsStep(const WindowSeriesInfo& info) const {
    return (!m_steps || m_steps->contains(info.step)) && !m_hiddenChannels.contains(info.channel);
}

/// A step that was changed goes on in another series: what it made before stays in view beside it.
void ResultLayers::chooseSeries() {
    const QList<WindowSeries>& series = m_results.windows.series();
    m_layers.resize(static_cast<std::size_t>(series.size()));
    QMap<QString, QStringList> stepsOfChannel;
    for (qsizetype i = 0; i < series.size(); ++i) {
        const WindowSeriesInfo& info = series.at(i).info();
        QStringList& steps = stepsOfChannel[info.channel];
        if (!steps.contains(info.step))
            steps.append(info.step);
        Layer& layer = m_layers[static_cast<std::size_t>(i)];
        layer.isShown = showsStep(info);
        layer.rank = static_cast<int>(steps.indexOf(info.step));
    }
    m_isChanged = true;
    m_hasNews = true;
}

bool ResultLayers::query(const ColumnGrid& grid, std::optional<Timestamp> heldAt, Timestamp now) {
    m_grid = grid;
    m_hasNews = false;
    bool isChanged = std::exchange(m_isChanged, false);
    const Timestamp limit = heldAt.value_or(Timestamp::max());
    qsizetype budget = mostRows;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        Layer& layer = m_layers[i];
        if (layer.isShown)
            isChanged |= layer.spans.update(m_results.windows.series().at(static_cast<qsizetype>(i)), grid,
                                            limit, budget);
    }
    AlarmPicture picture = m_shades.picture(grid, std::min(limit, now));
    if (picture != m_picture) {
        m_picture = std::move(picture);
        isChanged = true;
    }
    return isChanged;
}

bool ResultLayers::isPending() const {
    return std::any_of(m_layers.begin(), m_layers.end(),
                       [](const Layer& layer) { return layer.isShown && !layer.spans.isComplete(); });
}

void ResultLayers::draw(PlotMapping mapping, Unit unit) {
    std::vector<WindowRowsItem::Series> series;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const auto index = static_cast<qsizetype>(i);
        if (!m_layers[i].isShown || m_layers[i].spans.spans().empty())
            continue;
        const WindowSeriesInfo& info = m_results.windows.series().at(index).info();
        mapping.unit = info.unit == Unit::None ? Unit::None : unit;
        const QColor color = m_palette.seriesPen(info.channelIndex).color();
        series.push_back(WindowRowsItem::makeSeries(m_layers[i].spans.spans(), m_grid, mapping));
        series.back().bandColor = color;
        series.back().lineColor = lineColor(color, m_layers[i].rank);
    }
    m_rowsItem->setSeries(std::move(series), mapping.area);
    m_shadesItem->setPicture(m_picture, m_grid, mapping.area);
}

/// The channel's colour, darker (on a dark ground lighter) than its line, or paler, so that both are told
/// apart.
QColor ResultLayers::lineColor(const QColor& color, int rank) const {
    static constexpr std::array towardsText{0.45F, 0.0F, 0.7F};
    const float share = towardsText[static_cast<std::size_t>(rank) % towardsText.size()];
    return share == 0.0F ? mixed(color, m_palette.surface, 0.4F) : mixed(color, m_palette.text, share);
}

} // namespace rillscope
