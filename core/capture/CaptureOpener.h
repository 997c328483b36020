// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/CaptureFile.h"
#include "core/capture/CapturePlace.h"

namespace rillscope {

/// Finds a place for each file of a session: the one that was asked for, then the same folder, and the
/// fallback folder when that cannot be used. Thread: one owner (capture). Errors: of the first choice.
class CaptureOpener {
public:
    explicit CaptureOpener(CaptureSettings settings) : m_settings(std::move(settings)) {}

    /// `continues`: the file that failed before; empty: none. `bytes`: to be written at once, so that no file
    /// is begun that cannot take them.
    Result<std::unique_ptr<CaptureFile>> open(Timestamp now, const QString& continues, qint64 bytes);
    /// Of the files to come, whatever was asked for at first.
    void setFolder(const QString& folder) {
        m_settings.folder = folder;
        m_settings.explicitPath.clear();
    }
    /// Why the last file is not where it should be.
    const std::optional<Error>& excuse() const { return m_excuse; }

private:
    Result<std::unique_ptr<CaptureFile>> openPreferred(const CaptureFile::Facts& facts, qint64 bytes);
    Result<std::unique_ptr<CaptureFile>> openIn(const QString& folder, const CaptureFile::Facts& facts,
                                                qint64 bytes);

    CaptureSettings m_settings;
    bool m_isFirst = true;
    std::optional<Error> m_excuse;
};

/// Bytes left for this user where a file lies; -1: unknown.
qint64 freeBytes(const QString& path);

} // namespace rillscope
