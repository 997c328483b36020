// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rillscope::torture {

/// A small disk in memory, at a folder that is there; needs the rights of root. It is taken away at the end.
class Mount {
public:
    Mount(QString folder, qint64 bytes);
    ~Mount();
    Mount(const Mount&) = delete;
    Mount& operator=(const Mount&) = delete;

    /// False: there is no right to do so.
    bool isMounted() const { return m_isMounted; }
    bool makeReadOnly();
    qint64 freeBytes() const;

private:
    QString m_folder;
    bool m_isMounted;
};

} // namespace rillscope::torture
