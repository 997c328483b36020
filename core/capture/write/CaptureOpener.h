// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/keep/CapturePlace.h"
#include "core/capture/write/CaptureFile.h"

namespace rillscope {

/// Finds a place for each file of a session: the name that was asked for, then names beside it; or else a
/// name in the folder, and in the fallback folder, if there is one, when the folder cannot be used. Thread:
/// one owner (capture). Errors: of the first choice.
class CaptureOpener {
public:
    explicit CaptureOpener(CaptureSettings settings) : m_settings(std::move(settings)) {}

    /// `continues`: the file that failed before; empty: none. `bytes`: to be written at once, so that no file
    /// is begun that cannot take them.
    Result<std::unique_ptr<CaptureFile>> open(Timestamp now, const QString& continues, qint64 bytes);
    /// Of later files, whatever was asked for at first.
    void setFolder(const QString& folder) {
        m_settings.setFolder(folder);
        m_settings.explicitPath.clear();
    }
    /// Why the last file is in the fallback folder; nothing when it is not.
    const std::optional<Error>& fallbackReason() const { return m_fallbackReason; }

private:
    Result<std::unique_ptr<CaptureFile>> openNamed(const CaptureFile::Facts& facts, qint64 bytes);
    Result<std::unique_ptr<CaptureFile>> openIn(const QString& folder, const CaptureFile::Facts& facts,
                                                qint64 bytes);

    CaptureSettings m_settings;
    bool m_isFirst = true;
    std::optional<Error> m_fallbackReason;
};

/// Makes a capture of this name and removes it again: to be called before anything is received, so that what
/// would go wrong goes wrong at once. It waits for the disk.
Result<void> tryNewCapture(const QString& path);

} // namespace rillscope
