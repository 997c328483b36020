// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <optional>

#include <sys/resource.h>

namespace rillscope::test {

/// The nice value of the thread of this process that has this name, as the system knows it. Nothing while
/// there is none.
inline std::optional<int> niceOfThread(const QByteArray& name) {
    const QDir tasks(QStringLiteral("/proc/self/task"));
    for (const QString& task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks.filePath(task + QStringLiteral("/comm")));
        if (file.open(QIODevice::ReadOnly) && file.readAll().trimmed() == name)
            return getpriority(PRIO_PROCESS, static_cast<id_t>(task.toInt()));
    }
    return std::nullopt;
}

} // namespace rillscope::test
