// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/RecordParser.h"
#include "core/source/PlaybackSpeed.h"
#include "core/source/SourceUri.h"

namespace rillscope {

/// What a replay is asked to do; the other form of replay:FILE?speed=60&unit=fahrenheit
struct ReplaySettings {
    QString path; ///< relative to the working directory, if relative
    PlaybackSpeed speed = PlaybackSpeed::times(1.0);
    ParseOptions parse;

    /// Errors: InvalidUri; the subject names the parameter.
    static Result<ReplaySettings> fromUri(const SourceUri& uri);
};

/// What standard input is read as; the other form of stdin:?unit=fahrenheit
struct LineSettings {
    ParseOptions parse;

    /// Errors: InvalidUri; the subject names the parameter.
    static Result<LineSettings> fromUri(const SourceUri& uri);
};

} // namespace rillscope
