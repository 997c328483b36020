// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QPromise>

#include <functional>

namespace rillscope {

/// How a long job is asked to stop and reports its progress. Both functions may be empty.
struct JobControl {
    std::function<bool()> isCancelled = {}; ///< can be called on any thread
    std::function<void(qint64 done, qint64 all)> reportProgress = {};

    bool isToStop() const { return isCancelled && isCancelled(); }
    void report(qint64 done, qint64 all) const {
        if (reportProgress)
            reportProgress(done, all);
    }

    /// That of a QtConcurrent job, whose progress goes from 0 to 1000. The promise must outlive it.
    template <typename T>
    static JobControl of(QPromise<T>& promise) {
        constexpr int steps = 1'000;
        promise.setProgressRange(0, steps);
        return {[&promise] { return promise.isCanceled(); },
                [&promise](qint64 done, qint64 all) {
                    const double part = all > 0 ? static_cast<double>(done) / static_cast<double>(all) : 1.0;
                    promise.setProgressValue(static_cast<int>(part * steps));
                }};
    }
};

} // namespace rillscope
