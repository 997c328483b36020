// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/KeyWriter.h"
#include "core/process/definition/TomlTree.h"

#include <QByteArrayList>

namespace rillscope {

enum class PartKind { EventTime, Unit, Step };

/// A table of a pipeline file, as its author wrote it. Lines have their ends.
struct DocumentPart {
    PartKind kind = PartKind::Step;
    QList<WrittenKey> keys;  ///< what it says
    QByteArrayList floating; ///< blank lines and comments before it that stand alone, such as a heading
    QByteArrayList attached; ///< the comments directly above its header
    QByteArrayList body;     ///< its header, keys, and the comments among and directly below them
    TomlTable table;         ///< where its keys are
};

/// The text of a pipeline file, taken apart into lines that belong together; in order they are the whole
/// text.
struct DefinitionDocument {
    QByteArrayList preamble; ///< all down to the first table
    std::vector<DocumentPart> parts;
    QByteArrayList epilogue; ///< what stands alone after the last table
};

/// Nothing when the text has a mistake, or writes its tables in another way than below headers of their own.
std::optional<DefinitionDocument> splitDefinition(const QByteArray& text);

QByteArrayList linesOf(const QByteArray& text);

/// Where in a line its comment begins, or -1. The line is not within a text of several lines.
qsizetype commentStart(QByteArrayView line);

/// "# like this", for each line that has one.
QStringList commentsIn(const QByteArrayList& lines);

} // namespace rillscope
