// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/simulator/ChannelFaults.h"

#include <optional>
#include <queue>

namespace rillscope {

/// Takes the simulated samples in the order of their event times and gives them back, faults and all, in the
/// order in which they arrive. Reproducible: the same samples, settings and seed give the same faults, and
/// the samples without a fault stay as they are to the bit. At most mostHeld samples are held back; of more,
/// the first come earlier than drawn. Thread: a value, no sharing.
class FaultInjector {
public:
    static constexpr std::size_t mostHeld = std::size_t{1} << 20;

    /// Uses the random streams of the seed from `firstStream` on.
    FaultInjector(quint64 seed, int firstStream) : m_seed(seed), m_firstStream(firstStream) {}

    void configure(const FaultSettings& settings) { m_settings = settings; }
    /// Whether samples have to go this way at all.
    bool isActive() const { return m_settings.hasAny() || !m_held.empty(); }

    /// Nobody arrives after `lastTime`, whatever the delay.
    void add(const Sample& sample, Timestamp lastTime);

    /// When, in event time, the next sample arrives. Nothing: none is held.
    std::optional<Timestamp> nextArrival() const;
    /// Precondition: one is held.
    Sample take();

    /// Every fault is added to `log` from now on; it is not owned. Null: none is.
    void setLog(std::vector<InjectedFault>* log) { m_log = log; }

private:
    struct Held {
        Timestamp arrival;
        quint64 number;
        Sample sample;

        friend bool operator>(const Held& left, const Held& right) {
            return left.arrival != right.arrival ? left.arrival > right.arrival : left.number > right.number;
        }
    };

    ChannelFaults& faultsOf(ChannelIndex channel);

    quint64 m_seed;
    int m_firstStream;
    FaultSettings m_settings;
    std::vector<ChannelFaults> m_channels;
    std::priority_queue<Held, std::vector<Held>, std::greater<>> m_held; ///< the next to arrive on top
    quint64 m_number = 0;
    std::vector<InjectedFault>* m_log = nullptr;
};

} // namespace rillscope
