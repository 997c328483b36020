// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/AboutDialog.h"
#include "ui/dialogs/HistoryDialog.h"
#include "ui/dialogs/ShortcutsDialog.h"
#include "ui/dialogs/ValueRangeDialog.h"

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

TEST(ValueRangeDialogTest, TakesBoundsOfEverySize) {
    ValueRangeDialog dialog(false, -0.005, 1.23456789012e9, Unit::Celsius, nullptr);
    EXPECT_EQ(dialog.minimum(), -0.005);
    EXPECT_EQ(dialog.maximum(), 1.23456789012e9) << "what is shown rounded is kept exactly";
    dialog.show();
    const auto type = [&dialog](const char* name, const char* number) {
        auto* field = dialog.findChild<QDoubleSpinBox*>(QString::fromLatin1(name));
        field->selectAll();
        QTest::keyClicks(field, QString::fromLatin1(number));
        QTest::keyClick(field, Qt::Key_Tab);
    };
    auto* ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    for (const auto& [low, high] : {std::pair{"-1e300", "2.5e300"}, {"-2e-9", "1e-12"}, {"-40", "120.5"}}) {
        type("rangeMinimum", low);
        type("rangeMaximum", high);
        EXPECT_EQ(dialog.minimum(), QByteArray(low).toDouble());
        EXPECT_EQ(dialog.maximum(), QByteArray(high).toDouble());
        EXPECT_TRUE(ok->isEnabled());
    }
    type("rangeMaximum", "-1e301");
    EXPECT_FALSE(ok->isEnabled());
    EXPECT_LT(dialog.sizeHint().width(), 700);
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
