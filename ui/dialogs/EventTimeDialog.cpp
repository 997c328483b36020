// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/EventTimeDialog.h"

#include "ui/dialogs/DefinitionForm.h"
#include "ui/dialogs/KeyLister.h"
#include "ui/text/MessageText.h"
#include "ui/text/OutsideText.h"
#include "ui/widgets/GrowToFit.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace rillscope {
namespace {

// A least width of the dialog itself would take the place of what the layout needs in a wide font.
constexpr int leastContentWidth = 404;

template <typename Part>
QList<KeyField> fieldsOf(Part part) {
    KeyLister lister;
    visitKeys(lister, part);
    return lister.fields;
}

QLabel* makeHeading(const QString& text, QWidget* parent) {
    auto* heading = new QLabel(text, parent);
    heading->setProperty("role", QStringLiteral("cardTitle"));
    heading->setIndent(0); // else it stands 3 px to the right of what is below it
    return heading;
}

} // namespace

EventTimeDialog::EventTimeDialog(const PipelineDefinition& definition, QWidget* parent)
    : QDialog(parent)
    , m_original(definition)
    , m_result(definition)
    , m_eventTime(new KeyForm(this))
    , m_hint(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    setObjectName(QStringLiteral("eventTimeDialog"));
    setWindowTitle(tr("Event time and units"));
    m_eventTime->setObjectName(QStringLiteral("eventTimeForm"));
    m_eventTime->setFields(fieldsOf(definition.eventTime));
    m_hint->setObjectName(QStringLiteral("eventTimeHint"));
    m_hint->setProperty("role", QStringLiteral("mistake"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 18);
    layout->setSpacing(10);
    layout->addStrut(leastContentWidth);
    layout->addWidget(makeHeading(tr("Event time"), this));
    layout->addWidget(m_eventTime);
    layout->addWidget(makeHeading(tr("Units: the first rule that fits a channel counts"), this));
    layout->addWidget(makeUnits(), 1);
    layout->addWidget(m_hint);
    layout->addWidget(m_buttons);
    for (const UnitRule& rule : definition.units)
        addUnit(rule);
    connect(m_eventTime, &KeyForm::edited, this, &EventTimeDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
    m_eventTime->setFocus();
}

QWidget* EventTimeDialog::makeUnits() {
    auto* column = new QWidget;
    column->setProperty("role", QStringLiteral("column"));
    m_unitColumn = new QVBoxLayout(column);
    m_unitColumn->setContentsMargins(0, 0, 0, 0);
    m_unitColumn->setSpacing(12);
    auto* add = new QPushButton(tr("Add rule"), column);
    add->setObjectName(QStringLiteral("addUnitRule"));
    add->setProperty("role", QStringLiteral("link"));
    add->setToolTip(tr("Say in what unit some channels are measured, where the source does not know it"));
    connect(add, &QPushButton::clicked, this, [this] {
        addUnit({});
        check();
    });
    m_unitColumn->addWidget(add, 0, Qt::AlignLeft);
    m_unitColumn->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("unitRules"));
    scroll->setWidget(column);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumHeight(140);
    return scroll;
}

void EventTimeDialog::addUnit(const UnitRule& rule) {
    auto* row = new QWidget;
    auto* form = new KeyForm(row);
    form->setObjectName(QStringLiteral("unitRule"));
    form->setFields(fieldsOf(rule));
    auto* remove = new QPushButton(tr("Remove"), row);
    remove->setObjectName(QStringLiteral("removeUnitRule"));
    remove->setProperty("role", QStringLiteral("link"));
    remove->setToolTip(tr("Remove this rule"));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(form, 1);
    layout->addWidget(remove, 0, Qt::AlignTop);
    m_unitColumn->insertWidget(static_cast<int>(m_units.size()), row);
    m_units.append(form);
    connect(form, &KeyForm::edited, this, &EventTimeDialog::check);
    connect(remove, &QPushButton::clicked, this, [this, form] { removeUnit(form); });
}

void EventTimeDialog::removeUnit(KeyForm* form) {
    m_units.removeOne(form);
    form->parentWidget()->hide();
    form->parentWidget()->deleteLater(); // one of its buttons is being clicked
    check();
}

void EventTimeDialog::check() {
    DefinitionDraft draft;
    const auto eventTime = draft.addPart("[event_time]", definitionLines(*m_eventTime));
    QList<DefinitionDraft::Part> units;
    for (const KeyForm* form : std::as_const(m_units))
        units.append(draft.addPart("[[unit]]", definitionLines(*form)));
    draft.addSteps(m_original.steps);
    const auto read = draft.read();
    if (read)
        m_result = *read;
    DefinitionMistakes others = read ? DefinitionMistakes() : read.error();
    DefinitionMistakes unplaced =
        showDefinitionMistakes(*m_eventTime, DefinitionDraft::take(others, eventTime));
    for (qsizetype i = 0; i < m_units.size(); ++i)
        unplaced += showDefinitionMistakes(*m_units.at(i), DefinitionDraft::take(others, units.at(i)));
    const DefinitionMistake first = (unplaced + others).value(0);
    m_hint->setText(first.step.isEmpty()
                        ? oneLine(messageText(first.detail))
                        : tr("“%1”: %2").arg(first.step, oneLine(messageText(first.detail))));
    m_hint->setVisible(!first.detail.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(read.has_value());
    growToFit(this);
}

} // namespace rillscope
