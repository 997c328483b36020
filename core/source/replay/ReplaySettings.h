// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/TextFormat.h"
#include "core/source/PlaybackSpeed.h"
#include "core/source/SourceKey.h"
#include "core/source/SourceUri.h"

namespace rillscope {

/// What a replay is asked to do; the other form of replay:FILE?speed=60&unit=fahrenheit
struct ReplaySettings {
    QString path; ///< relative to the working directory, if relative
    PlaybackSpeed speed = PlaybackSpeed::times(1.0);
    TextOptions parse;

    /// Errors: InvalidUri; the subject names the parameter.
    static Result<ReplaySettings> fromUri(const SourceUri& uri);
};

const SourceKeys& replayKeys();

/// Of a file as it was recorded, as long as no speed is set.
SourceUri replayOf(const QString& filePath);
/// That of a replay which says nothing else is 1. Errors: InvalidUri with subject "speed".
Result<PlaybackSpeed> replaySpeedOf(const SourceUri& uri);
void setReplaySpeed(SourceUri& uri, PlaybackSpeed speed);

} // namespace rillscope
