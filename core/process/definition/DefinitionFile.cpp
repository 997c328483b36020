// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionFile.h"

#include "core/base/Message.h"
#include "core/base/TargetFile.h"
#include "core/process/definition/DefinitionParser.h"
#include "core/process/definition/TomlTree.h"

#include <QFile>
#include <QFileInfo>

namespace rillscope {
namespace {

tl::unexpected<DefinitionMistakes> unreadable(const QString& path, const Message& detail) {
    return tl::unexpected(DefinitionMistakes{DefinitionMistake{path, 0, {}, {}, detail}});
}

} // namespace

DefinitionResult<LoadedDefinition> loadDefinition(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists())
        return unreadable(path, Message(QT_TRANSLATE_NOOP("Message", "there is no such file")));
    if (!info.isFile())
        return unreadable(path, Message(QT_TRANSLATE_NOOP("Message", "is no file")));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path,
                          Message(QT_TRANSLATE_NOOP("Message", "cannot be read: %1"), file.errorString()));
    const QByteArray text = file.read(maxDefinitionBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return unreadable(path,
                          Message(QT_TRANSLATE_NOOP("Message", "cannot be read: %1"), file.errorString()));
    auto definition = parseDefinition(text, path);
    if (!definition)
        return tl::unexpected(definition.error());
    return LoadedDefinition{text, std::move(*definition)};
}

Result<void> saveDefinition(const QString& path, const QByteArray& text) {
    return writeTargetFile(path, text).map_error([](Error error) {
        error.detail =
            Message(QT_TRANSLATE_NOOP("Message", "the pipeline could not be saved: %1"), error.detail);
        return error;
    });
}

} // namespace rillscope
