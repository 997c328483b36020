// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureAccount.h"

namespace rillscope {

CaptureCounts& CaptureCounts::operator+=(const CaptureCounts& other) {
    samples += other.samples;
    derived += other.derived;
    windows += other.windows;
    events += other.events;
    return *this;
}

CaptureCounts& CaptureCounts::operator-=(const CaptureCounts& other) {
    samples -= other.samples;
    derived -= other.derived;
    windows -= other.windows;
    events -= other.events;
    return *this;
}

void CaptureAccount::offer(const CaptureCounts& counts) {
    offered += counts;
    waiting += counts;
}

void CaptureAccount::commit(const CaptureCounts& counts) {
    waiting -= counts;
    durable += counts;
    Q_ASSERT(balances());
}

void CaptureAccount::miss(const CaptureCounts& counts) {
    waiting -= counts;
    missed += counts;
    Q_ASSERT(balances());
}

void CaptureAccount::lose(const CaptureCounts& counts) {
    durable -= counts;
    missed += counts;
    Q_ASSERT(balances());
}

bool CaptureAccount::balances() const {
    const bool isAnyNegative = durable.isAnyNegative() || waiting.isAnyNegative() || missed.isAnyNegative();
    return !isAnyNegative && offered == durable + waiting + missed;
}

} // namespace rillscope
