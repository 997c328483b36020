// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/RecordedStreams.h"

#include <algorithm>
#include <utility>

namespace rillscope {

QString RecordedStream::recordedName(const QString& name) const {
    return beginning.prefix.isEmpty() ? name : beginning.prefix + u'/' + name;
}

std::vector<ChannelIndex> RecordedStream::recordedChannels() const {
    std::vector<ChannelIndex> recorded;
    for (const StreamChannel& each : channels) {
        if (each.channel)
            recorded.push_back(*each.channel);
    }
    return recorded;
}

RecordedStream& RecordedStreams::begin(StreamBeginning beginning, std::unique_ptr<CreditGate> credit) {
    Q_ASSERT(!find(beginning.number));
    auto stream = std::make_unique<RecordedStream>();
    stream->watermarkInput = freeWatermarkInput();
    stream->source = placeOf(beginning);
    m_latest = beginning;
    stream->beginning = std::move(beginning);
    stream->credit = std::move(credit);
    m_running.push_back(std::move(stream));
    return *m_running.back();
}

RecordedStream* RecordedStreams::find(int number) const {
    const auto found =
        std::ranges::find_if(m_running, [&](const auto& each) { return each->beginning.number == number; });
    return found == m_running.end() ? nullptr : found->get();
}

void RecordedStreams::end(int number) {
    std::erase_if(m_running, [&](const auto& each) { return each->beginning.number == number; });
    if (!m_running.empty())
        m_latest = m_running.back()->beginning;
}

void RecordedStreams::addToAccount(const RecordedStream& stream, const Account& before, const Account& now) {
    m_sources[stream.source].account.addDifference(before, now);
}

std::size_t RecordedStreams::freeWatermarkInput() const {
    std::size_t input = 0;
    while (std::ranges::any_of(m_running, [&](const auto& each) { return each->watermarkInput == input; }))
        ++input;
    return input;
}

qsizetype RecordedStreams::placeOf(const StreamBeginning& beginning) {
    const auto isSame = [&](const SourceAccount& each) {
        return each.uri == beginning.uri && each.prefix == beginning.prefix;
    };
    const auto found = std::ranges::find_if(m_sources, isSame);
    if (found != m_sources.end())
        return found - m_sources.begin();
    m_sources.append({beginning.uri, beginning.prefix, {}, {}});
    return m_sources.size() - 1;
}

} // namespace rillscope
