// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/PastDetail.h"

namespace rillscope {
namespace {

/// Between a move of the chart and the question: a wheel is turned in many small steps.
constexpr std::chrono::milliseconds patience{100};

} // namespace

PastDetail::PastDetail(const LiveChartView& chart) : m_chart(chart), m_timer(this) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(patience);
    connect(&m_timer, &QTimer::timeout, this, &PastDetail::ask);
    connect(&chart, &LiveChartView::refreshed, this, &PastDetail::askSoon);
}

void PastDetail::setSource(PastSource source) {
    m_timer.stop();
    m_reader.reset();
    m_asked = {};
    m_source = std::move(source);
    if (!m_source.index)
        return;
    m_reader = std::make_unique<PastReader>(m_source);
    connect(m_reader.get(), &PastReader::failed, this, &PastDetail::failed);
    askSoon();
}

void PastDetail::askSoon() {
    if (m_reader && m_source.history->evictedCount() > 0 && !m_timer.isActive())
        m_timer.start();
}

void PastDetail::ask() {
    if (m_chart.history() != m_source.history)
        return;
    const PastWish now = wish();
    const std::int64_t evicted = m_source.history->evictedCount();
    if (now == m_asked && evicted == m_evictedWhenAsked)
        return;
    m_asked = now;
    m_evictedWhenAsked = evicted;
    const auto full = m_source.history->fullResolutionFrom();
    if (full && now.begin < *full)
        m_reader->ask(now);
}

PastWish PastDetail::wish() const {
    const PlotMapping& mapping = m_chart.mapping();
    PastWish wish;
    for (int channel = 0; channel < m_chart.channelCount(); ++channel) {
        if (m_chart.isChannelVisible(channel))
            wish.channels.append(channel);
    }
    wish.begin = mapping.begin;
    wish.end = mapping.end;
    wish.columnWidth = m_chart.columnWidth();
    return wish;
}

} // namespace rillscope
