// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/SourceFactory.h"

#include "core/source/LineSource.h"
#include "core/source/replay/ReplaySource.h"
#include "core/source/simulator/SimulatedSource.h"

namespace rillscope {
namespace {

template <typename Source, typename Settings>
Result<std::unique_ptr<SampleSource>> makeFrom(const SourceUri& uri, const Clock& clock) {
    const Result<Settings> settings = Settings::fromUri(uri);
    if (!settings)
        return tl::unexpected(settings.error());
    return std::make_unique<Source>(*settings, clock);
}

} // namespace

Result<std::unique_ptr<SampleSource>> makeSource(const SourceUri& uri, const Clock& clock) {
    if (uri.scheme() == QLatin1String("sim"))
        return makeFrom<SimulatedSource, SimulationSettings>(uri, clock);
    if (uri.scheme() == QLatin1String("replay"))
        return makeFrom<ReplaySource, ReplaySettings>(uri, clock);
    if (uri.scheme() == QLatin1String("stdin"))
        return makeFrom<LineSource, LineSettings>(uri, clock);
    if (uri.isCapture())
        return failure(
            ErrorCode::InvalidUri, uri.shown().text(),
            QStringLiteral("a capture is opened in the window; “replay:%1” sends its samples again")
                .arg(uri.path()));
    return failure(ErrorCode::InvalidUri, uri.scheme(), QStringLiteral("there is no such kind of source"));
}

const QList<SourceKind>& sourceKinds() {
    static const QList<SourceKind> kinds{
        {QStringLiteral("sim"), QStringLiteral("sim:normal?mean=20&sd=5&interval=100ms..500ms&seed=42"),
         QStringLiteral("Simulated temperatures: normal, uniform, exponential, walk or daily")},
        {QStringLiteral("replay"), QStringLiteral("replay:FILE.csv?speed=60"),
         QStringLiteral("A recording in a CSV file or a capture (.rill), as fast as it was made, faster, or "
                        "at once (speed=max)")},
        {QStringLiteral("stdin"), QStringLiteral("stdin:"),
         QStringLiteral("Lines from standard input: CSV, JSON, key=value or bare numbers")}};
    return kinds;
}

} // namespace rillscope
