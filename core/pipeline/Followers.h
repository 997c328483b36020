// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Follower.h"

#include <QObject>

#include <vector>

namespace rillscope {

/// All followers of a recorder, asked and told together. Thread: processing.
class Followers {
public:
    void add(std::shared_ptr<Follower> follower) { m_all.push_back(std::move(follower)); }

    bool readSamples() const;
    bool acknowledgePositions() const;
    bool haveRoom(SourceTime source, WhileFailing whileFailing) const;
    /// The longest that one of them asks for.
    Duration pause(SourceTime source) const;

    void take(const std::shared_ptr<const RecordedBlock>& block) const;
    /// Calls `done` on the thread of `context` when all have done what they can with what they were given.
    /// `context` must live until then.
    void whenDone(QObject* context, const std::function<void()>& done) const;

private:
    std::vector<std::shared_ptr<Follower>> m_all;
};

} // namespace rillscope
