// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PipelinePanel.h"

#include "core/process/definition/DefinitionWords.h"
#include "ui/panels/StepListModel.h"
#include "ui/panels/StepView.h"

#include <gtest/gtest.h>

#include <QMenu>
#include <QPersistentModelIndex>
#include <QTest>

#include <random>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

StepDefinition average(const QString& name) {
    StepDefinition step;
    step.name = name;
    step.settings = MovingAverage{10s};
    return step;
}

PipelineDefinition threeSteps() {
    PipelineDefinition definition;
    definition.steps = {average(QStringLiteral("a")), average(QStringLiteral("b")),
                        average(QStringLiteral("c"))};
    return definition;
}

QString namesOf(const QList<StepDefinition>& steps) {
    QString names;
    for (const StepDefinition& step : steps)
        names += step.enabled ? step.name : u'(' + step.name + u')';
    return names;
}

/// The panel with somebody who takes its edits, as the program does.
class PipelinePanelTest : public testing::Test {
protected:
    PipelinePanelTest() {
        m_panel.resize(260, 500);
        m_panel.show();
        QObject::connect(&m_panel, &PipelinePanel::edited, &m_panel,
                         [this](const PipelineDefinition& definition, const QString& what, int row) {
                             m_what = what;
                             m_panel.setDefinition(definition);
                             m_panel.setCurrentRow(row);
                         });
    }

    StepView& view() { return *m_panel.findChild<StepView*>(); }
    QString names() const { return namesOf(m_panel.definition().steps); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&view(), key, modifiers);
    }
    bool isShown(const char* name) const {
        return m_panel.findChild<QWidget*>(QLatin1String(name))->isVisible();
    }

    PipelinePanel m_panel;
    QString m_what;
};

TEST_F(PipelinePanelTest, SaysWhatToDoWhenThereIsNothing) {
    EXPECT_TRUE(isShown("pipelineEmpty"));
    EXPECT_TRUE(isShown("openExampleButton"));
    EXPECT_FALSE(isShown("stepList"));
    m_panel.setDefinition(threeSteps());
    EXPECT_FALSE(isShown("pipelineEmpty"));
    EXPECT_TRUE(isShown("stepList"));
    m_panel.setDefinition({});
    EXPECT_TRUE(isShown("pipelineEmpty"));
}

TEST_F(PipelinePanelTest, MovesRemovesAndSwitchesByKeyboard) {
    m_panel.setDefinition(threeSteps());
    m_panel.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_panel));
    view().setFocus();
    m_panel.setCurrentRow(0);
    EXPECT_FALSE(m_panel.moveUpAction()->isEnabled());
    press(Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(names(), QStringLiteral("bac"));
    EXPECT_EQ(m_panel.currentRow(), 1) << "the step that was moved stays the one that is meant";
    press(Qt::Key_Down, Qt::AltModifier);
    EXPECT_FALSE(m_panel.moveDownAction()->isEnabled());
    press(Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(names(), QStringLiteral("bca"));
    press(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(names(), QStringLiteral("bac"));
    press(Qt::Key_Space);
    EXPECT_EQ(names(), QStringLiteral("b(a)c"));
    press(Qt::Key_Space);
    EXPECT_EQ(names(), QStringLiteral("bac"));
    press(Qt::Key_Delete);
    EXPECT_EQ(names(), QStringLiteral("bc"));
    EXPECT_EQ(m_what, QStringLiteral("remove “a”"));
    EXPECT_EQ(m_panel.currentRow(), 1);
    press(Qt::Key_Delete);
    press(Qt::Key_Delete);
    press(Qt::Key_Delete);
    EXPECT_EQ(names(), QString());
}

TEST_F(PipelinePanelTest, SwitchesByAClickIntoTheBoxAlone) {
    m_panel.setDefinition(threeSteps());
    const QRect row = view().visualRect(view().model()->index(1, 0));
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, row.center());
    EXPECT_EQ(names(), QStringLiteral("abc"));
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, QPoint(row.left() + 10, row.center().y()));
    EXPECT_EQ(names(), QStringLiteral("a(b)c"));
}

TEST_F(PipelinePanelTest, AsksForADialogByDoubleClickAndKeys) {
    m_panel.setDefinition(threeSteps());
    m_panel.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_panel));
    QList<int> asked;
    QObject::connect(&m_panel, &PipelinePanel::editRequested, &m_panel, [&](int row) { asked.append(row); });
    view().setFocus();
    m_panel.setCurrentRow(2);
    press(Qt::Key_F2);
    press(Qt::Key_Return);
    EXPECT_EQ(asked, QList<int>({2, 2}));
    const QPoint first = view().visualRect(view().model()->index(0, 0)).center();
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, first);
    QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, first);
    EXPECT_EQ(asked, QList<int>({2, 2, 0}));
}

TEST_F(PipelinePanelTest, OffersEveryKindOfStepBelowTheSelectedOne) {
    m_panel.setDefinition(threeSteps());
    QStringList asked;
    QObject::connect(&m_panel, &PipelinePanel::addRequested, &m_panel,
                     [&](const QString& kind, int row) { asked.append(kind + QString::number(row)); });
    const auto add = [&](const QString& kind) {
        m_panel.addMenu()->findChild<QAction*>(QStringLiteral("add_") + kind)->trigger();
    };
    QStringList expected;
    for (const QString& kind : stepKinds()) {
        add(kind);
        expected.append(kind + u'3');
    }
    EXPECT_EQ(asked, expected);
    m_panel.setCurrentRow(0);
    add(QStringLiteral("gap"));
    EXPECT_EQ(asked.constLast(), QStringLiteral("gap1"));
}

TEST_F(PipelinePanelTest, SaysWhyAnEditWasNotTakenUntilOneIs) {
    m_panel.setDefinition(threeSteps());
    EXPECT_FALSE(isShown("pipelineNotice"));
    m_panel.setNotice(QStringLiteral("no"));
    EXPECT_TRUE(isShown("pipelineNotice"));
    m_panel.setDefinition({});
    EXPECT_FALSE(isShown("pipelineNotice"));
}

TEST(StepListModelTest, KeepsRowsThatAChangeDoesNotTouch) {
    StepListModel model;
    model.setSteps(threeSteps().steps);
    const QPersistentModelIndex last = model.index(2);
    QList<StepDefinition> steps = threeSteps().steps;
    steps.removeAt(1);
    model.setSteps(steps);
    EXPECT_EQ(last.row(), 1);
    steps.prepend(average(QStringLiteral("new")));
    model.setSteps(steps);
    EXPECT_EQ(last.row(), 2);
}

TEST(StepListModelTest, ShowsWhatItWasGivenAfterAnyChange) {
    std::mt19937 random(11);
    StepListModel model;
    int rows = 0;
    QObject::connect(&model, &QAbstractItemModel::rowsInserted, &model,
                     [&](const QModelIndex&, int first, int last) { rows += last - first + 1; });
    QObject::connect(&model, &QAbstractItemModel::rowsRemoved, &model,
                     [&](const QModelIndex&, int first, int last) { rows -= last - first + 1; });
    for (int i = 0; i < 500; ++i) {
        QList<StepDefinition> steps;
        const std::size_t count = random() % 6;
        for (std::size_t step = 0; step < count; ++step)
            steps.append(average(QString(QChar(u'a' + static_cast<char16_t>(random() % 3)))));
        model.setSteps(steps);
        EXPECT_EQ(namesOf(model.steps()), namesOf(steps));
        EXPECT_EQ(rows, steps.size()) << "views believe the signals";
    }
}

} // namespace
} // namespace rillscope
