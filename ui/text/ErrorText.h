// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace rillscope {

/// An error in the user's words: one sentence says what happened, the advice what was kept and what to do.
struct ErrorText {
    QString headline;
    QString advice;

    /// Both, for a banner.
    QString text() const { return headline + QChar(u' ') + advice; }
};

/// Text from outside in it is cut to a bearable length and to one line. The cause in the headline is
/// Error::detail, which is English.
ErrorText errorText(const Error& error);

} // namespace rillscope
