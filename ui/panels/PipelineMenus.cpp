// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PipelineMenus.h"

#include "ui/text/StepText.h"

#include <QCoreApplication>

namespace rillscope {
namespace {

class PipelineMenus {
    Q_DECLARE_TR_FUNCTIONS(PipelineMenus)

public:
    static QMenu* addStep(QWidget* parent) {
        auto* menu = new QMenu(tr("&Add step"), parent);
        menu->setObjectName(QStringLiteral("addStepMenu"));
        menu->setToolTip(tr("Add a step below the selected one"));
        for (const StepGroup group : {StepGroup::QualityRule, StepGroup::Filter, StepGroup::Window})
            addKinds(*menu->addMenu(groupTitle(group)), group);
        addKinds(*menu, StepGroup::Alarm); // there is but one kind
        return menu;
    }

    static QMenu* examples(QWidget* parent) {
        auto* menu = new QMenu(tr("Open &example"), parent);
        menu->setObjectName(QStringLiteral("exampleMenu"));
        menu->setToolTip(tr("Open a pipeline that comes with Rillscope, to try and to change"));
        addExample(*menu, QStringLiteral("simulator"), tr("&Simulator: a tour of every step"));
        addExample(*menu, QStringLiteral("machine"), tr("&Machine: the temperature of an engine"));
        addExample(*menu, QStringLiteral("laboratory"), tr("&Laboratory: thermocouples"));
        return menu;
    }

private:
    static void addKinds(QMenu& menu, StepGroup group) {
        menu.setToolTipsVisible(true);
        for (const QString& kind : stepKinds()) {
            if (groupOf(*settingsOfKind(kind)) != group)
                continue;
            QAction* action = menu.addAction(kindTitle(kind) + QStringLiteral("…"));
            action->setObjectName(QStringLiteral("add_") + kind);
            action->setToolTip(kindExplanation(kind));
            action->setData(kind);
        }
    }

    static void addExample(QMenu& menu, const QString& name, const QString& text) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QStringLiteral("example_") + name);
        action->setData(QStringLiteral(":/rillscope/pipelines/%1.toml").arg(name));
    }
};

} // namespace

QMenu* makeAddStepMenu(QWidget* parent) {
    return PipelineMenus::addStep(parent);
}

QMenu* makeExampleMenu(QWidget* parent) {
    return PipelineMenus::examples(parent);
}

} // namespace rillscope
