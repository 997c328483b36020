// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/torture/Victim.h"

#include <QJsonObject>

namespace rillscope::torture {

/// Conservation: whatever went wrong, every sample that `rillscope-cli record` received is accounted for.

/// "--summary FILE", a file in this folder.
QStringList summaryArguments(const QString& home);
/// {"recorded": …} and so on; empty: there is none.
QJsonObject summaryIn(const QString& home);

/// Of a run with summaryArguments() that ended by itself: what in its account does not add up, and whether
/// its exit code and its messages hide that something is in no file.
QStringList faultsOfAccount(const QString& home, std::optional<int> exitCode, const QByteArray& errors);
inline QStringList faultsOfAccount(const QString& home, const Victim& victim) {
    return faultsOfAccount(home, victim.exitCode(), victim.errors());
}

} // namespace rillscope::torture
