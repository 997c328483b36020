// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/PartUpdate.h"

#include <algorithm>

namespace rillscope {
namespace {

const WrittenKey* find(const QList<WrittenKey>& keys, const QString& name) {
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&](const WrittenKey& key) { return key.key == name; });
    return found == keys.end() ? nullptr : &*found;
}

QByteArray indentOf(const QByteArray& line) {
    qsizetype length = 0;
    while (length < line.size() && (line[length] == ' ' || line[length] == '\t'))
        ++length;
    return line.left(length);
}

/// The key's lines with another value. A comment behind the value stays; those within an array go with it.
QByteArray rewritten(const WrittenKey& key, const QByteArrayList& lines, const QByteArray& lineEnd,
                     QStringList& lost) {
    const QByteArray& first = lines.constFirst();
    const QByteArray line = indentOf(first) + keyLine(key);
    if (lines.size() > 1) {
        lost += commentsIn(lines);
        return line + lineEnd;
    }
    const qsizetype comment = commentStart(first);
    if (comment < 0)
        return line + lineEnd;
    qsizetype blanks = comment;
    while (blanks > 0 && (first[blanks - 1] == ' ' || first[blanks - 1] == '\t'))
        --blanks;
    return line + first.mid(blanks);
}

} // namespace

QByteArray keyLine(const WrittenKey& key) {
    return QString(key.key + QStringLiteral(" = ") + key.value).toUtf8();
}

QByteArrayList updatedBody(const DocumentPart& part, const QList<WrittenKey>& keys, const QByteArray& lineEnd,
                           QStringList& lost) {
    QByteArrayList body;
    qsizetype next = 0; // of the old body's lines
    for (const TomlEntry& entry : part.table.entries) {
        const qsizetype begin = entry.line - part.table.line;
        const qsizetype end = entry.value.endLine - part.table.line + 1;
        const QByteArrayList lines = part.body.sliced(begin, end - begin);
        body += part.body.sliced(next, begin - next);
        next = end;
        const WrittenKey* key = find(keys, entry.key);
        const WrittenKey* before = find(part.keys, entry.key);
        if (!key)
            lost += commentsIn(lines);
        else if (before && before->value == key->value)
            body += lines;
        else
            body.append(rewritten(*key, lines, lineEnd, lost));
    }
    if (part.table.entries.empty())
        body.append(part.body.at(next++)); // the header
    for (const WrittenKey& key : keys) {
        if (!key.isDefault && !part.table.find(key.key))
            body.append(keyLine(key) + lineEnd);
    }
    return body + part.body.sliced(next);
}

} // namespace rillscope
