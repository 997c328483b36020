// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionDocument.h"

#include "core/process/definition/DefinitionParser.h"
#include "core/process/definition/DefinitionWriter.h"

#include <algorithm>

namespace rillscope {
namespace {

bool isBlank(const QByteArray& line) {
    return line.trimmed().isEmpty();
}

/// The tables of one key, with what they say; they are as many as the definition has of them.
void addParts(const TomlTable& root, const char* key, PartKind kind, const QList<QList<WrittenKey>>& keys,
              std::vector<DocumentPart>& parts) {
    const TomlEntry* entry = root.find(QString::fromLatin1(key));
    if (!entry)
        return;
    if (const auto* table = std::get_if<TomlTable>(&entry->value.content)) {
        parts.push_back({kind, keys.at(0), {}, {}, {}, *table});
        return;
    }
    const auto& tables = std::get<TomlArray>(entry->value.content);
    for (std::size_t i = 0; i < tables.size(); ++i)
        parts.push_back(
            {kind, keys.at(static_cast<qsizetype>(i)), {}, {}, {}, std::get<TomlTable>(tables[i].content)});
}

template <typename Part>
QList<QList<WrittenKey>> keysOfEach(const QList<Part>& parts) {
    QList<QList<WrittenKey>> keys;
    for (const Part& part : parts)
        keys.append(keysOf(part));
    return keys;
}

std::vector<DocumentPart> partsOf(const TomlTable& root, const PipelineDefinition& definition) {
    std::vector<DocumentPart> parts;
    addParts(root, "event_time", PartKind::EventTime, {keysOf(definition.eventTime)}, parts);
    addParts(root, "unit", PartKind::Unit, keysOfEach(definition.units), parts);
    addParts(root, "step", PartKind::Step, keysOfEach(definition.steps), parts);
    std::sort(parts.begin(), parts.end(),
              [](const DocumentPart& a, const DocumentPart& b) { return a.table.line < b.table.line; });
    return parts;
}

/// Each part begins with a header on a line of its own; lines are counted from 1.
bool haveHeaders(const std::vector<DocumentPart>& parts, const QByteArrayList& lines) {
    int previousEnd = 0;
    for (const DocumentPart& part : parts) {
        const char* bracket = part.kind == PartKind::EventTime ? "[" : "[[";
        if (part.table.line <= previousEnd || !lines.at(part.table.line - 1).trimmed().startsWith(bracket))
            return false;
        previousEnd = part.table.endLine();
    }
    return true;
}

/// Lines between two parts, which are blank or comments: what touches the one above belongs to it, what
/// touches the one below to that; if all of them touch both, to the one below.
struct Gap {
    QByteArrayList below;
    QByteArrayList standing;
    QByteArrayList above;

    explicit Gap(const QByteArrayList& lines) {
        const auto firstBlank = std::find_if(lines.begin(), lines.end(), isBlank);
        const qsizetype end = firstBlank == lines.end() ? 0 : firstBlank - lines.begin();
        qsizetype begin = lines.size();
        while (begin > end && !isBlank(lines.at(begin - 1)))
            --begin;
        below = lines.first(end);
        standing = lines.sliced(end, begin - end);
        above = lines.sliced(begin);
    }
};

} // namespace

QByteArrayList linesOf(const QByteArray& text) {
    QByteArrayList lines;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype newline = text.indexOf('\n', begin);
        const qsizetype end = newline < 0 ? text.size() : newline + 1;
        lines.append(text.mid(begin, end - begin));
        begin = end;
    }
    return lines;
}

qsizetype commentStart(QByteArrayView line) {
    char quote = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char character = line[i];
        if (quote == 0 && character == '#')
            return i;
        if (quote == '"' && character == '\\')
            ++i;
        else if (quote == 0 && (character == '"' || character == '\''))
            quote = character;
        else if (character == quote)
            quote = 0;
    }
    return -1;
}

QStringList commentsIn(const QByteArrayList& lines) {
    QStringList comments;
    for (const QByteArray& line : lines) {
        if (const qsizetype start = commentStart(line); start >= 0)
            comments.append(QString::fromUtf8(line.mid(start)).trimmed());
    }
    return comments;
}

std::optional<DefinitionDocument> splitDefinition(const QByteArray& text) {
    const auto definition = parseDefinition(text, QString());
    const auto root = readToml(text, QString());
    if (!definition || !root)
        return std::nullopt;
    const QByteArrayList lines = linesOf(text);
    DefinitionDocument document;
    document.parts = partsOf(*root, *definition);
    if (!haveHeaders(document.parts, lines))
        return std::nullopt;
    QByteArrayList* previous = &document.preamble;
    qsizetype previousEnd = root->find(QStringLiteral("format"))->value.endLine;
    document.preamble = lines.first(previousEnd);
    for (DocumentPart& part : document.parts) {
        const qsizetype header = part.table.line - 1;
        const Gap gap(lines.sliced(previousEnd, header - previousEnd));
        *previous += gap.below;
        part.floating = gap.standing;
        part.attached = gap.above;
        previousEnd = part.table.endLine();
        part.body = lines.sliced(header, previousEnd - header);
        previous = &part.body;
    }
    const Gap rest(lines.sliced(previousEnd));
    *previous += rest.below;
    document.epilogue = rest.standing + rest.above;
    return document;
}

} // namespace rillscope
