// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/process/definition/DefinitionMistake.h"

namespace rillscope {

/// An error in the user's words: one sentence says what happened, the advice what was kept and what to do.
struct ErrorText {
    QString headline;
    QString advice;

    /// Both, for a banner.
    QString text() const { return headline + QChar(u' ') + advice; }
};

/// Text from outside in it is cut to a bearable length and to one line.
ErrorText errorText(const Error& error);

/// What it happened to and why, without advice: "/data/a.rill: there is no such file".
QString causeText(const Error& error);

/// The same for a mistake in a pipeline file: "machine.toml:14: threshold: expected a number, got "12 C"".
QString causeText(const DefinitionMistake& mistake);

} // namespace rillscope
