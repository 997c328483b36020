// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/replay/ReplaySettings.h"

#include "core/base/Message.h"
#include "core/capture/check/CaptureFormat.h"
#include "core/parse/FieldName.h"
#include "core/source/TextKeys.h"

#include <QFileInfo>

namespace rillscope {
namespace {

const QString speedKey = QStringLiteral("speed");

} // namespace

const SourceKeys& replayKeys() {
    static const SourceKeys keys{
        SourceKey{QStringLiteral("FILE.csv"),
                  QT_TRANSLATE_NOOP("Source", "Recording"),
                  QT_TRANSLATE_NOOP("Source", "A CSV file or a recording (.rill)"),
                  SourceKey::File{},
                  {}},
        QList<SourceKey>{{speedKey, QT_TRANSLATE_NOOP("Source", "Speed"),
                          QT_TRANSLATE_NOOP("Source", "How many times as fast as it was recorded, or max for "
                                                      "as fast as possible"),
                          SourceKey::Text{QStringLiteral("FACTOR|max")}, QStringLiteral("1")}} +
            textKeys()};
    return keys;
}

SourceUri replayOf(const QString& filePath) {
    return SourceUri::ofFile(QStringLiteral("replay"), filePath);
}

Result<PlaybackSpeed> replaySpeedOf(const SourceUri& uri) {
    const auto text = uri.parameter(speedKey);
    return text ? PlaybackSpeed::parse(*text) : PlaybackSpeed::times(1.0);
}

void setReplaySpeed(SourceUri& uri, PlaybackSpeed speed) {
    uri.setParameter(speedKey, speed.toString());
}

Result<ReplaySettings> ReplaySettings::fromUri(const SourceUri& uri) {
    ParameterReader reader(uri, replayKeys());
    ReplaySettings settings{uri.path(), PlaybackSpeed::times(1.0), readTextKeys(reader)};
    settings.parse.speaksOfTemperature =
        FieldName::read(QFileInfo(uri.path()).completeBaseName().toStdString()).isTemperature;
    reader.text(speedKey);
    if (const auto speed = replaySpeedOf(uri))
        settings.speed = *speed;
    else
        reader.refuse(speed.error().subject, speed.error().detail);
    for (const SourceKey& key : textKeys()) {
        if (isNamedLikeCapture(uri.path()) && uri.parameter(key.name))
            reader.refuse(key.name,
                          Message(QT_TRANSLATE_NOOP("Message", "a recording knows its own units and times")));
    }
    const auto result = reader.result();
    if (!result)
        return tl::unexpected(result.error());
    return settings;
}

} // namespace rillscope
