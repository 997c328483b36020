// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/StepReference.h"

#include "core/base/NearestWord.h"
#include "core/process/definition/DefinitionText.h"

#include <algorithm>

namespace rillscope {
namespace {

qsizetype indexOf(const QList<StepDefinition>& steps, const QString& name) {
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [&](const StepDefinition& step) { return step.name == name; });
    return found == steps.end() ? -1 : found - steps.begin();
}

QString unknownProblem(const QList<StepDefinition>& steps, qsizetype index, const QString& name) {
    QStringList names;
    for (const StepDefinition& step : steps.first(index)) {
        if (const StepGroup group = groupOf(step.settings);
            group == StepGroup::Filter || group == StepGroup::Window)
            names.append(step.name);
    }
    return QStringLiteral("no step is called \"%1\"").arg(excerptOf(name)) + suggestion(name, names);
}

/// Whether `from` reads `step` in the end; each step reads at most one other, so that the way is a line.
bool readsInTheEnd(const QList<StepDefinition>& steps, qsizetype from, qsizetype step) {
    for (qsizetype count = 0; from >= 0 && count < steps.size(); ++count) {
        if (from == step)
            return true;
        const QString& of = steps.at(from).of;
        from = of.isEmpty() ? -1 : indexOf(steps, StepReference::read(of).step);
    }
    return false;
}

QString orderProblem(const QList<StepDefinition>& steps, qsizetype index, qsizetype read) {
    const QString name = excerptOf(steps.at(read).name);
    if (read == index)
        return QStringLiteral("a step cannot read itself");
    if (readsInTheEnd(steps, read, index))
        return QStringLiteral("\"%1\" reads this step in turn, a circle").arg(name);
    return QStringLiteral("expected an earlier step; \"%1\" comes later").arg(name);
}

QString aggregateProblem(const StepDefinition& window, const QString& aggregate) {
    QStringList computed;
    for (const Aggregate each : aggregatesOf(window.settings))
        computed.append(window.name + u'.' + aggregateName(each));
    const QString reference = window.name + u'.' + aggregate;
    return computed.contains(reference) ? QString() : QStringLiteral("expected ") + listOfWords(computed);
}

} // namespace

StepReference StepReference::read(const QString& of) {
    const qsizetype point = of.indexOf(u'.');
    return point < 0 ? StepReference{of, {}} : StepReference{of.left(point), of.mid(point + 1)};
}

QString referenceProblem(const QList<StepDefinition>& steps, qsizetype index) {
    const StepDefinition& reader = steps.at(index);
    if (reader.of.isEmpty())
        return {};
    const StepReference reference = StepReference::read(reader.of);
    const qsizetype read = indexOf(steps, reference.step);
    if (read < 0)
        return unknownProblem(steps, index, reference.step);
    if (read >= index)
        return orderProblem(steps, index, read);
    const StepDefinition& step = steps.at(read);
    switch (groupOf(step.settings)) {
    case StepGroup::Filter:
        return reader.of.contains(u'.')
                   ? QStringLiteral("expected \"%1\", for a filter has no aggregates").arg(step.name)
                   : QString();
    case StepGroup::Window:
        if (groupOf(reader.settings) == StepGroup::Window)
            return QStringLiteral("a window reads a filter or the raw samples, not another window");
        return aggregateProblem(step, reference.aggregate);
    case StepGroup::QualityRule:
    case StepGroup::Alarm:
        break;
    }
    return QStringLiteral("expected a filter or a window; \"%1\" is of kind \"%2\"")
        .arg(step.name, kindOf(step.settings));
}

} // namespace rillscope
