// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PipelinePanel.h"

#include "ui/panels/PipelineMenus.h"
#include "ui/panels/StepListModel.h"
#include "ui/panels/StepView.h"
#include "ui/text/OutsideText.h"
#include "ui/text/StepText.h"
#include "ui/widgets/ElidedLabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace rillscope {
namespace {

/// Does what the action does, under a shorter name.
QPushButton* makeLink(QAction* action, const QString& text, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setAccessibleName(QString(action->text()).remove(u'&'));
    button->setToolTip(action->toolTip());
    button->setProperty("role", QStringLiteral("link"));
    button->setEnabled(action->isEnabled());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
    return button;
}

QPushButton* makeMenuButton(const QString& objectName, const QString& text, QMenu* menu, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setToolTip(menu->toolTip());
    button->setProperty("role", QStringLiteral("link"));
    // Not setMenu(): its arrow takes room that the row does not have.
    QObject::connect(button, &QPushButton::clicked, menu,
                     [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
    return button;
}

} // namespace

PipelinePanel::PipelinePanel(QWidget* parent)
    : Card(QString(), parent)
    , m_steps(new StepListModel(this))
    , m_view(new StepView(*m_steps, this))
    , m_addMenu(makeAddStepMenu(this))
    , m_exampleMenu(makeExampleMenu(this))
    , m_fileName(new ElidedLabel(QString(), this))
    , m_eventTimeText(new ElidedLabel(QString(), this))
    , m_notice(new QLabel(this))
    , m_emptyPage(new QWidget(this))
    , m_listPage(new QWidget(this)) {
    setObjectName(QStringLiteral("pipelinePanel"));
    setAccessibleName(tr("Pipeline"));
    connectMenus();
    buildActions();
    buildHeader();
    buildEmptyPage();
    buildList();
    connect(m_steps, &StepListModel::switchRequested, this, &PipelinePanel::switchStep);
    connect(m_view, &StepView::currentRowChanged, this, &PipelinePanel::showState);
    connect(m_view, &StepView::currentRowChanged, this, &PipelinePanel::showCurrentRow);
    connect(m_view, &QAbstractItemView::activated, m_edit, &QAction::trigger);
    setNotice({});
    showState();
}

void PipelinePanel::connectMenus() {
    connect(m_addMenu, &QMenu::triggered, this, [this](const QAction* action) {
        const int row = currentRow();
        Q_EMIT addRequested(action->data().toString(), row < 0 ? m_steps->rowCount() : row + 1);
    });
    connect(m_exampleMenu, &QMenu::triggered, this,
            [this](const QAction* action) { Q_EMIT exampleRequested(action->data().toString()); });
}

QAction* PipelinePanel::addStepAction(const QString& objectName, const QString& text, const QString& toolTip,
                                      const QKeySequence& key) {
    auto* action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setToolTip(key.isEmpty() ? toolTip
                                     : tr("%1 (%2)").arg(toolTip, key.toString(QKeySequence::NativeText)));
    m_view->addAction(action);
    return action;
}

void PipelinePanel::buildActions() {
    m_edit = addStepAction(QStringLiteral("editStep"), tr("&Edit step…"), tr("Change the selected step"),
                           QKeySequence(Qt::Key_F2));
    m_remove = addStepAction(QStringLiteral("removeStep"), tr("&Remove step"), tr("Remove the selected step"),
                             QKeySequence(QKeySequence::Delete));
    m_moveUp = addStepAction(QStringLiteral("moveStepUp"), tr("Move step &up"),
                             tr("Move the selected step up"), QKeySequence(tr("Alt+Up")));
    m_moveDown = addStepAction(QStringLiteral("moveStepDown"), tr("Move step &down"),
                               tr("Move the selected step down"), QKeySequence(tr("Alt+Down")));
    m_eventTime = addStepAction(QStringLiteral("eventTime"), tr("Event &time and units…"),
                                tr("How late samples may be, and in what unit channels are measured"), {});
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_edit, &QAction::triggered, this, [this] {
        if (currentRow() >= 0)
            Q_EMIT editRequested(currentRow());
    });
    connect(m_remove, &QAction::triggered, this, &PipelinePanel::removeCurrent);
    connect(m_moveUp, &QAction::triggered, this, [this] { moveCurrent(-1); });
    connect(m_moveDown, &QAction::triggered, this, [this] { moveCurrent(1); });
    connect(m_eventTime, &QAction::triggered, this, &PipelinePanel::eventTimeRequested);
}

void PipelinePanel::buildHeader() {
    auto* title = new ElidedLabel(tr("Pipeline"), this);
    title->setProperty("role", QStringLiteral("cardTitle"));
    title->setIndent(0);
    m_fileName->setObjectName(QStringLiteral("pipelineFile"));
    m_fileName->setProperty("role", QStringLiteral("dim"));
    m_fileName->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* header = new QHBoxLayout;
    header->setSpacing(8);
    header->addWidget(title);
    header->addWidget(m_fileName, 1);
    content()->addLayout(header);
}

void PipelinePanel::buildEmptyPage() {
    auto* hint = new QLabel(tr("No processing steps. Add filters, windows or alarms."), m_emptyPage);
    hint->setObjectName(QStringLiteral("pipelineEmpty"));
    hint->setProperty("role", QStringLiteral("dim"));
    hint->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addWidget(
        makeMenuButton(QStringLiteral("addFirstStepButton"), tr("Add step ▾"), m_addMenu, m_emptyPage));
    buttons->addWidget(makeMenuButton(QStringLiteral("openExampleButton"), tr("Open example ▾"),
                                      m_exampleMenu, m_emptyPage));
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(m_emptyPage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(hint);
    layout->addLayout(buttons);
    content()->addWidget(m_emptyPage);
}

void PipelinePanel::buildList() {
    m_eventTimeText->setObjectName(QStringLiteral("eventTimeText"));
    m_eventTimeText->setProperty("role", QStringLiteral("dim"));
    m_notice->setObjectName(QStringLiteral("pipelineNotice"));
    m_notice->setProperty("role", QStringLiteral("state"));
    m_notice->setProperty("state", QStringLiteral("warning"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    auto* eventTime = new QHBoxLayout;
    eventTime->addWidget(m_eventTimeText, 1);
    eventTime->addWidget(makeLink(m_eventTime, tr("Event time…"), m_listPage));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(makeMenuButton(QStringLiteral("addStepButton"), tr("Add ▾"), m_addMenu, m_listPage));
    buttons->addWidget(makeLink(m_edit, tr("Edit…"), m_listPage));
    buttons->addWidget(makeLink(m_remove, tr("Remove"), m_listPage));
    buttons->addStretch(1);
    buttons->addWidget(makeLink(m_moveUp, QStringLiteral("▲"), m_listPage));
    buttons->addWidget(makeLink(m_moveDown, QStringLiteral("▼"), m_listPage));
    auto* layout = new QVBoxLayout(m_listPage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(eventTime);
    layout->addWidget(m_view);
    layout->addLayout(buttons);
    content()->addWidget(m_listPage);
    content()->addWidget(m_notice);
}

void PipelinePanel::setDefinition(const PipelineDefinition& definition) {
    m_definition = definition;
    m_steps->setSteps(definition.steps);
    setNotice({});
    showState();
}

void PipelinePanel::setFileName(const QString& name, bool isModified) {
    const QString shown = oneLine(name);
    m_fileName->setText(isModified ? tr("● %1").arg(shown.isEmpty() ? tr("not saved") : shown) : shown);
    m_fileName->setToolTip(isModified ? tr("There are changes that are not saved") : QString());
}

void PipelinePanel::setNotice(const QString& text) {
    m_notice->setText(oneLine(text));
    m_notice->setVisible(!text.isEmpty());
}

void PipelinePanel::setColors(const PanelColors& colors) {
    m_view->setColors(colors);
}

int PipelinePanel::currentRow() const {
    return m_view->currentIndex().row();
}

void PipelinePanel::setCurrentRow(int row) {
    m_view->setCurrentIndex(m_steps->index(std::min(row, m_steps->rowCount() - 1)));
}

void PipelinePanel::showState() {
    const int row = currentRow();
    const bool isEmpty = m_definition == PipelineDefinition();
    m_emptyPage->setVisible(isEmpty);
    m_listPage->setVisible(!isEmpty);
    m_eventTimeText->setText(eventTimeSummary(m_definition));
    m_edit->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_moveUp->setEnabled(row > 0);
    m_moveDown->setEnabled(row >= 0 && row < m_steps->rowCount() - 1);
}

void PipelinePanel::showCurrentRow() {
    const QRect area = m_view->visualRect(m_view->currentIndex());
    if (area.isValid() && m_view->hasFocus())
        Q_EMIT rowShown(QRect(m_view->mapTo(this, area.topLeft()), area.size()));
}

void PipelinePanel::removeCurrent() {
    const int row = currentRow();
    if (row < 0)
        return;
    PipelineDefinition definition = m_definition;
    const QString name = definition.steps.takeAt(row).name;
    Q_EMIT edited(definition, tr("remove “%1”").arg(name), row);
}

void PipelinePanel::moveCurrent(int by) {
    const int row = currentRow();
    if (row < 0 || row + by < 0 || row + by >= m_steps->rowCount())
        return;
    PipelineDefinition definition = m_definition;
    definition.steps.swapItemsAt(row, row + by);
    Q_EMIT edited(definition, tr("move “%1”").arg(m_definition.steps.at(row).name), row + by);
}

void PipelinePanel::switchStep(int row, bool isOn) {
    PipelineDefinition definition = m_definition;
    StepDefinition& step = definition.steps[row];
    step.enabled = isOn;
    Q_EMIT edited(definition, isOn ? tr("enable “%1”").arg(step.name) : tr("disable “%1”").arg(step.name),
                  row);
}

} // namespace rillscope
