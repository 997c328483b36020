// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CallAfter.h"

#include <QTimer>

#include <algorithm>

namespace rillscope {

void callAfter(Duration delay, QObject* context, std::function<void()> call) {
    constexpr Duration longestStep = std::chrono::hours(24);
    const Duration step = std::min(delay, longestStep);
    const auto takeNextStep = [=, left = delay - step, call = std::move(call)] {
        if (left > Duration::zero())
            callAfter(left, context, call);
        else
            call();
    };
    QTimer::singleShot(std::chrono::ceil<std::chrono::milliseconds>(step), Qt::PreciseTimer, context,
                       takeNextStep);
}

} // namespace rillscope
