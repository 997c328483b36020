// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/BackgroundJob.h"

namespace rillscope {

void AnyBackgroundJob::connectTo(QFutureWatcherBase& watcher) {
    connect(&watcher, &QFutureWatcherBase::progressValueChanged, this, &AnyBackgroundJob::progressed);
    connect(&watcher, &QFutureWatcherBase::finished, this, [this] {
        if (std::exchange(m_isRunning, false))
            Q_EMIT finished();
    });
}

} // namespace rillscope
