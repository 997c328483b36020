// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/Torment.h"

#include <QDir>

namespace rillscope::torture {

QString Torment::makeFolder() {
    const QString path = folder.filePath(QString::number(++m_folders));
    QDir().mkpath(path);
    return path;
}

} // namespace rillscope::torture
