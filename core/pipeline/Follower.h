// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/SourceTime.h"
#include "core/pipeline/RecordedBlock.h"

#include <functional>
#include <memory>

namespace rillscope {

/// Takes what was recorded: the capture, or the publisher of the stream's status. A follower waits for
/// nobody; one that cannot keep up says so by hasRoom() and pause(), so that a source that can wait does.
/// Thread: processing.
class Follower {
public:
    virtual ~Follower() = default;

    /// Whether it reads RecordedBlock::samples. Samples that no follower reads are not gathered.
    virtual bool readsSamples() const = 0;
    virtual void take(const std::shared_ptr<const RecordedBlock>& block) = 0;
    /// False: the source should get no credit for now. Only while waiting helps.
    virtual bool hasRoom(SourceTime, WhileFailing) const { return true; }
    /// Whether it acknowledges the positions of blocks to its host, once they are safe with it.
    virtual bool acknowledgesPositions() const { return false; }
    /// How long the source should pause after the samples that were taken last.
    virtual Duration pause(SourceTime) const { return Duration{0}; }
    /// `done` is called on any thread when the follower has done all that it can with what it was given.
    virtual void flush(std::function<void()> done) { done(); }
};

} // namespace rillscope
