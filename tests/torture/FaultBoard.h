// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/torture/FaultControls.h"

#include <QFile>
#include <QProcessEnvironment>

namespace rillscope::torture {

/// FaultControls from the side of the one who torments: makes their file and has a program run with them.
/// Thread: one owner; the controls themselves are atomic.
class FaultBoard {
public:
    /// Makes `file`, which must not be in `folder`.
    FaultBoard(const QString& file, const QString& folder);
    ~FaultBoard();
    FaultBoard(const FaultBoard&) = delete;
    FaultBoard& operator=(const FaultBoard&) = delete;

    bool isReady() const { return m_controls != nullptr; }
    FaultControls* operator->() const { return m_controls; }

    void addTo(QProcessEnvironment& environment) const;

private:
    QFile m_file;
    QString m_folder;
    FaultControls* m_controls = nullptr;
};

} // namespace rillscope::torture
