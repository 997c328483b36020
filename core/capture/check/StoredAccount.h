// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace rillscope {

/// What the account that is kept in a capture says of its samples. -1: nothing.
struct StoredAccount {
    qint64 recorded = -1; ///< from the source
    qint64 derived = -1;

    /// Nothing for what is no JSON object.
    static std::optional<StoredAccount> parse(const QByteArray& json);

    /// A session may have recorded more than a file of it holds, but not less.
    bool allows(qint64 rawCount, qint64 derivedCount) const {
        return (recorded < 0 || rawCount <= recorded) && (derived < 0 || derivedCount <= derived);
    }
};

} // namespace rillscope
