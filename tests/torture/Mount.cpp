// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/Mount.h"

#include <QFile>
#include <QStorageInfo>

#include <sys/mount.h>

namespace rillscope::torture {

Mount::Mount(QString folder, qint64 bytes) : m_folder(std::move(folder)) {
    const QByteArray size = "size=" + QByteArray::number(bytes) + ",mode=0777";
    m_isMounted = mount("tmpfs", QFile::encodeName(m_folder).constData(), "tmpfs", MS_NOSUID | MS_NODEV,
                        size.constData()) == 0;
}

Mount::~Mount() {
    if (m_isMounted)
        umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH);
}

bool Mount::makeReadOnly() {
    return mount(nullptr, QFile::encodeName(m_folder).constData(), nullptr, MS_REMOUNT | MS_RDONLY,
                 nullptr) == 0;
}

qint64 Mount::freeBytes() const {
    return QStorageInfo(m_folder).bytesFree();
}

} // namespace rillscope::torture
