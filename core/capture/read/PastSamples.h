// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/capture/CaptureIndex.h"
#include "core/history/SampleHistory.h"

#include <functional>
#include <vector>

namespace rillscope {

class CaptureReader;
struct StoredSample;

/// A chunk of a history that lacks its samples.
struct MissingChunk {
    ChannelIndex channel = 0;
    std::int64_t chunk = 0;
    friend auto operator<=>(const MissingChunk&, const MissingChunk&) = default;
};

/// Reads the samples of evicted chunks back from captures, in one pass over each stretch of a file, however
/// many channels have a part in it. Thread: any, one at a time; the history may grow meanwhile, the files may
/// be being written.
class PastSamples {
public:
    /// Gets each chunk as soon as it is complete.
    using Take = std::function<void(SampleHistory::Restorable)>;

    PastSamples(const SampleHistory& history, const CaptureIndex& index, std::function<bool()> isCancelled,
                Take take);
    ~PastSamples();

    /// Chunks that are not in files, or not yet, are passed over. Errors: those of CaptureReader, the first
    /// if there are several, when all that can be read has been; DamagedFile when samples are not those that
    /// were evicted.
    Result<void> read(const std::vector<MissingChunk>& chunks);
    /// Those of the last read() that were found not to be readable.
    const std::vector<MissingChunk>& unreadable() const { return m_unreadable; }

private:
    struct Columns;
    struct Chunk;
    struct Piece;

    void findPieces(const MissingChunk& missing);
    Result<void> readFile(const QString& path);
    Result<void> locate(CaptureReader& reader, qint64 newestId, Piece& piece) const;
    Result<void> scan(CaptureReader& reader, const std::vector<Piece*>& pieces, qint64 lastId);
    void add(Piece& piece, const StoredSample& sample);
    void finish(Chunk& chunk, const QString& path);
    void noteFailure(const Error& error);

    const SampleHistory& m_history;
    const CaptureIndex& m_index;
    const std::function<bool()> m_isCancelled;
    const Take m_take;
    std::vector<std::unique_ptr<Chunk>> m_chunks;
    std::vector<Piece> m_pieces;
    std::vector<MissingChunk> m_unreadable;
    std::optional<Error> m_error;
};

} // namespace rillscope
