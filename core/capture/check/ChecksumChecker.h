// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/SampleChecksum.h"
#include "core/capture/read/CaptureReader.h"

#include <optional>

namespace rillscope {

/// Makes the checksums of a capture again from its samples, which come one after the other, and compares them
/// with those in the file. Thread: that of the reader, which must outlive it.
/// Errors: those of CaptureReader; DamagedFile when they differ.
class ChecksumChecker {
public:
    static Result<ChecksumChecker> make(CaptureReader& reader);

    Result<void> add(const StoredSample& sample);
    /// After the last sample.
    Result<void> finish() const;

    /// Nothing: the capture was made before there were any.
    std::optional<qint64> comparedCount() const;

private:
    explicit ChecksumChecker(CaptureReader& reader) : m_reader(&reader) {}
    Result<void> readNext(qint64 firstId);

    CaptureReader* m_reader;
    std::optional<Statement> m_rows; ///< empty when the capture has no table of checksums
    SampleChecksum m_sum;
    qint64 m_firstId = 0; ///< of those in m_sum
    qint64 m_lastId = 0;  ///< of the present row
    std::int64_t m_expected = 0;
    qint64 m_compared = 0;
};

} // namespace rillscope
