// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/chain/ProcessingChain.h"

#include "core/process/chain/FilterStep.h"
#include "core/process/definition/DefinitionWords.h"
#include "core/process/definition/NamePattern.h"
#include "core/process/definition/StepReference.h"

#include <algorithm>
#include <utility>

namespace rillscope {

void ProcessingChain::setDefinition(const PipelineDefinition& definition) {
    if (definition == m_definition)
        return;
    const bool isSameTime = definition.eventTime == m_definition.eventTime;
    m_definition = definition;
    m_checks.setDefinition(definition);
    std::vector<std::unique_ptr<ChainStep>> before = std::exchange(m_steps, {});
    if (!isSameTime) {
        restartWatermark();
        // Windows by another watermark are other windows.
        std::erase_if(before, [this](const auto& step) {
            countWindows(*step);
            return dynamic_cast<WindowStep*>(step.get()) != nullptr;
        });
    }
    buildSteps(std::move(before));
}

void ProcessingChain::beginStream(SourceTime sourceTime) {
    m_sourceTime = sourceTime;
    m_stream = 0;
    m_newestEventTime.reset();
    restartWatermark();
    m_checks.reset();
    for (const auto& step : m_steps)
        countWindows(*step);
    m_steps.clear();
    buildSteps({});
}

void ProcessingChain::restartWatermark() {
    m_watermark.reset();
    if (m_definition.eventTime.outOfOrderness)
        m_watermark.emplace(m_definition.eventTime);
}

void ProcessingChain::buildSteps(std::vector<std::unique_ptr<ChainStep>> before) {
    m_rawReaders.clear();
    m_differences.clear();
    m_windows.clear();
    m_alarms.clear();
    m_leftOut.clear();
    QStringList fresh; // a step that reads one of these starts afresh, too
    for (const StepDefinition& definition : std::as_const(m_definition.steps)) {
        if (!hasInput(definition)) {
            if (definition.enabled)
                m_leftOut.append({definition.name, definition.of});
            continue;
        }
        const QString source = StepReference::read(definition.of).step;
        const auto same = std::ranges::find_if(
            before, [&](const auto& step) { return step && step->definition() == definition; });
        std::unique_ptr<ChainStep> step;
        if (same != before.end() && !fresh.contains(source)) {
            step = std::move(*same);
            step->removeReaders();
        } else {
            step = makeStep(definition);
            fresh.append(definition.name);
        }
        if (!step)
            continue;
        m_steps.push_back(std::move(step));
        wire(m_steps.back().get());
    }
    for (const auto& step : before) {
        if (step)
            countWindows(*step);
    }
}

/// Whether what the step reads is at work by now, and makes what the step wants of it.
bool ProcessingChain::hasInput(const StepDefinition& definition) const {
    if (definition.of.isEmpty())
        return true;
    const StepReference source = StepReference::read(definition.of);
    const ChainStep* step = find(source.step);
    return step && step->makes(source.aggregate);
}

std::unique_ptr<ChainStep> ProcessingChain::makeStep(const StepDefinition& definition) const {
    if (!definition.enabled)
        return nullptr;
    std::unique_ptr<ChainStep> step;
    switch (groupOf(definition.settings)) {
    case StepGroup::QualityRule:
        return nullptr; // see QualityChecks
    case StepGroup::Filter:
        if (std::holds_alternative<ChannelDifference>(definition.settings))
            step = std::make_unique<DifferenceStep>(definition, m_output);
        else
            step = std::make_unique<FilterStep>(definition, m_output);
        break;
    case StepGroup::Window:
        if (!m_watermark || windowMistake(*windowSettingsOf(definition.settings)))
            return nullptr;
        step = std::make_unique<WindowStep>(definition, m_output);
        break;
    case StepGroup::Alarm:
        step = std::make_unique<AlarmStep>(definition, m_output);
        break;
    }
    for (const RawChannel& channel : m_channels)
        addChannelTo(*step, channel);
    return step;
}

ChainStep* ProcessingChain::find(const QString& name) const {
    const auto found =
        std::ranges::find_if(m_steps, [&](const auto& step) { return step->definition().name == name; });
    return found == m_steps.end() ? nullptr : found->get();
}

void ProcessingChain::wire(ChainStep* step) {
    const StepReference source = StepReference::read(step->definition().of);
    if (source.step.isEmpty())
        m_rawReaders.push_back(step);
    else
        find(source.step)->addReader(step, source.aggregate);
    if (auto* difference = dynamic_cast<DifferenceStep*>(step))
        m_differences.push_back(difference);
    if (auto* window = dynamic_cast<WindowStep*>(step))
        m_windows.push_back(window);
    if (auto* alarm = dynamic_cast<AlarmStep*>(step))
        m_alarms.push_back(alarm);
}

void ProcessingChain::addChannel(ChannelIndex index, const ChannelInfo& info) {
    m_channels.push_back({index, info});
    m_checks.addChannel(index, info);
    // An earlier step learns of the channel before those that read it.
    for (const auto& step : m_steps)
        addChannelTo(*step, m_channels.back());
}

void ProcessingChain::addChannelTo(ChainStep& step, const RawChannel& channel) const {
    if (!matchesPattern(step.definition().channels, channel.info.name))
        return;
    const QString source = StepReference::read(step.definition().of).step;
    if (source.isEmpty()) {
        step.addChannel(channel.index, channel.info.name, channel.info);
        return;
    }
    if (const std::optional<ChannelInfo> made = find(source)->madeOf(channel.index))
        step.addChannel(channel.index, channel.info.name, *made);
}

Quality ProcessingChain::judge(const Sample& sample, Timestamp arrival) {
    // What became idle before this sample came does not judge it, whenever time was last passed.
    if (m_watermark && m_definition.eventTime.idleTimeout) {
        m_watermark->passTime(arrival);
        advanceWindows(timeOf(sample, arrival));
    }
    // A recording may say itself that a sample was not believed when it was made.
    const bool isFar = sample.quality.testFlag(QualityFlag::FarFuture) ||
                       isFarFuture(sample.eventTime, arrival, m_definition.eventTime, m_sourceTime);
    Quality quality = isFar ? m_checks.judgeValue(sample.channel, sample.value) | QualityFlag::FarFuture
                            : m_checks.judge(sample.channel, sample.eventTime, sample.value);
    if (sample.quality.testFlag(QualityFlag::NoValue)) // that says enough
        quality.setFlag(QualityFlag::NotANumber, false);
    if (!isFar && m_watermark && m_watermark->isLate(sample.eventTime))
        quality |= QualityFlag::Late;
    return quality;
}

Timestamp ProcessingChain::timeOf(const Sample& sample, Timestamp arrival) const {
    return m_sourceTime == SourceTime::Live ? arrival : m_newestEventTime.value_or(sample.eventTime);
}

void ProcessingChain::process(const Sample& sample, Timestamp arrival) {
    if (sample.quality.testFlag(QualityFlag::FarFuture))
        return;
    m_newestEventTime = std::max(m_newestEventTime.value_or(sample.eventTime), sample.eventTime);
    const Timestamp now = timeOf(sample, arrival);
    const ChainSample next{sample.channel, sample.eventTime, sample.value, now};
    for (ChainStep* reader : m_rawReaders)
        reader->process(next);
    if (!m_differences.empty()) {
        const auto channel = std::ranges::find(m_channels, sample.channel, &RawChannel::index);
        for (DifferenceStep* difference : m_differences) {
            if (channel->info.name == difference->subtrahendName())
                difference->processSubtrahend(next);
        }
    }
    if (!m_watermark)
        return;
    m_watermark->observe(sample.channel, sample.eventTime, arrival, m_stream);
    advanceWindows(now);
}

void ProcessingChain::advanceWindows(Timestamp now) {
    for (WindowStep* window : m_windows)
        window->advance(m_watermark->watermark(), now);
}

void ProcessingChain::passTime(Timestamp now) {
    for (AlarmStep* alarm : m_alarms)
        alarm->passTime(now);
    if (!m_watermark)
        return;
    m_watermark->passTime(now);
    advanceWindows(now);
}

bool ProcessingChain::needsTime() const {
    if (m_sourceTime != SourceTime::Live)
        return false;
    const bool hasStaleAlarm = std::ranges::any_of(m_alarms, [](const AlarmStep* alarm) {
        return std::get<AlarmRule>(alarm->definition().settings).condition == AlarmCondition::Stale;
    });
    return hasStaleAlarm || (m_watermark && m_definition.eventTime.idleTimeout);
}

void ProcessingChain::endOneStream(std::size_t stream, const std::vector<ChannelIndex>& channels,
                                   Timestamp now) {
    if (!m_watermark)
        return;
    m_watermark->endStream(stream, channels);
    advanceWindows(m_sourceTime == SourceTime::Live ? now : m_newestEventTime.value_or(now));
}

void ProcessingChain::endStream() {
    const Timestamp now = m_newestEventTime.value_or(Timestamp());
    // In their order, so that what a filter still passes on is in the windows that read it.
    for (const auto& step : m_steps)
        step->finish(now);
    m_watermark.reset();
}

void ProcessingChain::countWindows(const ChainStep& step) {
    const auto* window = dynamic_cast<const WindowStep*>(&step);
    if (!window)
        return;
    m_earlierCounts.emitted += window->windows().emittedCount();
    m_earlierCounts.lateDropped += window->windows().lateDroppedCount();
    m_earlierCounts.firedEarly += window->windows().firedEarlyCount();
}

WindowCounts ProcessingChain::windowCounts() const {
    WindowCounts counts = m_earlierCounts;
    for (const WindowStep* window : m_windows) {
        counts.emitted += window->windows().emittedCount();
        counts.lateDropped += window->windows().lateDroppedCount();
        counts.firedEarly += window->windows().firedEarlyCount();
    }
    return counts;
}

std::optional<Timestamp> ProcessingChain::watermark() const {
    if (!m_watermark || m_watermark->watermark() == beforeAllTime)
        return std::nullopt;
    return toTimestamp(m_watermark->watermark());
}

} // namespace rillscope
