// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/SourceState.h"

#include <algorithm>

namespace rillscope {
namespace {

constexpr int silentIntervals = 5;
/// A pause that nobody would notice is no silence, however short the usual interval is.
constexpr Duration shortestSilence = std::chrono::seconds(3);

SourceCondition::Kind kindOf(SourceState::Kind kind) {
    switch (kind) {
    case SourceState::Kind::Connecting:
        return SourceCondition::Kind::Connecting;
    case SourceState::Kind::Waiting:
        return SourceCondition::Kind::Waiting;
    case SourceState::Kind::Refused:
        return SourceCondition::Kind::Refused;
    case SourceState::Kind::Receiving:
        break;
    }
    return SourceCondition::Kind::Receiving;
}

Duration positive(Duration duration) {
    return std::max(duration, Duration::zero());
}

bool isSilence(Duration pause, Duration usual) {
    return pause >= shortestSilence && pause / silentIntervals >= usual;
}

} // namespace

SourceCondition describe(const SourceState& state, Duration now, std::optional<Duration> lastArrival,
                         std::optional<Duration> usual) {
    SourceCondition condition{.kind = kindOf(state.kind)};
    const bool isReceiving = state.kind == SourceState::Kind::Receiving;
    const Duration since =
        isReceiving ? std::max(state.since, lastArrival.value_or(state.since)) : state.since;
    condition.lasted = positive(saturatedDifference(now, since));
    if (isReceiving && usual && isSilence(condition.lasted, *usual)) {
        condition.kind = SourceCondition::Kind::Silent;
        condition.usual = usual;
    }
    condition.reason = state.reason;
    condition.attempt = state.attempt;
    if (state.nextTry)
        condition.nextTryIn = positive(saturatedDifference(*state.nextTry, now));
    return condition;
}

} // namespace rillscope
