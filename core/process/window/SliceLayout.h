// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/window/WindowTime.h"

#include <algorithm>

namespace rillscope {

/// Quotient rounded towards minus infinity. Precondition: divisor > 0.
inline constexpr std::int64_t floorDivide(std::int64_t dividend, std::int64_t divisor) {
    const std::int64_t quotient = dividend / divisor;
    return quotient - (dividend % divisor < 0 ? 1 : 0);
}

/// Where aligned windows (TUMBLE, HOP, CUMULATE) lie. Time is cut into slices as long as the windows are
/// apart; slice i is [i · length, (i + 1) · length) from the offset on. Window j is the one that ends where
/// slice j does: it is made of the slices firstSlice(j) … j, and slice i is part of the windows i …
/// lastWindow(i). Source: Li et al., "No pane, no gain", SIGMOD Record 34(1), 2005.
class SliceLayout {
public:
    /// Whether windows begin one after the other, or several together, to end one after the other.
    enum class Begins { OneByOne, Together };

    /// Precondition: no windowMistake().
    SliceLayout(Duration size, Duration length, Duration offset, Begins begins = Begins::OneByOne)
        : m_length(std::chrono::duration_cast<WindowDuration>(length))
        , m_origin(std::chrono::duration_cast<WindowDuration>(offset))
        , m_perWindow(size / length)
        , m_isCumulating(begins == Begins::Together) {}

    std::int64_t sliceOf(WindowTime time) const {
        return floorDivide((time - m_origin).count(), m_length.count());
    }
    WindowTime startOfSlice(std::int64_t slice) const { return m_origin + slice * m_length; }

    std::int64_t firstSlice(std::int64_t window) const {
        return m_isCumulating ? floorDivide(window, m_perWindow) * m_perWindow : window - m_perWindow + 1;
    }
    std::int64_t lastWindow(std::int64_t slice) const {
        return m_isCumulating ? (floorDivide(slice, m_perWindow) + 1) * m_perWindow - 1
                              : slice + m_perWindow - 1;
    }

    WindowTime startOf(std::int64_t window) const { return startOfSlice(firstSlice(window)); }
    WindowTime endOf(std::int64_t window) const { return startOfSlice(window + 1); }

    /// The last window that has fired at this watermark: the last whose end − 1 ms it has reached.
    std::int64_t lastFired(WindowTime watermark) const { return sliceOf(watermark + WindowDuration(1)) - 1; }

private:
    WindowDuration m_length;
    WindowTime m_origin;
    std::int64_t m_perWindow;
    bool m_isCumulating;
};

} // namespace rillscope
