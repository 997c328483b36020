// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/NumberFormat.h"

#include <optional>

namespace rillscope {

/// The state of the stream as the window shows it.
enum class StreamState {
    Live,       ///< what is shown is what the source sends now
    Behind,     ///< what is received is older than it should be
    Connecting, ///< the source cannot reach what it reads from, and keeps trying
    Waiting,    ///< nothing was received yet
    Silent,     ///< nothing was received for much longer than usual
    Held,       ///< the source waits until what it has sent can be written
    Refused,    ///< the source was refused by what it reads from
    Paused,     ///< the chart stands still while the stream goes on
    Stopped,    ///< by the user
    Failed,
    Finished,
    Capture ///< a capture is shown, not the stream
};

struct ShownState {
    StreamState state = StreamState::Stopped;
    Duration behind{};                       ///< Behind, Paused: by so much
    std::optional<double> samplesAsked = {}; ///< Behind: in a second, where it is known
    Duration silence{};                      ///< Silent: for so long
    qint64 unreadable = 0;                   ///< Finished: inputs that held no sample
    qint64 dropped = 0;                      ///< Finished: samples that are not recorded
    qint64 lost = 0;                         ///< Finished: samples or messages lost at the source
    qint64 unknownLosses = 0;                ///< Finished: times that something may be missing
    qint64 rowsLeftOut = 0;                  ///< Finished: rows of a text without a value
    qint64 missed = 0;                       ///< Finished: samples that are in no file

    /// Not all that came is there, or it may not be.
    bool isIncomplete() const {
        return unreadable > 0 || dropped > 0 || lost > 0 || unknownLosses > 0 || rowsLeftOut > 0 ||
               missed > 0;
    }
};

/// Whether the source gives nothing, though it should.
bool isSourceLacking(StreamState state);
/// "Behind 5 min".
QString stateText(const ShownState& state, const NumberFormat& format);
/// "12 unreadable, 3 dropped": what is not there; empty when all is.
QString lackingText(const ShownState& state, const NumberFormat& format);
/// "●", as a colour is not enough.
QString stateShape(const ShownState& state);
/// The name of the state's colour: "ok", "info", "warning" or "alarm".
QString stateColor(const ShownState& state);
/// "0.3 of 16 M": what is received of what was asked for.
QString rateText(double samplesReceived, double samplesAsked, const NumberFormat& format);

} // namespace rillscope
