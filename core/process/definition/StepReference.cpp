// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/StepReference.h"

#include "core/base/Message.h"
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

Message unknownProblem(const QList<StepDefinition>& steps, qsizetype index, const QString& name) {
    QStringList names;
    for (const StepDefinition& step : steps.first(index)) {
        if (const StepGroup group = groupOf(step.settings);
            group == StepGroup::Filter || group == StepGroup::Window)
            names.append(step.name);
    }
    const QString nearest = nearestWord(name, names);
    const QString shown = excerptOf(name);
    return nearest.isEmpty()
               ? Message(QT_TRANSLATE_NOOP("Message", "no step is called \"%1\""), shown)
               : Message(QT_TRANSLATE_NOOP("Message", "no step is called \"%1\"; did you mean \"%2\"?"),
                         shown, nearest);
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

Message orderProblem(const QList<StepDefinition>& steps, qsizetype index, qsizetype read) {
    const QString name = excerptOf(steps.at(read).name);
    if (read == index)
        return Message(QT_TRANSLATE_NOOP("Message", "a step cannot read itself"));
    if (readsInTheEnd(steps, read, index))
        return Message(QT_TRANSLATE_NOOP("Message", "\"%1\" reads this step in turn, a circle"), name);
    return Message(QT_TRANSLATE_NOOP("Message", "expected an earlier step; \"%1\" comes later"), name);
}

Message aggregateProblem(const StepDefinition& window, const QString& aggregate) {
    QStringList computed;
    for (const Aggregate each : aggregatesOf(window.settings))
        computed.append(window.name + u'.' + aggregateName(each));
    const QString reference = window.name + u'.' + aggregate;
    return computed.contains(reference)
               ? Message()
               : Message(QT_TRANSLATE_NOOP("Message", "expected %1"), listOfWords(computed));
}

} // namespace

StepReference StepReference::read(const QString& of) {
    const qsizetype point = of.indexOf(u'.');
    return point < 0 ? StepReference{of, {}} : StepReference{of.left(point), of.mid(point + 1)};
}

Message referenceProblem(const QList<StepDefinition>& steps, qsizetype index) {
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
                   ? Message(QT_TRANSLATE_NOOP("Message", "expected \"%1\", for a filter has no aggregates"),
                             step.name)
                   : Message();
    case StepGroup::Window:
        if (groupOf(reader.settings) == StepGroup::Window)
            return Message(QT_TRANSLATE_NOOP(
                "Message", "a window reads a filter or the raw samples, not another window"));
        return aggregateProblem(step, reference.aggregate);
    case StepGroup::QualityRule:
    case StepGroup::Alarm:
        break;
    }
    return Message(QT_TRANSLATE_NOOP("Message", "expected a filter or a window; \"%1\" is of kind \"%2\""),
                   step.name, kindOf(step.settings));
}

} // namespace rillscope
