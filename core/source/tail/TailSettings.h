// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/TextFormat.h"
#include "core/source/SourceKey.h"
#include "core/source/SourceUri.h"

namespace rillscope {

/// How a file that grows is followed; the other form of tail:FILE?from=end&wait=yes&unit=fahrenheit
struct TailSettings {
    enum class From {
        Start,
        End,
        Resume ///< where a position says; without one from the start
    };

    QString path;
    From from = From::Start; ///< of the first file; later ones are read whole
    bool mayWait = false;    ///< for a file that is not there yet
    TextOptions parse;

    /// Errors: InvalidUri; the subject names the parameter.
    static Result<TailSettings> fromUri(const SourceUri& uri);
};

const SourceKeys& tailKeys();

} // namespace rillscope
