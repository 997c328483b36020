// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/DefinitionDraft.h"

#include "core/process/definition/DefinitionParser.h"
#include "core/process/definition/DefinitionWriter.h"

namespace rillscope {
namespace {

/// Without the line that tells the format.
QByteArray partsOf(const PipelineDefinition& definition) {
    const QByteArray text = writeDefinition(definition);
    return text.mid(text.indexOf('\n') + 1);
}

} // namespace

DefinitionDraft::Part DefinitionDraft::add(const QByteArray& text) {
    const auto before = static_cast<int>(m_text.count('\n'));
    m_text += text;
    return {before + 1, static_cast<int>(m_text.count('\n'))};
}

DefinitionDraft::Part DefinitionDraft::addPart(const QByteArray& header, const QByteArray& lines) {
    return add(header + '\n' + lines);
}

DefinitionDraft::Part DefinitionDraft::addUnits(const QList<UnitRule>& units) {
    return add(partsOf({{}, units, {}}));
}

DefinitionDraft::Part DefinitionDraft::addSteps(const QList<StepDefinition>& steps) {
    return add(partsOf({{}, {}, steps}));
}

DefinitionDraft::Part DefinitionDraft::addEventTime(const EventTimeSettings& settings) {
    return add(partsOf({settings, {}, {}}));
}

DefinitionResult<PipelineDefinition> DefinitionDraft::read() const {
    return parseDefinition(m_text, QString());
}

DefinitionMistakes DefinitionDraft::take(DefinitionMistakes& mistakes, Part part) {
    DefinitionMistakes taken;
    DefinitionMistakes others;
    for (const DefinitionMistake& mistake : std::as_const(mistakes))
        (mistake.line >= part.firstLine && mistake.line <= part.lastLine ? taken : others).append(mistake);
    mistakes = others;
    return taken;
}

} // namespace rillscope
