// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read/PastSamples.h"

#include "core/base/Message.h"
#include "core/capture/CaptureSchema.h"
#include "core/capture/read/CaptureReader.h"

#include <algorithm>
#include <array>
#include <set>

namespace rillscope {

struct PastSamples::Columns {
    std::array<std::int64_t, ChannelHistory::chunkSize> times;
    std::array<double, ChannelHistory::chunkSize> values;
    std::array<std::uint16_t, ChannelHistory::chunkSize> flags;
};

struct PastSamples::Chunk {
    MissingChunk place;
    std::unique_ptr<Columns> columns; ///< from the first sample to the last
    std::int64_t filled = 0;
    bool isRead = false;
};

/// What one file has of a chunk; samples are numbered in the channel and the file, from 0.
struct PastSamples::Piece {
    Chunk* chunk = nullptr;
    QString path;
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::int64_t offset = 0; ///< of `begin` in the chunk
    // Where to look for it.
    qint64 firstId = 0;
    qint64 lastId = 0;
    std::int64_t next = 0; ///< the number of the next sample of the channel, from firstId on
};

PastSamples::PastSamples(const SampleHistory& history, const CaptureIndex& index,
                         std::function<bool()> isCancelled, Take take)
    : m_history(history), m_index(index), m_isCancelled(std::move(isCancelled)), m_take(std::move(take)) {}

PastSamples::~PastSamples() = default;

Result<void> PastSamples::read(const std::vector<MissingChunk>& chunks) {
    m_chunks.clear();
    m_pieces.clear();
    m_unreadable.clear();
    m_error.reset();
    for (const MissingChunk& missing : chunks)
        findPieces(missing);
    std::set<QString> paths;
    for (const Piece& piece : m_pieces)
        paths.insert(piece.path);
    for (const QString& path : paths) {
        if (const auto read = readFile(path); !read)
            noteFailure(read.error());
    }
    if (m_error && m_error->code == ErrorCode::Cancelled)
        return tl::unexpected(*m_error);
    for (const auto& chunk : m_chunks) {
        if (!chunk->isRead)
            m_unreadable.push_back(chunk->place);
    }
    if (m_error)
        return tl::unexpected(*m_error);
    return {};
}

void PastSamples::findPieces(const MissingChunk& missing) {
    const std::int64_t begin = missing.chunk * ChannelHistory::chunkSize;
    const std::int64_t end = begin + ChannelHistory::chunkSize;
    auto chunk = std::make_unique<Chunk>();
    chunk->place = missing;
    std::vector<Piece> pieces;
    std::int64_t found = 0;
    for (const CaptureSegment& segment : m_index.segments(missing.channel)) {
        const std::int64_t from = std::max(begin, segment.historyBegin);
        const std::int64_t to = std::min(end, segment.historyEnd);
        if (from >= to)
            continue;
        const std::int64_t inFile = segment.fileBegin - segment.historyBegin;
        pieces.push_back({chunk.get(), segment.path, from + inFile, to + inFile, from - begin});
        found += to - from;
    }
    if (found != ChannelHistory::chunkSize)
        return;
    m_pieces.insert(m_pieces.end(), pieces.begin(), pieces.end());
    m_chunks.push_back(std::move(chunk));
}

Result<void> PastSamples::readFile(const QString& path) {
    auto reader = CaptureReader::open(path, m_isCancelled);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto last = reader->lastId();
    if (!last)
        return tl::unexpected(last.error());
    std::vector<Piece*> pieces;
    for (Piece& piece : m_pieces) {
        if (piece.path != path)
            continue;
        if (const auto located = locate(*reader, *last, piece); !located)
            return located;
        pieces.push_back(&piece);
    }
    std::sort(pieces.begin(), pieces.end(),
              [](const Piece* a, const Piece* b) { return a->firstId < b->firstId; });
    // Neighbours are one stretch, even with a little in between.
    for (auto begin = pieces.begin(); begin != pieces.end();) {
        qint64 stretchEnd = (*begin)->lastId;
        auto end = begin + 1;
        for (; end != pieces.end() && (*end)->firstId <= stretchEnd + CaptureReader::batchSize; ++end)
            stretchEnd = std::max(stretchEnd, (*end)->lastId);
        if (const auto read = scan(*reader, {begin, end}, stretchEnd); !read)
            return read;
        begin = end;
    }
    return {};
}

/// By the rollups, where there are some already.
Result<void> PastSamples::locate(CaptureReader& reader, qint64 newestId, Piece& piece) const {
    const int channel = piece.chunk->place.channel;
    std::int64_t leaf = piece.begin / rollupSamples;
    const std::int64_t leafEnd = (piece.end - 1) / rollupSamples + 1;
    auto rollups = reader.readRollups(channel, leaf, leafEnd);
    if (!rollups)
        return tl::unexpected(rollups.error());
    piece.next = leaf * rollupSamples;
    piece.lastId =
        static_cast<std::int64_t>(rollups->size()) == leafEnd - leaf ? rollups->back().lastId : newestId;
    if (!rollups->empty()) {
        piece.firstId = rollups->front().firstId;
        return {};
    }
    piece.firstId = 1;
    if (leaf == 0)
        return {};
    rollups = reader.readRollups(channel, leaf - 1, leaf);
    if (!rollups)
        return tl::unexpected(rollups.error());
    if (rollups->empty())
        return reader.damaged(Message(QT_TRANSLATE_NOOP("Message", "rollup %1 of channel %2 is missing"),
                                      QString::number(leaf - 1), QString::number(channel)));
    piece.firstId = rollups->front().lastId + 1;
    return {};
}

/// `pieces` are in the order of their first ids.
Result<void> PastSamples::scan(CaptureReader& reader, const std::vector<Piece*>& pieces, qint64 lastId) {
    std::vector<std::vector<Piece*>> byChannel(maxChannels);
    for (Piece* const piece : pieces)
        byChannel[piece->chunk->place.channel].push_back(piece);
    std::vector<std::size_t> current(maxChannels); // of each channel the first piece that is not complete
    std::vector<StoredSample> samples;
    for (qint64 id = pieces.front()->firstId; id <= lastId; id = samples.back().id + 1) {
        if (const auto read = reader.readSamples(id, lastId, samples); !read)
            return read;
        if (samples.empty())
            return {};
        for (const StoredSample& sample : samples) {
            const auto& ofChannel = byChannel[sample.channel];
            std::size_t& first = current[sample.channel];
            for (std::size_t i = first; i < ofChannel.size() && ofChannel[i]->firstId <= sample.id; ++i)
                add(*ofChannel[i], sample);
            while (first < ofChannel.size() && ofChannel[first]->next >= ofChannel[first]->end)
                ++first;
        }
    }
    return {};
}

void PastSamples::add(Piece& piece, const StoredSample& sample) {
    const std::int64_t number = piece.next++;
    if (number < piece.begin || number >= piece.end)
        return;
    Chunk& chunk = *piece.chunk;
    if (!chunk.columns)
        chunk.columns = std::make_unique<Columns>();
    const auto place = static_cast<std::size_t>(piece.offset + number - piece.begin);
    chunk.columns->times[place] = toNanoseconds(sample.eventTime);
    chunk.columns->values[place] = sample.value;
    chunk.columns->flags[place] = static_cast<std::uint16_t>(
        sample.quality.toInt() | (sample.breakBefore ? static_cast<Quality::Int>(lineBreakBit) : 0));
    if (++chunk.filled == ChannelHistory::chunkSize)
        finish(chunk, piece.path);
}

void PastSamples::finish(Chunk& chunk, const QString& path) {
    const auto columns = std::move(chunk.columns);
    auto packed =
        m_history.channel(chunk.place.channel)
            .pack(chunk.place.chunk, columns->times.data(), columns->values.data(), columns->flags.data());
    if (!packed) {
        noteFailure({ErrorCode::DamagedFile, path,
                     Message(QT_TRANSLATE_NOOP(
                         "Message", "samples in it are not those that its summaries were made of"))});
        return;
    }
    chunk.isRead = true;
    m_take({chunk.place.channel, chunk.place.chunk, std::move(packed)});
}

void PastSamples::noteFailure(const Error& error) {
    if (!m_error || error.code == ErrorCode::Cancelled)
        m_error = error;
}

} // namespace rillscope
