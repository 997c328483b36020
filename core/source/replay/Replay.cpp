// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/replay/Replay.h"

#include "core/source/FileProblem.h"
#include "core/source/replay/ReplaySource.h"

namespace rillscope {
namespace {

Result<std::unique_ptr<SampleSource>> makeReplay(const SourceUri& uri, const SourceContext& context) {
    const auto settings = ReplaySettings::fromUri(uri);
    if (!settings)
        return tl::unexpected(settings.error());
    return std::make_unique<ReplaySource>(*settings, context.clock);
}

std::optional<Error> problemOf(const SourceUri& uri) {
    return fileProblem(uri.path());
}

} // namespace

SourceType replayType() {
    return {.scheme = replayOf({}).scheme(),
            .title = QT_TRANSLATE_NOOP("Source", "Recording (CSV)…"),
            .streamTitle = nullptr,
            .description = QT_TRANSLATE_NOOP(
                "Source",
                "A CSV file or a recording (.rill), as fast as it was made, faster, or at once (speed=max)"),
            .example = QStringLiteral("replay:FILE.csv?speed=60"),
            .keys = replayKeys(),
            .traits = {.canWait = true, .readsFile = true, .playsFiles = true},
            .page = SourcePage::Player,
            .make = makeReplay,
            .problemOf = problemOf};
}

} // namespace rillscope
