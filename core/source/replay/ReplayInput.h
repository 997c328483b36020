// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/model/SampleBlock.h"

#include <optional>

namespace rillscope {

/// A recording that a ReplaySource plays, row by row: samples of one row are due together. It reads a bounded
/// piece at a time. Thread: the source thread. Errors carry the path as subject.
class ReplayInput {
public:
    virtual ~ReplayInput() = default;

    virtual std::optional<Error> open() = 0;
    virtual void close() = 0;

    /// Appends what the next row holds, which may be no sample, and sets the row's table of channels. False
    /// when there is no complete row: readMore(), unless isAtEnd().
    virtual bool readRow(SampleBlock& row) = 0;
    virtual void readMore() = 0;
    virtual bool isAtEnd() const = 0;

    /// Whether the samples of the last row came with a time.
    virtual bool hasEventTime() const = 0;
    /// The part of it that has been read, 0 to 1.
    virtual double progress() const = 0;
    /// There is much more of it, but nothing that could be understood so far.
    virtual bool isHopeless() const = 0;
    /// At the end: why it was no recording, or could not be read to its end.
    virtual std::optional<Error> verdict() const = 0;
};

} // namespace rillscope
