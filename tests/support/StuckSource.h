// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SampleSource.h"

#include <condition_variable>
#include <mutex>

namespace rillscope::test {

/// Where a thread waits as it would in a call that does not return. Thread: any.
class Gate {
public:
    void wait() {
        std::unique_lock lock(m_mutex);
        m_isReached = true;
        m_changed.wait(lock, [this] { return m_isOpen; });
    }
    void open() {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_changed.notify_all();
    }
    bool isReached() const {
        const std::lock_guard lock(m_mutex);
        return m_isReached;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isOpen = false;
    bool m_isReached = false;
};

/// Hands over some samples, and does not return from reading the next until its gate is opened. What it has
/// read then it hands over, too, asked to stop or not.
class StuckSource final : public SampleSource {
public:
    struct Shared {
        Gate gate;
        std::atomic<bool> isGone{false};
    };

    StuckSource(const Clock& clock, int samplesBefore)
        : SampleSource(clock), m_samplesBefore(samplesBefore), m_shared(std::make_shared<Shared>()) {}
    ~StuckSource() override { m_shared->isGone = true; }

    std::shared_ptr<Shared> shared() const { return m_shared; }

private:
    void onStarted() override {
        for (int i = 0; i < m_samplesBefore; ++i)
            deliverOne();
        m_shared->gate.wait();
        deliverOne();
    }
    void onStopping() override {}
    void onCreditGranted() override {}

    void deliverOne() {
        SampleBlock block;
        block.channels = {{QStringLiteral("a"), Unit::Celsius}};
        block.append({0, fromNanoseconds(++m_time), 20.0, {}});
        block.arrivalTime = clock().now();
        deliver(block);
    }

    const int m_samplesBefore;
    const std::shared_ptr<Shared> m_shared;
    std::int64_t m_time = 0;
};

} // namespace rillscope::test
