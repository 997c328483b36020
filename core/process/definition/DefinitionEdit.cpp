// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionEdit.h"

#include "core/process/definition/DefinitionParser.h"
#include "core/process/definition/DefinitionWriter.h"
#include "core/process/definition/StepReference.h"

#include <algorithm>

namespace rillscope {

DefinitionMistakes mistakesOf(const PipelineDefinition& definition) {
    const auto parsed = parseDefinition(writeDefinition(definition), QString());
    return parsed ? DefinitionMistakes() : parsed.error();
}

QString unusedName(const QList<StepDefinition>& steps, const QString& wish) {
    QString name = wish;
    const auto isUsed = [&] {
        return std::any_of(steps.begin(), steps.end(),
                           [&](const StepDefinition& step) { return step.name == name; });
    };
    for (int number = 2; isUsed(); ++number)
        name = QStringLiteral("%1 %2").arg(wish, QString::number(number));
    return name;
}

void redirectReaders(QList<StepDefinition>& steps, const QString& from, const QString& to) {
    if (from.isEmpty() || from == to)
        return;
    for (StepDefinition& step : steps) {
        if (step.of.isEmpty() || StepReference::read(step.of).step != from)
            continue;
        step.of.replace(0, from.size(), to);
    }
}

} // namespace rillscope
