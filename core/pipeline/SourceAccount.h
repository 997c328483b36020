// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ShownUri.h"
#include "core/pipeline/Account.h"

#include <QByteArray>
#include <QString>

namespace rillscope {

/// What became of what a source of the session sent, over all streams of the same URI and prefix.
struct SourceAccount {
    ShownUri uri;
    QString prefix; ///< of its channels; may be empty
    Account account;
    QByteArray position; ///< behind its last block that has one; see SampleBlock::position

    friend bool operator==(const SourceAccount&, const SourceAccount&) = default;
};

} // namespace rillscope
