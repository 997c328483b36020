// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/window/WindowOperator.h"

#include <map>
#include <tuple>

namespace rillscope::test {

/// The rules of event-time windows as plainly as they can be said: every open window keeps all its samples.
/// Times are small, since windows are found by looking at every millisecond.
class WindowReference {
public:
    WindowReference(const WindowSettings& settings, std::int64_t maxOpen)
        : m_settings(settings), m_maxOpen(maxOpen) {}

    bool add(ChannelIndex channel, Timestamp eventTime, double value);
    std::vector<WindowRow> advance(std::int64_t watermark);

    std::int64_t openCount() const { return static_cast<std::int64_t>(m_open.size()); }

private:
    struct Window {
        std::int64_t end;
        std::int64_t start;
        ChannelIndex channel;

        auto operator<=>(const Window&) const = default;
    };
    struct Member {
        Timestamp eventTime;
        double value;
    };
    using Members = std::vector<Member>; ///< as they arrived

    bool addToSession(Window window, const Member& member);
    std::vector<Window> windowsOf(ChannelIndex channel, std::int64_t time) const;
    void fire();
    static WindowRow rowOf(const Window& window, Members members);

    WindowSettings m_settings;
    std::int64_t m_maxOpen;
    std::int64_t m_watermark = std::numeric_limits<std::int64_t>::min();
    std::map<Window, Members> m_open;
    std::vector<WindowRow> m_fired;
};

} // namespace rillscope::test
