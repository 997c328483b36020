// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/tail/TailSettings.h"

#include "core/source/TextKeys.h"

namespace rillscope {
namespace {

const QString fromKey = QStringLiteral("from");
const QString waitKey = QStringLiteral("wait");

} // namespace

const SourceKeys& tailKeys() {
    static const SourceKeys keys{
        SourceKey{QStringLiteral("FILE"),
                  QT_TRANSLATE_NOOP("Source", "File"),
                  QT_TRANSLATE_NOOP("Source", "A text file that another program appends to"),
                  SourceKey::File{},
                  {}},
        QList<SourceKey>{
            {fromKey, QT_TRANSLATE_NOOP("Source", "Read from"),
             QT_TRANSLATE_NOOP("Source",
                               "From the start of the file, only what is appended from now on, or what "
                               "is not in a recording of it yet"),
             SourceKey::Word{{QStringLiteral("start"), QStringLiteral("end"), QStringLiteral("resume")}},
             QStringLiteral("start")},
            {waitKey, QT_TRANSLATE_NOOP("Source", "Wait for file"),
             QT_TRANSLATE_NOOP("Source", "Whether to wait for a file that is not there yet"),
             SourceKey::Word{{QStringLiteral("no"), QStringLiteral("yes")}}, QStringLiteral("no")}} +
            textKeys()};
    return keys;
}

Result<TailSettings> TailSettings::fromUri(const SourceUri& uri) {
    ParameterReader reader(uri, tailKeys());
    TailSettings settings;
    settings.path = uri.path();
    settings.from = static_cast<From>(reader.word(fromKey, 0));
    settings.mayWait = reader.word(waitKey, 0) == 1;
    settings.parse = readTextKeys(reader);
    const auto result = reader.result();
    if (!result)
        return tl::unexpected(result.error());
    return settings;
}

} // namespace rillscope
