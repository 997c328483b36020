// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read/CaptureHistory.h"

#include "core/base/Message.h"
#include "core/capture/read/CaptureReader.h"
#include "core/capture/read/StoredMarks.h"

#include <algorithm>
#include <limits>

namespace rillscope {
namespace {

constexpr qint64 leavesPerChunk = ChannelHistory::leavesPerChunk;
constexpr qint64 leavesAtOnce = 256 * leavesPerChunk;

/// A file has no values for what means nothing; in memory it is all zero.
LeafSummary withoutNothing(LeafSummary leaf) {
    if (leaf.m4.count == 0) {
        leaf.m4 = {};
        leaf.mean = 0.0;
        leaf.squaredDeviations = 0.0;
    }
    return leaf;
}

class HistoryLoader {
public:
    HistoryLoader(CaptureReader& reader, SampleHistory& history, const std::function<bool()>& isCancelled,
                  const std::function<void(qint64 done, qint64 all)>& reportProgress)
        : m_reader(reader), m_history(history), m_isCancelled(isCancelled), m_report(reportProgress) {
        for (const ChannelInfo& info : reader.channels())
            history.addChannel(info);
        m_summarized.resize(static_cast<std::size_t>(reader.channels().size()));
    }

    Result<void> addSummaries() {
        for (std::size_t channel = 0; channel < m_summarized.size(); ++channel) {
            const auto rollups = readRollups(static_cast<int>(channel));
            if (!rollups)
                return tl::unexpected(rollups.error());
            const auto added = addChunks(static_cast<ChannelIndex>(channel), *rollups);
            if (!added)
                return added;
        }
        return {};
    }

    /// Those that the summaries do not stand for.
    Result<void> addSamples() {
        qint64 next = m_reader.info().sampleCount;
        for (const qint64 last : m_summarized)
            next = std::min(next, last);
        std::vector<StoredSample> samples;
        while (true) {
            const auto read = m_reader.readSamples(next + 1, m_reader.info().sampleCount, samples);
            if (!read)
                return read;
            if (samples.empty())
                return {};
            for (const StoredSample& sample : samples) {
                if (sample.id > m_summarized[sample.channel])
                    m_history.append(sample.channel,
                                     {sample.eventTime, sample.value, sample.quality, sample.breakBefore});
            }
            next = samples.back().id;
            if (const auto going = goOn(next); !going)
                return going;
        }
    }

private:
    /// Those of whole chunks, up to the first that is missing or cannot be.
    Result<std::vector<StoredRollup>> readRollups(int channel) {
        std::vector<StoredRollup> all;
        while (true) {
            const auto number = static_cast<qint64>(all.size());
            const auto part = m_reader.readRollups(channel, number, number + leavesAtOnce);
            if (!part && part.error().code != ErrorCode::DamagedFile)
                return tl::unexpected(part.error());
            if (!part || part->empty())
                break;
            const auto wrong = std::find_if(part->begin(), part->end(), [&](const StoredRollup& rollup) {
                return !isPossible(rollup.summary) || rollup.lastId > m_reader.info().sampleCount;
            });
            for (auto rollup = part->begin(); rollup != wrong; ++rollup)
                all.push_back({withoutNothing(rollup->summary), rollup->firstId, rollup->lastId});
            if (wrong != part->end())
                break;
            if (const auto going = goOn(all.back().lastId); !going)
                return tl::unexpected(going.error());
        }
        all.resize(all.size() - all.size() % leavesPerChunk);
        return all;
    }

    Result<void> addChunks(ChannelIndex channel, const std::vector<StoredRollup>& rollups) {
        if (rollups.empty())
            return {};
        StoredMarks::Leaves leaves;
        leaves.reserve(rollups.size());
        for (const StoredRollup& rollup : rollups)
            leaves.emplace_back(rollup.firstId, rollup.lastId);
        auto marks = StoredMarks::read(m_reader, channel, leaves);
        if (!marks)
            return tl::unexpected(marks.error());
        std::array<EvictedLeaf, leavesPerChunk> chunk;
        for (std::size_t leaf = 0; leaf < rollups.size(); ++leaf) {
            const std::size_t place = leaf % leavesPerChunk;
            chunk[place] = {rollups[leaf].summary, marks->take(leaf)};
            if (place + 1 == leavesPerChunk)
                m_history.appendEvicted(channel, chunk);
        }
        m_summarized[channel] = rollups.back().lastId;
        return {};
    }

    Result<void> goOn(qint64 done) const {
        if (m_isCancelled && m_isCancelled())
            return failure(ErrorCode::Cancelled, m_reader.info().path,
                           Message(QT_TRANSLATE_NOOP("Message", "it was stopped")));
        if (m_report)
            m_report(done, m_reader.info().sampleCount);
        return {};
    }

    CaptureReader& m_reader;
    SampleHistory& m_history;
    const std::function<bool()>& m_isCancelled;
    const std::function<void(qint64 done, qint64 all)>& m_report;
    std::vector<qint64> m_summarized; ///< by channel: the id of the last sample that summaries stand for
};

} // namespace

std::shared_ptr<const CaptureIndex> indexOf(const QString& path, const SampleHistory& history) {
    const auto index = std::make_shared<CaptureIndex>();
    for (int channel = 0; channel < history.channelCount(); ++channel)
        index->add(channel, {0, history.channel(channel).size(), path, 0});
    return index;
}

Result<OpenedCapture> openCaptureHistory(const QString& path, const std::function<bool()>& isCancelled,
                                         const std::function<void(qint64 done, qint64 all)>& reportProgress,
                                         qint64 mostInMemory) {
    auto reader = CaptureReader::open(path, isCancelled);
    if (!reader)
        return tl::unexpected(reader.error());
    OpenedCapture opened{reader->info(), std::make_shared<SampleHistory>()};
    HistoryLoader loader(*reader, *opened.history, isCancelled, reportProgress);
    if (opened.info.sampleCount > mostInMemory) {
        if (const auto added = loader.addSummaries(); !added)
            return tl::unexpected(added.error());
    }
    if (const auto added = loader.addSamples(); !added)
        return tl::unexpected(added.error());
    return opened;
}

} // namespace rillscope
