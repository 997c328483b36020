// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/write/CaptureBlock.h"

#include <chrono>
#include <ctime>

namespace rillscope::bench {

struct Ingest {
    double samples = 0.0;
    double seconds = 0.0;
    double processorSeconds = 0.0; ///< of the whole process
    double bytes = 0.0;            ///< the file, closed
};

class IngestTimer {
public:
    Ingest stop(qint64 samples) const {
        return {.samples = static_cast<double>(samples),
                .seconds = std::chrono::duration<double>(Clock::now() - m_begin).count(),
                .processorSeconds = static_cast<double>(std::clock() - m_processorBegin) / CLOCKS_PER_SEC,
                .bytes = 0.0};
    }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point m_begin = Clock::now();
    std::clock_t m_processorBegin = std::clock();
};

/// The peers: one table with a row a sample, in SQLite's WAL mode with synchronous=FULL and a commit each
/// 250 ms, without anything else that a capture keeps.
Ingest ingestByPlainSqlite(const std::vector<CaptureBlock>& blocks, const QString& path);
Ingest ingestByQtSql(const std::vector<CaptureBlock>& blocks, const QString& path);

} // namespace rillscope::bench
