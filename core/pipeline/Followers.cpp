// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Followers.h"

#include <QMetaObject>

#include <algorithm>
#include <atomic>

namespace rillscope {

bool Followers::readSamples() const {
    return std::ranges::any_of(m_all, [](const auto& each) { return each->readsSamples(); });
}

bool Followers::acknowledgePositions() const {
    return std::ranges::any_of(m_all, [](const auto& each) { return each->acknowledgesPositions(); });
}

bool Followers::haveRoom(SourceTime source, WhileFailing whileFailing) const {
    return std::ranges::all_of(m_all, [&](const auto& each) { return each->hasRoom(source, whileFailing); });
}

Duration Followers::pause(SourceTime source) const {
    Duration longest{0};
    for (const auto& each : m_all)
        longest = std::max(longest, each->pause(source));
    return longest;
}

void Followers::take(const std::shared_ptr<const RecordedBlock>& block) const {
    for (const auto& each : m_all)
        each->take(block);
}

void Followers::whenDone(QObject* context, const std::function<void()>& done) const {
    auto left = std::make_shared<std::atomic<std::size_t>>(m_all.size());
    for (const auto& each : m_all)
        each->flush([context, left, done] {
            if (--*left == 0)
                QMetaObject::invokeMethod(context, done, Qt::QueuedConnection);
        });
}

} // namespace rillscope
