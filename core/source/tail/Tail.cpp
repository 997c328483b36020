// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/tail/Tail.h"

#include "core/source/ByteStreamSource.h"
#include "core/source/tail/TailInput.h"

namespace rillscope {
namespace {

Result<std::unique_ptr<SampleSource>> makeTail(const SourceUri& uri, const SourceContext& context) {
    const auto settings = TailSettings::fromUri(uri);
    if (!settings)
        return tl::unexpected(settings.error());
    return std::make_unique<ByteStreamSource>(std::make_unique<TailInput>(*settings, context.position),
                                              settings->parse, context.clock);
}

std::optional<Error> problemOf(const SourceUri& uri) {
    const auto settings = TailSettings::fromUri(uri);
    return settings ? TailInput::problemOf(*settings) : std::optional(settings.error());
}

} // namespace

SourceType tailType() {
    return {.scheme = QStringLiteral("tail"),
            .title = QT_TRANSLATE_NOOP("Source", "Growing text file"),
            .streamTitle = nullptr,
            .description = QT_TRANSLATE_NOOP(
                "Source", "A text file that another program appends to and rotates: CSV, JSON, key=value or "
                          "bare numbers"),
            .example = QStringLiteral("tail:FILE.log"),
            .keys = tailKeys(),
            .traits = {.canWait = true, .isLive = true, .readsFile = true},
            .make = makeTail,
            .problemOf = problemOf,
            .goesOn = [](const SourceUri&) { return true; }};
}

} // namespace rillscope
