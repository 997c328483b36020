// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/base/Time.h"

#include <optional>

namespace rillscope {

/// How a source stands with what it reads from, as the source itself knows it. Whether it has fallen silent
/// depends on the time and is told by describe(), so that a source needs no timer for it. Thread: a value.
/// Times: by the monotonic clock.
struct SourceState {
    enum class Kind {
        Connecting, ///< what it reads from cannot be reached; the source keeps trying
        Waiting,    ///< connected, and nothing was received since
        Receiving,
        Refused ///< waiting alone does not help
    };
    Kind kind = Kind::Receiving;
    Message reason = {};                  ///< Connecting, Refused: one sentence without a full stop
    int attempt = 0;                      ///< Connecting: counted from 1; 0: the attempts are not counted
    std::optional<Duration> nextTry = {}; ///< Connecting: when it tries again, where that is worth telling
    Duration since{};                     ///< when the source got into this kind of state
};

/// The state of a source at a certain time.
struct SourceCondition {
    enum class Kind {
        Connecting,
        Waiting,
        Receiving,
        Silent,
        Refused,
        Held ///< not by itself: it waits until what it has sent can be written
    };
    Kind kind = Kind::Receiving;
    Duration lasted{}; ///< Receiving, Silent, Held: since the last arrival; else since the state began
    std::optional<Duration> usual = {};     ///< Silent: the usual interval between two arrivals
    int attempt = 0;                        ///< as in SourceState
    std::optional<Duration> nextTryIn = {}; ///< Connecting: from now on
    Message reason = {};                    ///< as in SourceState

    friend bool operator==(const SourceCondition&, const SourceCondition&) = default;
};

/// What there is to say at the time `now`. A source is silent when nothing has arrived for much longer than
/// the usual interval; without a usual interval nothing is said of silence.
SourceCondition describe(const SourceState& state, Duration now, std::optional<Duration> lastArrival,
                         std::optional<Duration> usual);

} // namespace rillscope
