// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/ResumePosition.h"

#include "core/capture/CaptureSchema.h"
#include "core/capture/read/CaptureReader.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace rillscope {
namespace {

const QString fromKey = QStringLiteral("from");

/// What does not change which stream a URI means.
const QStringList& passingKeys() {
    static const QStringList keys{fromKey,
                                  QStringLiteral("until"),
                                  QStringLiteral("secret"),
                                  QStringLiteral("format"),
                                  QStringLiteral("unit"),
                                  QStringLiteral("wait")};
    return keys;
}

QList<std::pair<QString, QString>> identifyingParameters(const SourceUri& uri) {
    QList<std::pair<QString, QString>> parameters;
    for (const SourceUri::Parameter& parameter : uri.parameters()) {
        if (!passingKeys().contains(parameter.key))
            parameters.append({parameter.key, parameter.value});
    }
    std::ranges::sort(parameters);
    return parameters;
}

/// The newest of those in a capture that the source has, if it is newer than `known`.
std::optional<StoredPosition> newerPosition(const QString& path, const SourceUri& uri,
                                            const std::optional<StoredPosition>& known) {
    std::optional<StoredPosition> newest = known;
    auto reader = CaptureReader::open(path);
    const auto positions = reader ? reader->readPositions() : tl::unexpected(reader.error());
    for (const StoredPosition& position : positions.value_or(QList<StoredPosition>())) {
        const auto source = SourceUri::parse(position.source);
        if (source && isSameStream(*source, uri) && (!newest || position.time > newest->time))
            newest = position;
    }
    return newest;
}

} // namespace

bool asksToResume(const SourceUri& uri) {
    return uri.parameter(fromKey) == QStringLiteral("resume");
}

bool isSameStream(const SourceUri& one, const SourceUri& other) {
    return one.hasSameAddress(other) && identifyingParameters(one) == identifyingParameters(other);
}

QByteArray resumePosition(const SourceUri& uri, const QStringList& folders) {
    std::optional<StoredPosition> newest;
    QStringList seen;
    for (const QString& folder : folders) {
        const QString canonical = QFileInfo(folder).canonicalFilePath();
        if (canonical.isEmpty() || seen.contains(canonical))
            continue;
        seen.append(canonical);
        const QString pattern = QStringLiteral("*.") + QLatin1String(captureSuffix);
        for (QDirIterator files(canonical, {pattern}, QDir::Files | QDir::Hidden); files.hasNext();)
            newest = newerPosition(files.next(), uri, newest);
    }
    return newest ? newest->position : QByteArray();
}

} // namespace rillscope
