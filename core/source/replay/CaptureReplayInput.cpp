// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/replay/CaptureReplayInput.h"

#include "core/base/Message.h"

#include <algorithm>

namespace rillscope {

std::optional<Error> CaptureReplayInput::open() {
    auto reader = CaptureReader::open(m_path);
    if (!reader)
        return reader.error();
    for (const ChannelInfo& channel : reader->channels()) {
        const bool isRaw = channel.kind == ChannelKind::Raw;
        m_places.push_back(isRaw ? static_cast<int>(m_channels.size()) : -1);
        if (isRaw)
            m_channels.append(channel);
    }
    m_lastId = reader->info().sampleCount;
    m_reader.emplace(std::move(*reader));
    return std::nullopt;
}

bool CaptureReplayInput::readRow(SampleBlock& row) {
    for (; m_next < m_samples.size(); ++m_next) {
        const StoredSample& sample = m_samples[m_next];
        const int place = m_places[sample.channel];
        if (place < 0)
            continue;
        row.channels = m_channels;
        row.append({static_cast<ChannelIndex>(place), sample.eventTime, sample.value,
                    sample.quality & QualityFlag::FarFuture});
        m_hasSamples = true;
        ++m_next;
        return true;
    }
    return false;
}

void CaptureReplayInput::readMore() {
    m_next = 0;
    m_samples.clear();
    if (m_readId < m_lastId) {
        if (const auto read = m_reader->readSamples(m_readId + 1, m_lastId, m_samples); !read) {
            m_readError = read.error();
            m_samples.clear();
        }
    }
    m_isAtEnd = m_samples.empty();
    if (!m_isAtEnd)
        m_readId = m_samples.back().id;
}

double CaptureReplayInput::progress() const {
    const qint64 read = m_readId - static_cast<qint64>(m_samples.size() - m_next);
    return static_cast<double>(read) / static_cast<double>(std::max<qint64>(m_lastId, 1));
}

std::optional<Error> CaptureReplayInput::verdict() const {
    if (m_readError || m_hasSamples)
        return m_readError;
    return Error{ErrorCode::EmptyInput, m_path,
                 Message(QT_TRANSLATE_NOOP("Message", "the recording holds no samples of a source"))};
}

} // namespace rillscope
