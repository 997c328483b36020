// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/EventWords.h"

#include <array>

namespace rillscope {
namespace {

/// In the order of StreamEvent::Kind.
constexpr std::array words{"started",       "stopped",        "finished",        "failed",
                           "malformed",     "malformedMore",  "remark",          "channelAdded",
                           "outOfOrder",    "duplicate",      "outOfRange",      "notANumber",
                           "late",          "rateOfChange",   "stuck",           "gap",
                           "farFuture",     "lateDropped",    "alarmRaised",     "alarmsRaised",
                           "windowsEarly",  "channelLimit",   "stepLeftOut",     "captureBegan",
                           "captureFailed", "captureResumed", "captureStalled",  "captureCaughtUp",
                           "captureMissed", "resultsMissed",  "capturesDeleted", "programMessage",
                           "dropped",       "historyFull"};
static_assert(words.size() == static_cast<std::size_t>(StreamEvent::Kind::HistoryFull) + 1);

} // namespace

QString eventKindName(StreamEvent::Kind kind) {
    return QString::fromLatin1(words.at(static_cast<std::size_t>(kind)));
}

} // namespace rillscope
