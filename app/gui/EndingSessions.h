// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Pipeline.h"

#include <memory>
#include <vector>

namespace rillscope {

/// Sessions that were replaced, until their sources have stopped and what they received is on disk, or cannot
/// be. Thread: GUI; it never waits, except when it is destroyed itself.
class EndingSessions : public QObject {
    Q_OBJECT

public:
    /// A disk that takes nothing, or a source that does not stop, must not let them become more and more.
    static constexpr std::size_t most = 4;

    /// What the source of a session reads.
    enum class Input {
        Shared,   ///< several sources may read it at once
        Exclusive ///< each byte goes to one reader only: standard input
    };

    bool isFull() const { return m_sessions.size() >= most; }
    bool isEmpty() const { return m_sessions.empty(); }
    /// Samples on their way to the disk.
    qint64 waiting() const;
    /// Whether a source of these sessions may still take something from an exclusive input.
    bool isInputTaken() const;
    bool isSourceActive() const;
    bool isSourceStuck() const;
    /// See Pipeline::abandonSource().
    void abandonStuckSources();

    /// Stops it and lets it end. It emits nothing any more but the signals below.
    void take(std::unique_ptr<Pipeline> pipeline, Input input = Input::Shared);

Q_SIGNALS:
    /// It has ended, and is gone. The final status of its capture.
    void ended(const rillscope::CaptureStatus& status);
    /// See Pipeline.
    void sourceStuck();
    void sourceReleased();

private:
    struct Session {
        std::unique_ptr<Pipeline> pipeline;
        Input input = Input::Shared;
    };

    void remove(Pipeline* pipeline);

    std::vector<Session> m_sessions;
};

} // namespace rillscope
