// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>

#include <sys/mount.h>

namespace rillscope::test {

/// A small disk in memory; gone with this. Only root can make one.
class SmallDisk {
public:
    explicit SmallDisk(const QString& folder, int mebibytes = 4) : m_folder(QFile::encodeName(folder)) {
        const QByteArray options = "size=" + QByteArray::number(mebibytes) + "m,mode=0700";
        m_isMounted = QDir().mkpath(folder) &&
                      mount("rillscope-test", m_folder.constData(), "tmpfs", 0, options.constData()) == 0;
    }
    ~SmallDisk() {
        if (m_isMounted)
            umount2(m_folder.constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool isMounted() const { return m_isMounted; }
    /// With a file of this name, until nothing more goes in.
    void fill(const QString& name) const {
        QFile filler(QFile::decodeName(m_folder) + u'/' + name);
        if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        while (filler.write(QByteArray(4'096, 'x')) == 4'096) {
        }
    }

private:
    QByteArray m_folder;
    bool m_isMounted = false;
};

} // namespace rillscope::test
