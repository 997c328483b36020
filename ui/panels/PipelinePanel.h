// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/PipelineDefinition.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/PanelColors.h"

#include <QAction>

class QMenu;

namespace rillscope {

class ElidedLabel;
class StepListModel;
class StepView;

/// The steps of the pipeline in their order: switched, moved and removed here; what needs a dialog is asked
/// for. It shows what it is given and changes nothing by itself: the receiver of an edit calls
/// setDefinition(), who does not setNotice(). Thread: GUI.
class PipelinePanel : public Card {
    Q_OBJECT

public:
    explicit PipelinePanel(QWidget* parent = nullptr);

    void setDefinition(const PipelineDefinition& definition);
    const PipelineDefinition& definition() const { return m_definition; }
    /// Empty: no file.
    void setFileName(const QString& name, bool isModified);
    /// Why an edit was not taken; empty: nothing is wrong.
    void setNotice(const QString& text);
    void setColors(const PanelColors& colors);

    /// -1: none.
    int currentRow() const;
    void setCurrentRow(int row);

    /// Kinds of steps by group; and ready-made pipelines.
    QMenu* addMenu() const { return m_addMenu; }
    QMenu* exampleMenu() const { return m_exampleMenu; }
    QAction* editAction() const { return m_edit; }
    QAction* removeAction() const { return m_remove; }
    QAction* moveUpAction() const { return m_moveUp; }
    QAction* moveDownAction() const { return m_moveDown; }
    QAction* eventTimeAction() const { return m_eventTime; }

Q_SIGNALS:
    /// A step of that kind, to become that row.
    void addRequested(const QString& kind, int row);
    void editRequested(int row);
    void eventTimeRequested();
    void exampleRequested(const QString& path);
    /// `what` is for the list of what can be undone; `row` is what shall be current then.
    void edited(const rillscope::PipelineDefinition& definition, const QString& what, int row);
    /// In the coordinates of this panel.
    void rowShown(const QRect& area);

private:
    void connectMenus();
    void buildActions();
    QAction* addStepAction(const QString& objectName, const QString& text, const QString& toolTip,
                           const QKeySequence& key);
    void buildHeader();
    void buildList();
    void buildEmptyPage();
    void showState();
    void showCurrentRow();
    void removeCurrent();
    void moveCurrent(int by);
    void switchStep(int row, bool isOn);

    PipelineDefinition m_definition;
    StepListModel* m_steps;
    StepView* m_view;
    QMenu* m_addMenu;
    QMenu* m_exampleMenu;
    ElidedLabel* m_fileName;
    ElidedLabel* m_eventTimeText;
    QLabel* m_notice;
    QWidget* m_emptyPage;
    QWidget* m_listPage;
    QAction* m_edit;
    QAction* m_remove;
    QAction* m_moveUp;
    QAction* m_moveDown;
    QAction* m_eventTime;
};

} // namespace rillscope
