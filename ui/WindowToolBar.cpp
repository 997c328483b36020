// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/WindowToolBar.h"

#include "ui/TimeWindowSpans.h"
#include "ui/panels/StreamState.h"
#include "ui/text/NumberFormat.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/SegmentedControl.h"
#include "ui/widgets/StyleProperty.h"

#include <QActionGroup>
#include <QPushButton>
#include <QToolButton>

namespace rillscope {
namespace {

/// Segments that stand for the actions of an exclusive group: they trigger them and show which one is
/// checked.
SegmentedControl* makeSegments(const QString& objectName, const QString& accessibleName, QActionGroup* group,
                               const QStringList& texts) {
    const QList<QAction*> choices = group->actions();
    QList<SegmentedControl::Segment> segments;
    for (qsizetype i = 0; i < choices.size(); ++i)
        segments.append({texts.at(i), choices.at(i)->toolTip(), choices.at(i)->text()});
    auto* control = new SegmentedControl(objectName, accessibleName, segments);
    QObject::connect(control, &SegmentedControl::currentChanged, group,
                     [choices](int index) { choices.at(index)->trigger(); });
    const auto showChecked = [control, choices] {
        int checked = -1;
        for (qsizetype i = 0; i < choices.size(); ++i)
            checked = choices.at(i)->isChecked() ? static_cast<int>(i) : checked;
        control->setCurrent(checked);
    };
    for (QAction* choice : choices)
        QObject::connect(choice, &QAction::toggled, control, showChecked);
    showChecked();
    return control;
}

} // namespace

QPushButton* WindowToolBar::addButton(QAction* action) {
    auto* button = new ActionButton(action, this);
    addWidget(button);
    return button;
}

WindowToolBar::WindowToolBar(WindowActions& actions, QWidget* parent) : QToolBar(tr("Tool bar"), parent) {
    setObjectName(QStringLiteral("toolBar"));
    setMovable(false);
    setFloatable(false);
    addButton(actions.freeze)->setProperty("role", QStringLiteral("primary"));
    addButton(actions.startStop);

    QStringList windowTexts;
    for (const TimeWindowSpan& span : timeWindowSpans())
        windowTexts.append(span.shortText);
    addWidget(makeSegments(QStringLiteral("timeWindowControl"), tr("Time window"), actions.timeWindows,
                           windowTexts));
    const QStringList unitTexts{unitSymbol(Unit::Celsius), unitSymbol(Unit::Fahrenheit),
                                unitSymbol(Unit::Kelvin)};
    addWidget(makeSegments(QStringLiteral("unitControl"), tr("Unit"), actions.units, unitTexts));

    auto* spacer = new QWidget(this);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(spacer);
    m_livePill = new QPushButton(this);
    m_livePill->setObjectName(QStringLiteral("livePill"));
    m_livePill->setProperty("role", QStringLiteral("pill"));
    connect(m_livePill, &QPushButton::clicked, actions.backToLive, &QAction::trigger);
    addWidget(m_livePill);
    addButton(actions.exportChart);
    addButton(actions.saveCsv);
    nameOverflowButton();
}

void WindowToolBar::nameOverflowButton() {
    // In a narrow window the tool bar shows what does not fit by a button of Qt's own, which has no name.
    auto* overflow = findChild<QToolButton*>(QStringLiteral("qt_toolbar_ext_button"));
    if (!overflow)
        return;
    overflow->setAccessibleName(tr("More tools"));
    overflow->setToolTip(tr("Show the tools that do not fit into the window"));
    overflow->setFocusPolicy(Qt::TabFocus);
}

void WindowToolBar::showState(const ShownState& state, bool isFollowing, const QString& toolTip) {
    const NumberFormat format;
    const QString word = stateText(state, format);
    const QString text = state.state == StreamState::Paused
                             ? tr("%1 · %2 behind").arg(word, format.duration(state.behind))
                             : word;
    const QString shown = isFollowing ? text : text + QStringLiteral("  ↦");
    m_livePill->setToolTip(toolTip);
    const bool isWarning =
        state.state == StreamState::Behind || isSourceLacking(state.state) || state.isIncomplete();
    const QString color = isWarning     ? QStringLiteral("warning")
                          : isFollowing ? QStringLiteral("live")
                                        : QStringLiteral("behind");
    if (m_livePill->text() == shown && m_livePill->property("state") == color)
        return;
    m_livePill->setText(shown);
    setStyleProperty(*m_livePill, "state", color);
    m_livePill->setAccessibleName(isFollowing ? text : tr("%1, back to live").arg(text));
}

} // namespace rillscope
