// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/RollupRows.h"

#include "core/history/LeafSummary.h"

namespace rillscope {

static_assert(rollupSamples == FlagColumn::leafSize);
static_assert(lineBreakBit == FlagColumn::breakFlag, "what is summarized is what the history summarizes");

Result<RollupRows> RollupRows::make(Database& database) {
    auto statement = database.prepare("INSERT INTO rollups VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    if (!statement)
        return tl::unexpected(statement.error());
    RollupRows rows;
    rows.m_statement = std::move(*statement);
    return rows;
}

Result<void> RollupRows::add(const PackedSample& sample, std::int64_t id) {
    if (sample.channel >= m_channels.size())
        m_channels.resize(sample.channel + std::size_t{1});
    std::unique_ptr<Open>& open = m_channels[sample.channel];
    if (!open)
        open = std::make_unique<Open>();
    const auto place = static_cast<std::size_t>(open->count);
    if (place == 0)
        open->firstSample = id;
    open->times[place] = sample.time;
    open->values[place] = sample.value;
    open->flags[place] = sample.quality;
    if (++open->count < rollupSamples)
        return {};
    return write(sample.channel, *open, id);
}

std::int64_t RollupRows::sampleCount(ChannelIndex channel) const {
    if (channel >= m_channels.size() || !m_channels[channel])
        return 0;
    return m_channels[channel]->number * rollupSamples + m_channels[channel]->count;
}

Result<void> RollupRows::write(ChannelIndex channel, Open& open, std::int64_t lastSample) {
    const LeafSummary leaf =
        summarizeLeaf(open.times.data(), open.values.data(), open.flags.data(), rollupSamples);
    const M4& m4 = leaf.m4; // all zero without a finite sample
    int parameter = 0;
    const auto bind = [this, &parameter](auto value) { m_statement.bind(++parameter, value); };
    const auto bindValue = [this, &parameter, &m4](double value) {
        if (m4.count > 0)
            m_statement.bind(++parameter, value);
        else
            m_statement.bindNull(++parameter);
    };
    bind(std::int64_t{channel});
    bind(open.number);
    bind(open.firstSample);
    bind(lastSample);
    bind(leaf.earliest);
    bind(leaf.latest);
    bind(m4.count);
    bind(m4.firstTime);
    bindValue(m4.firstValue);
    bind(m4.lastTime);
    bindValue(m4.lastValue);
    bind(m4.minimumTime);
    bindValue(m4.minimum);
    bind(m4.maximumTime);
    bindValue(m4.maximum);
    bindValue(leaf.mean);
    bindValue(leaf.squaredDeviations);
    bind(std::int64_t{(m4.count > 0 && m4.breakBefore ? 1 : 0) | (leaf.breaksInside ? 2 : 0) |
                      (leaf.isPlain ? 4 : 0)});
    open.count = 0;
    ++open.number;
    return m_statement.run();
}

} // namespace rillscope
