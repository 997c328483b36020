// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/window/ChannelWindows.h"

#include <map>

namespace rillscope {

/// The sessions of one channel: a sample is [time, time + gap), and what overlaps or touches is one window.
class SessionWindows final : public ChannelWindows {
public:
    /// `memory` and `builder` are the step's, and outlive this.
    SessionWindows(ChannelIndex channel, Duration gap, WindowMemory& memory, WindowRowBuilder& builder);

    Admission add(Timestamp eventTime, double value, WindowTime watermark) override;
    void fire(WindowTime watermark, std::vector<WindowRow>& rows) override;

private:
    struct Session {
        WindowTime end;
        WindowContents contents;
    };
    using Sessions = std::map<WindowTime, Session>; ///< by start; no two touch

    /// The session with room for the sample, all it brings together merged; none when it would have fired.
    Sessions::iterator sessionFor(WindowTime time, WindowTime watermark);
    void mergeNext(Sessions::iterator session);

    ChannelIndex m_channel;
    WindowDuration m_gap;
    WindowMemory& m_memory;
    WindowRowBuilder& m_builder;
    Sessions m_sessions;
};

} // namespace rillscope
