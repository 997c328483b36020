// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <utility>
#include <vector>

namespace rillscope {

/// Tells one writer when what it took away from its readers is used by none of them any more. A reader is
/// inside while it holds a Visit; it counts itself in on one of two sides. What was taken away before both
/// sides were seen empty, at whatever moments, can be deleted: a reader who came later cannot find it. New
/// readers are sent to the side that was seen empty, so that the other one empties too, however many come.
/// Thread: visits anywhere, without locks; all else by the writer. Source: sleepable read-copy-update,
/// McKenney, 2006.
template <typename T>
class ReaderGate {
public:
    class Visit {
    public:
        explicit Visit(const ReaderGate& gate)
            : m_count(gate.m_readers[gate.m_side.load(std::memory_order_relaxed)].count) {
            m_count.fetch_add(1, std::memory_order_seq_cst);
        }
        ~Visit() { m_count.fetch_sub(1, std::memory_order_release); }
        Visit(const Visit&) = delete;
        Visit& operator=(const Visit&) = delete;

    private:
        std::atomic<int>& m_count;
    };

    /// Keeps what readers may still use, and cannot find any more (by a sequentially consistent store).
    void retire(T thing) { m_fresh.push_back(std::move(thing)); }

    /// Deletes what no reader uses. Never waits: what is in use is looked at again next time.
    void reclaim() {
        for (int round = 0; round < 2; ++round) {
            lookAtSides();
            if (m_isEmptySeen[0] && m_isEmptySeen[1]) {
                m_waiting = std::exchange(m_fresh, {});
                m_isEmptySeen = {m_waiting.empty(), m_waiting.empty()};
            }
        }
    }

    std::size_t retiredCount() const { return m_fresh.size() + m_waiting.size(); }

private:
    struct alignas(64) Side {
        std::atomic<int> count{0};
    };

    void lookAtSides() {
        for (std::size_t side = 0; side < 2; ++side) {
            if (!m_isEmptySeen[side] && m_readers[side].count.load(std::memory_order_seq_cst) == 0) {
                m_isEmptySeen[side] = true;
                m_side.store(side, std::memory_order_relaxed);
            }
        }
    }

    mutable std::array<Side, 2> m_readers;
    std::atomic<std::size_t> m_side{0};
    std::array<bool, 2> m_isEmptySeen{true, true}; ///< since m_waiting was made
    std::vector<T> m_waiting;
    std::vector<T> m_fresh;
};

} // namespace rillscope
