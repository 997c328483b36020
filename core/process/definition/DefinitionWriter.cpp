// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionWriter.h"

namespace rillscope {
namespace {

/// A header and its keys; nothing when all of them may be left out.
void appendPart(QString& text, const QString& header, const QList<WrittenKey>& keys) {
    QString lines;
    for (const WrittenKey& key : keys) {
        if (!key.isDefault)
            lines += key.key + QStringLiteral(" = ") + key.value + u'\n';
    }
    if (!lines.isEmpty())
        text += u'\n' + header + u'\n' + lines;
}

template <typename Part>
QList<WrittenKey> visitedKeys(Part part) {
    KeyWriter writer;
    visitKeys(writer, part);
    return writer.keys;
}

} // namespace

QList<WrittenKey> keysOf(const EventTimeSettings& settings) {
    return visitedKeys(settings);
}

QList<WrittenKey> keysOf(const UnitRule& rule) {
    return visitedKeys(rule);
}

QList<WrittenKey> keysOf(const StepDefinition& step) {
    KeyWriter writer;
    writer.add("kind", tomlText(kindOf(step.settings)));
    StepDefinition copy = step;
    visitStep(writer, copy);
    return writer.keys;
}

QByteArray writeDefinition(const PipelineDefinition& definition) {
    QString text = QStringLiteral("format = 1\n");
    appendPart(text, QStringLiteral("[event_time]"), keysOf(definition.eventTime));
    for (const UnitRule& rule : definition.units)
        appendPart(text, QStringLiteral("[[unit]]"), keysOf(rule));
    for (const StepDefinition& step : definition.steps)
        appendPart(text, QStringLiteral("[[step]]"), keysOf(step));
    return text.toUtf8();
}

} // namespace rillscope
