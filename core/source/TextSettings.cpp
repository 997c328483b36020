// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/TextSettings.h"

#include "core/capture/check/CaptureFormat.h"

#include <QStringList>

namespace rillscope {
namespace {

QString speedKey() {
    return QStringLiteral("speed");
}

QString unitKey() {
    return QStringLiteral("unit");
}

Result<ParseOptions> readParseOptions(const SourceUri& uri) {
    ParseOptions options;
    if (const auto text = uri.parameter(unitKey())) {
        const auto unit = parseUnit(*text);
        if (!unit)
            return failure(ErrorCode::InvalidUri, unitKey(),
                           QStringLiteral("“%1” is none of celsius, fahrenheit, kelvin, none").arg(*text));
        options.unit = *unit;
    }
    return options;
}

} // namespace

Result<ReplaySettings> ReplaySettings::fromUri(const SourceUri& uri) {
    if (uri.path().isEmpty())
        return failure(ErrorCode::InvalidUri, uri.shown().text(),
                       QStringLiteral("the file is missing; expected replay:FILE.csv"));
    if (const auto known = uri.expectOnly({speedKey(), unitKey()}); !known)
        return tl::unexpected(known.error());
    if (isNamedLikeCapture(uri.path()) && uri.parameter(unitKey()))
        return failure(ErrorCode::InvalidUri, unitKey(), QStringLiteral("a capture knows its own units"));
    const auto options = readParseOptions(uri);
    if (!options)
        return tl::unexpected(options.error());
    ReplaySettings settings{uri.path(), PlaybackSpeed::times(1.0), *options};
    if (const auto text = uri.parameter(speedKey())) {
        const auto speed = PlaybackSpeed::parse(*text);
        if (!speed)
            return tl::unexpected(speed.error());
        settings.speed = *speed;
    }
    return settings;
}

Result<LineSettings> LineSettings::fromUri(const SourceUri& uri) {
    if (!uri.path().isEmpty())
        return failure(ErrorCode::InvalidUri, uri.path(), QStringLiteral("stdin: takes no path"));
    if (const auto known = uri.expectOnly({unitKey()}); !known)
        return tl::unexpected(known.error());
    const auto options = readParseOptions(uri);
    if (!options)
        return tl::unexpected(options.error());
    return LineSettings{*options};
}

} // namespace rillscope
