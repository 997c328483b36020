// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/CaptureAccount.h"

#include <QStringList>

#include <sys/types.h>

#include <optional>
#include <utility>
#include <vector>

namespace rillscope {

/// The files of a session that failed and are not written any more, with what each holds: someone may remove
/// one while the session goes on in the next. Thread: one owner (capture).
class EarlierFiles {
public:
    void add(const QString& path, const CaptureCounts& counts);
    /// What was in those that are gone, or are other files by now; each is counted once.
    CaptureCounts takeLost();

private:
    struct Entry {
        QString path;
        std::optional<std::pair<dev_t, ino_t>> identity;
        CaptureCounts counts;
    };
    std::vector<Entry> m_entries;
};

} // namespace rillscope
