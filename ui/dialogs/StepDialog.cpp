// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/StepDialog.h"

#include "core/process/definition/DefinitionEdit.h"
#include "core/process/definition/DefinitionText.h"
#include "ui/dialogs/DefinitionDraft.h"
#include "ui/dialogs/DefinitionForm.h"
#include "ui/dialogs/KeyLister.h"
#include "ui/text/MessageText.h"
#include "ui/text/OutsideText.h"
#include "ui/text/StepText.h"
#include "ui/widgets/GrowToFit.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rillscope {
namespace {

// A least width of the dialog itself would take the place of what the layout needs in a wide font.
constexpr int leastContentWidth = 384;

QLabel* makeLine(const QString& objectName, const char* role, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setProperty("role", QLatin1String(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

} // namespace

StepDialog::StepDialog(const PipelineDefinition& definition, qsizetype index, QWidget* parent)
    : QDialog(parent)
    , m_original(definition)
    , m_result(definition)
    , m_index(index)
    , m_form(new KeyForm(this))
    , m_remark(makeLine(QStringLiteral("stepRemark"), "dim", this))
    , m_hint(makeLine(QStringLiteral("stepHint"), "mistake", this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    const QString kind = kindOf(definition.steps.at(index).settings);
    setObjectName(QStringLiteral("stepDialog"));
    setWindowTitle(kindTitle(kind));
    auto* explanation = makeLine(QStringLiteral("stepExplanation"), "dim", this);
    explanation->setText(kindExplanation(kind) + u'.');
    explanation->show();
    m_form->setReferences(references());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 18);
    layout->setSpacing(12);
    layout->addStrut(leastContentWidth);
    for (QWidget* part : std::initializer_list<QWidget*>{explanation, m_form, m_remark, m_hint})
        layout->addWidget(part);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    connect(m_form, &KeyForm::edited, this, &StepDialog::takeEdit);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    takeEdit();
    m_form->setFocus();
}

void StepDialog::setRemark(const QString& text) {
    m_remark->setText(text);
    m_remark->setVisible(!text.isEmpty());
}

/// What the step may read: earlier filters, and, unless it is a window itself, the results of windows.
QStringList StepDialog::references() const {
    QStringList references;
    const bool isWindow = groupOf(m_original.steps.at(m_index).settings) == StepGroup::Window;
    for (const StepDefinition& step : m_original.steps.first(m_index)) {
        const StepGroup group = groupOf(step.settings);
        if (group == StepGroup::Filter)
            references.append(step.name);
        if (group != StepGroup::Window || isWindow)
            continue;
        for (const Aggregate aggregate : aggregatesOf(step.settings))
            references.append(step.name + u'.' + aggregateName(aggregate));
    }
    return references;
}

void StepDialog::takeEdit() {
    // A word may decide on which other keys there are.
    KeyLister lister(m_form->typed());
    StepDefinition step = m_original.steps.at(m_index);
    visitStep(lister, step);
    m_form->setFields(lister.fields);
    check();
}

void StepDialog::check() {
    const StepDefinition& step = m_original.steps.at(m_index);
    PipelineDefinition renamed = m_original;
    redirectReaders(renamed.steps, step.name, m_form->typed().value(QStringLiteral("name")));
    DefinitionDraft draft;
    draft.addEventTime(renamed.eventTime);
    draft.addUnits(renamed.units);
    draft.addSteps(renamed.steps.first(m_index));
    const auto part = draft.addPart("[[step]]\nkind = " + tomlText(kindOf(step.settings)).toUtf8(),
                                    definitionLines(*m_form));
    draft.addSteps(renamed.steps.sliced(m_index + 1));
    const auto read = draft.read();
    if (read)
        m_result = *read;
    DefinitionMistakes others = read ? DefinitionMistakes() : read.error();
    DefinitionMistakes own = DefinitionDraft::take(others, part);
    const DefinitionMistakes unplaced = showDefinitionMistakes(*m_form, own);
    // What is wrong elsewhere likely follows from what is wrong here.
    const DefinitionMistakes& hinted = own.isEmpty() ? others : unplaced;
    const DefinitionMistake first = hinted.value(0);
    m_hint->setText(
        own.isEmpty() ? tr("“%1” would be wrong then: %2").arg(first.step, oneLine(messageText(first.detail)))
                      : oneLine(messageText(first.detail)));
    m_hint->setVisible(!hinted.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(read.has_value());
    growToFit(this);
}

} // namespace rillscope
