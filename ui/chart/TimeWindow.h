// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <optional>

namespace rillscope {

/// Which stretch of event time the chart shows: the newest part of the stream (following), or a stretch that
/// the user has chosen and that stays put while the stream goes on (exploring). Thread: GUI. A pure value;
/// its owner passes on new data.
class TimeWindow {
public:
    static constexpr Duration minimumSpan = std::chrono::microseconds(10);
    static constexpr Duration maximumSpan = std::chrono::hours(24 * 365 * 140);

    enum class Mode {
        FollowingLast, ///< the newest `span()`; filled from the left until there is so much
        FollowingAll,  ///< from the first sample to the newest
        Exploring      ///< stands still
    };

    /// The earliest and latest event time there is. Moves a following window.
    void setDataRange(Timestamp first, Timestamp newest);
    void clearData();
    bool hasData() const { return m_hasData; }

    void followLast(Duration span);
    void followAll();
    /// Stands still where it is, and shows nothing that comes later even if there were room for it. Without
    /// data there is no place to stand, and it follows on.
    void freeze();
    void explore(Timestamp begin, Timestamp end);
    /// The kind of following that was left by exploring.
    void backToLive();

    /// Makes the window `factor` times as long; what was at `anchor` stays under the cursor. A window that
    /// then reaches the newest sample follows, another one explores.
    void zoom(double factor, Timestamp anchor);
    /// Moves the window; the same rule.
    void pan(Duration distance);
    /// Shows a stretch; the same rule.
    void show(Timestamp begin, Timestamp end) { followOrExplore(begin, end); }

    Mode mode() const { return m_mode; }
    bool isLive() const { return m_mode != Mode::Exploring; }
    Timestamp begin() const { return m_begin; }
    Timestamp end() const { return m_end; }
    Duration span() const { return m_end - m_begin; }
    /// How far the right edge is behind the newest sample; zero when live.
    Duration behind() const;
    /// A frozen window shows samples up to this time; none: up to its right edge.
    std::optional<Timestamp> heldAt() const { return m_heldAt; }

private:
    void placeFollowing();
    void followOrExplore(Timestamp begin, Timestamp end);

    Mode m_mode = Mode::FollowingLast;
    Mode m_liveMode = Mode::FollowingLast;
    Duration m_followedSpan = std::chrono::seconds(60);
    bool m_hasData = false;
    Timestamp m_first;
    Timestamp m_newest;
    std::optional<Timestamp> m_heldAt;
    Timestamp m_begin;
    Timestamp m_end = Timestamp{std::chrono::seconds(60)};
};

} // namespace rillscope
