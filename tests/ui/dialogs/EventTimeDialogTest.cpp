// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/EventTimeDialog.h"

#include "tests/core/process/definition/RandomDefinition.h"
#include "ui/dialogs/NewStep.h"
#include "ui/widgets/KeyForm.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

bool isRight(const QDialog& dialog) {
    return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled();
}

void type(const QWidget& form, const char* key, const char* text) {
    auto* line = form.findChild<QLineEdit*>(QStringLiteral("key_") + QLatin1String(key));
    ASSERT_TRUE(line);
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, QString::fromLatin1(text));
}

QList<KeyForm*> unitForms(const QDialog& dialog) {
    return dialog.findChildren<KeyForm*>(QStringLiteral("unitRule"));
}

TEST(EventTimeDialogTest, LeavesAnyDefinitionAsItIs) {
    test::RandomDefinition random(5);
    for (int i = 0; i < 50; ++i) {
        const PipelineDefinition definition = random.make();
        const EventTimeDialog dialog(definition);
        EXPECT_TRUE(isRight(dialog));
        EXPECT_EQ(dialog.definition(), definition) << "seed 5, " << i;
    }
}

TEST(EventTimeDialogTest, SetsHowLateSamplesMayBe) {
    EventTimeDialog dialog(PipelineDefinition{});
    dialog.show();
    type(dialog, "out_of_orderness", "90s");
    type(dialog, "allowed_skew", "later");
    EXPECT_FALSE(isRight(dialog));
    EXPECT_TRUE(dialog.findChild<QLabel*>(QStringLiteral("mistake_allowed_skew"))->isVisible());
    type(dialog, "allowed_skew", "");
    ASSERT_TRUE(isRight(dialog));
    EventTimeSettings expected;
    expected.outOfOrderness = 90s;
    EXPECT_EQ(dialog.definition().eventTime, expected);
}

TEST(EventTimeDialogTest, KeepsWindowsFromLosingTheirWatermark) {
    PipelineDefinition definition;
    definition.eventTime.outOfOrderness = 5s;
    definition.steps = {newStep(QStringLiteral("tumble"), {})};
    EventTimeDialog dialog(definition);
    dialog.show();
    type(dialog, "out_of_orderness", "");
    EXPECT_FALSE(isRight(dialog));
    const auto* hint = dialog.findChild<QLabel*>(QStringLiteral("eventTimeHint"));
    EXPECT_TRUE(hint->isVisible() && hint->text().contains(QStringLiteral("a window needs")));
}

TEST(EventTimeDialogTest, AddsAndRemovesUnitRules) {
    EventTimeDialog dialog(PipelineDefinition{});
    dialog.show();
    auto* add = dialog.findChild<QPushButton*>(QStringLiteral("addUnitRule"));
    add->click();
    add->click();
    ASSERT_EQ(unitForms(dialog).size(), 2);
    type(*unitForms(dialog).at(1), "channels", "oven-*");
    auto* unit = unitForms(dialog).at(1)->findChild<QComboBox*>(QStringLiteral("key_unit"));
    unit->setCurrentIndex(unit->findData(QStringLiteral("kelvin")));
    Q_EMIT unit->activated(unit->currentIndex());
    ASSERT_TRUE(isRight(dialog));
    EXPECT_EQ(dialog.definition().units,
              (QList<UnitRule>{{}, {.channels = QStringLiteral("oven-*"), .unit = Unit::Kelvin}}));
    dialog.findChild<QPushButton*>(QStringLiteral("removeUnitRule"))->click();
    EXPECT_EQ(dialog.definition().units,
              (QList<UnitRule>{{.channels = QStringLiteral("oven-*"), .unit = Unit::Kelvin}}));
}

} // namespace
} // namespace rillscope
