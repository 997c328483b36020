// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/AboutDialog.h"
#include "ui/dialogs/HistoryDialog.h"
#include "ui/dialogs/ShortcutsDialog.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <gtest/gtest.h>

namespace rillscope {
namespace {

QStringList textsOf(const QWidget& widget) {
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        texts.append(label->text());
    return texts;
}

} // namespace

TEST(ShortcutsDialogTest, ListsActionsThatHaveAShortcut) {
    QAction open(QStringLiteral("&Open recording…"));
    open.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    QAction saveAndQuit(QStringLiteral("Save && quit"));
    saveAndQuit.setShortcuts({QKeySequence(Qt::Key_F2), QKeySequence(Qt::Key_F3)});
    QAction without(QStringLiteral("Without"));
    QAction nameless;
    nameless.setShortcut(QKeySequence(Qt::Key_F9));
    ShortcutsDialog dialog({&open, nullptr, &without, &nameless, &saveAndQuit});
    EXPECT_EQ(textsOf(dialog).join(u'|').toStdString(), "Open recording|Ctrl+O|Save & quit|F2|F3");
    EXPECT_FALSE(dialog.isModal()) << "the stream goes on";
    dialog.show();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    EXPECT_FALSE(dialog.isVisible());
}

TEST(ShortcutsDialogTest, StandsManyActionsByScrolling) {
    QObject owner;
    QList<QAction*> actions;
    for (int number = 0; number < 200; ++number) {
        actions.append(new QAction(QStringLiteral("Action %1").arg(number), &owner));
        actions.last()->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_A));
    }
    const ShortcutsDialog dialog(actions);
    EXPECT_LT(dialog.sizeHint().height(), 640);
    const ShortcutsDialog empty({});
    EXPECT_TRUE(textsOf(empty).isEmpty());
}

TEST(AboutDialogTest, NamesVersionLicenceAndQt) {
    const AboutDialog dialog(QStringLiteral("1.2.3"));
    const QString all = textsOf(dialog).join(u'\n');
    EXPECT_TRUE(all.contains(QStringLiteral("Rillscope")));
    EXPECT_TRUE(all.contains(QStringLiteral("1.2.3")));
    EXPECT_TRUE(all.contains(QStringLiteral("GPL-3.0-or-later")));
    EXPECT_TRUE(all.contains(QString::fromLatin1(qVersion())));
}

TEST(HistoryDialogTest, StaysWithinTheBoundsAndGoesBackToTheDefaults) {
    HistoryDialog dialog({.memoryMiB = 512, .gapFactor = 3.0});
    EXPECT_EQ(dialog.settings(), (HistorySettings{.memoryMiB = 512, .gapFactor = 3.0}));
    auto* memory = dialog.findChild<QSpinBox*>(QStringLiteral("historyMemory"));
    auto* hint = dialog.findChild<QLabel*>(QStringLiteral("historyHint"));
    EXPECT_TRUE(hint->text().contains(QStringLiteral("about 41 million"))) << hint->text().toStdString();
    memory->setValue(1);
    EXPECT_EQ(dialog.settings().memoryMiB, HistorySettings::minimumMemoryMiB);
    EXPECT_TRUE(hint->text().contains(QStringLiteral("about 5 million"))) << hint->text().toStdString();
    dialog.findChild<QDoubleSpinBox*>(QStringLiteral("historyGapFactor"))->setValue(1e9);
    EXPECT_EQ(dialog.settings().gapFactor, HistorySettings::maximumGapFactor);
    dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::RestoreDefaults)->click();
    EXPECT_EQ(dialog.settings(), HistorySettings());
}

} // namespace rillscope
