// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/EarlierFiles.h"

#include <QFile>

#include <sys/stat.h>

namespace rillscope {
namespace {

std::optional<std::pair<dev_t, ino_t>> identityOf(const QString& path) {
    struct stat status {};
    if (lstat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return std::pair(status.st_dev, status.st_ino);
}

} // namespace

void EarlierFiles::add(const QString& path, const CaptureCounts& counts) {
    m_entries.push_back({path, identityOf(path), counts});
}

CaptureCounts EarlierFiles::takeLost() {
    CaptureCounts lost;
    std::erase_if(m_entries, [&lost](const Entry& entry) {
        const auto identity = identityOf(entry.path);
        const bool isLost = !identity || identity != entry.identity;
        if (isLost)
            lost += entry.counts;
        return isLost;
    });
    return lost;
}

} // namespace rillscope
