// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/source/SourceCatalog.h"
#include "ui/settings/Settings.h"

#include <QString>

namespace rillscope {

/// Reads and writes the Settings, as an INI file that people can read and edit.
/// What is stored is not trusted: each value that cannot be right is replaced by its default, alone. Without
/// a path the file is the user's own, found by the application's and organization's names. Thread: GUI.
/// Errors: load() never fails; save() reports WriteFailed.
class SettingsStore {
public:
    /// A file larger than this is not one of ours, and is not read.
    static constexpr qint64 maxFileBytes = 1'048'576;

    explicit SettingsStore(const QString& filePath = QString());

    const QString& filePath() const { return m_filePath; }

    /// Sources of kinds that are not known are left out.
    Settings load(const SourceCatalog& sources) const;
    /// A file that load() could not read is set aside, as NAME.unreadable: written into, it would stay so.
    /// What is no regular file (/dev/null) is left alone, and keeps nothing.
    Result<void> save(const Settings& settings) const;

private:
    void setAsideUnreadable() const;

    QString m_filePath;
};

} // namespace rillscope
