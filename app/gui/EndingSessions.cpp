// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/EndingSessions.h"

#include <algorithm>

namespace rillscope {

qint64 EndingSessions::waiting() const {
    qint64 sum = 0;
    for (const Session& session : m_sessions)
        sum += session.pipeline->captureStatus().account.waiting.samples;
    return sum;
}

bool EndingSessions::isInputTaken() const {
    return std::ranges::any_of(m_sessions, [](const Session& session) {
        return session.input == Input::Exclusive && session.pipeline->isSourceActive();
    });
}

bool EndingSessions::isSourceActive() const {
    return std::ranges::any_of(m_sessions,
                               [](const Session& session) { return session.pipeline->isSourceActive(); });
}

bool EndingSessions::isSourceStuck() const {
    return std::ranges::any_of(m_sessions,
                               [](const Session& session) { return session.pipeline->isSourceStuck(); });
}

void EndingSessions::abandonStuckSources() {
    for (const Session& session : m_sessions)
        session.pipeline->abandonSource();
}

void EndingSessions::take(std::unique_ptr<Pipeline> pipeline, Input input) {
    Pipeline* const ending = pipeline.get();
    ending->disconnect();
    m_sessions.push_back({std::move(pipeline), input});
    if (ending->hasEnded()) {
        remove(ending);
        return;
    }
    connect(ending, &Pipeline::ended, this, [this, ending] { remove(ending); });
    connect(ending, &Pipeline::sourceStuck, this, &EndingSessions::sourceStuck);
    connect(ending, &Pipeline::sourceReleased, this, &EndingSessions::sourceReleased);
    ending->end();
}

void EndingSessions::remove(Pipeline* pipeline) {
    const CaptureStatus status = pipeline->captureStatus();
    const auto place = std::ranges::find_if(
        m_sessions, [pipeline](const Session& session) { return session.pipeline.get() == pipeline; });
    // Not from within its own signal.
    place->pipeline.release()->deleteLater();
    m_sessions.erase(place);
    Q_EMIT ended(status);
}

} // namespace rillscope
