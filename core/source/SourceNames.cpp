// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/SourceNames.h"

#include "core/base/Message.h"

#include <QFileInfo>

namespace rillscope {
namespace {

QString defaultName(const SourceUri& uri, const SourceCatalog& sources) {
    const QString file = sources.traitsOf(uri).readsFile ? QFileInfo(uri.path()).fileName() : QString();
    return file.isEmpty() ? uri.scheme() : file;
}

QString freeName(const QString& name, const QStringList& taken) {
    QString free = name;
    for (int number = 2; taken.contains(free); ++number)
        free = QStringLiteral("%1 (%2)").arg(name, QString::number(number));
    return free;
}

QStringList givenNames(const QList<SourceUri>& uris) {
    QStringList names;
    for (const SourceUri& uri : uris)
        names.append(givenName(uri));
    return names;
}

Result<void> checkNamesDiffer(const QStringList& names) {
    for (const QString& name : names) {
        if (!name.isEmpty() && names.count(name) > 1)
            return failure(ErrorCode::InvalidUri, nameKey(),
                           Message(QT_TRANSLATE_NOOP("Message", "two sources are named “%1”"), name));
    }
    return {};
}

Result<void> checkInputsDiffer(const QList<SourceUri>& uris, const SourceCatalog& sources) {
    QStringList taken;
    for (const SourceUri& uri : uris) {
        if (!sources.traitsOf(uri).hasExclusiveInput)
            continue;
        const QString input = uri.scheme() + u':' + uri.path();
        if (taken.contains(input))
            return failure(ErrorCode::InvalidUri, input,
                           Message(QT_TRANSLATE_NOOP("Message", "only one source can read this")));
        taken.append(input);
    }
    return {};
}

} // namespace

QString nameKey() {
    return QStringLiteral("name");
}

QString givenName(const SourceUri& uri) {
    return uri.parameter(nameKey()).value_or(QString());
}

Result<QStringList> namesOf(const QList<SourceUri>& uris, const SourceCatalog& sources) {
    QStringList names = givenNames(uris);
    if (const auto differ = checkNamesDiffer(names); !differ)
        return tl::unexpected(differ.error());
    if (const auto differ = checkInputsDiffer(uris, sources); !differ)
        return tl::unexpected(differ.error());
    for (qsizetype i = 1; i < uris.size(); ++i) {
        if (names.at(i).isEmpty())
            names[i] = freeName(defaultName(uris.at(i), sources), names);
    }
    return names;
}

} // namespace rillscope
