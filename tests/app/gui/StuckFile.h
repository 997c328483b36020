// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rillscope::test {

/// While it exists, whoever opens one file, or reads from it, waits as for a file server that is gone. This
/// program's own calls stand before the system's. Thread: one owner, one at a time.
class StuckFile {
public:
    enum class Call { Open, Read };

    StuckFile(const QString& path, Call call);
    ~StuckFile();
    StuckFile(const StuckFile&) = delete;
    StuckFile& operator=(const StuckFile&) = delete;

    /// Whether somebody waits.
    bool isReached() const;
    /// From now on the file can be used.
    void release();
};

} // namespace rillscope::test
