// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/chain/WindowStep.h"

#include "core/process/definition/DefinitionWords.h"

#include <algorithm>

namespace rillscope {
namespace {

/// The time at which a window's result stands in the stream that it makes: the last millisecond that is in
/// it, as Flink SQL's window_time.
Timestamp resultTime(const WindowRow& row) {
    return row.end - std::chrono::milliseconds(1);
}

} // namespace

WindowStep::WindowStep(StepDefinition definition, ChainOutput& output)
    : ChainStep(std::move(definition), output), m_operator(*windowSettingsOf(this->definition().settings)) {}

void WindowStep::addChannel(ChannelIndex channel, const QString& rawName, const ChannelInfo& input) {
    const std::size_t place = output().addWindowSeries({.step = definition().name,
                                                        .channel = rawName,
                                                        .channelIndex = channel,
                                                        .unit = input.unit,
                                                        .aggregates = aggregatesOf(definition().settings)});
    stateFor(m_series, channel) = Series{place, {rawName + u'/' + definition().name, input.unit}};
}

std::optional<ChannelInfo> WindowStep::madeOf(ChannelIndex channel) const {
    if (channel >= m_series.size() || !m_series[channel])
        return std::nullopt;
    return m_series[channel]->made;
}

bool WindowStep::makes(const QString& aggregate) const {
    const QList<Aggregate> computed = aggregatesOf(definition().settings);
    return std::ranges::any_of(computed, [&](Aggregate each) { return aggregateName(each) == aggregate; });
}

void WindowStep::process(const ChainSample& sample) {
    if (sample.channel < m_series.size() && m_series[sample.channel])
        m_operator.add(sample.channel, sample.eventTime, sample.value);
}

void WindowStep::finish(Timestamp now) {
    m_operator.finish(m_rows);
    passOn(now);
}

void WindowStep::addReader(ChainStep* reader, const QString& aggregate) {
    const std::optional<Aggregate> read = valueOf(aggregateWords, aggregate);
    Q_ASSERT(read);
    m_aggregateReaders.push_back({reader, *read});
}

void WindowStep::passOn(Timestamp now) {
    for (const WindowRow& row : m_rows) {
        output().takeWindow(m_series[row.channel]->place, row);
        for (const AggregateReader& reader : m_aggregateReaders)
            reader.step->process({row.channel, resultTime(row), row.value(reader.aggregate), now});
    }
    m_rows.clear();
}

} // namespace rillscope
