// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/StepDialog.h"

#include "core/process/definition/DefinitionWords.h"
#include "core/process/definition/DefinitionWriter.h"
#include "tests/core/process/definition/RandomDefinition.h"
#include "ui/dialogs/NewStep.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

/// A dialog, operated by the names of its fields.
class Form {
public:
    explicit Form(QDialog& dialog) : m_dialog(dialog) { m_dialog.show(); }

    void type(const char* key, const QString& text) {
        auto* line = m_dialog.findChild<QLineEdit*>(QStringLiteral("key_") + QLatin1String(key));
        ASSERT_TRUE(line) << key;
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
    }

    void choose(const char* key, const char* word) {
        auto* choice = m_dialog.findChild<QComboBox*>(QStringLiteral("key_") + QLatin1String(key));
        ASSERT_TRUE(choice) << key;
        const int index = choice->findData(QString::fromLatin1(word));
        ASSERT_GE(index, 0) << word;
        choice->setCurrentIndex(index);
        Q_EMIT choice->activated(index);
    }

    bool has(const char* key) const {
        return m_dialog.findChild<QWidget*>(QStringLiteral("key_") + QLatin1String(key));
    }

    /// Empty: none is shown.
    QString mistake(const char* key) const {
        const auto* label = m_dialog.findChild<QLabel*>(QStringLiteral("mistake_") + QLatin1String(key));
        return label && !label->isHidden() ? label->text() : QString();
    }

    QString hint() const {
        const auto* label = m_dialog.findChild<QLabel*>(QStringLiteral("stepHint"));
        return label->isVisible() ? label->text() : QString();
    }

    bool isRight() const {
        return m_dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled();
    }

private:
    QDialog& m_dialog;
};

PipelineDefinition with(const QList<StepDefinition>& steps) {
    PipelineDefinition definition;
    definition.eventTime.outOfOrderness = 5s;
    definition.steps = steps;
    return definition;
}

/// A window, and an alarm on its greatest value.
PipelineDefinition withReader() {
    StepDefinition reader;
    reader.name = QStringLiteral("restless");
    reader.of = QStringLiteral("hop.max");
    reader.settings = AlarmRule{};
    return with({newStep(QStringLiteral("hop"), {}), reader});
}

PipelineDefinition withNew(const char* kind) {
    return with({newStep(QString::fromLatin1(kind), {})});
}

TEST(StepDialogTest, LeavesAnyStepAsItIs) {
    test::RandomDefinition random(3);
    for (int i = 0; i < 20; ++i) {
        const PipelineDefinition definition = random.make();
        for (qsizetype index = 0; index < definition.steps.size(); ++index) {
            StepDialog dialog(definition, index);
            EXPECT_TRUE(Form(dialog).isRight());
            EXPECT_EQ(dialog.definition(), definition) << "seed 3, " << i << ", step " << index;
        }
    }
}

TEST(StepDialogTest, BeginsWithSettingsThatAreRight) {
    for (const QString& kind : stepKinds()) {
        const PipelineDefinition definition = with({newStep(kind, {})});
        StepDialog dialog(definition, 0);
        const Form form(dialog);
        // Nobody knows which channel to take away.
        EXPECT_EQ(form.isRight(), kind != QStringLiteral("difference")) << kind.toStdString();
        if (form.isRight())
            EXPECT_EQ(writeDefinition(dialog.definition()), writeDefinition(definition));
        else
            EXPECT_TRUE(form.mistake("minus").contains(QStringLiteral("issing")));
    }
}

TEST(StepDialogTest, SaysAtTheFieldWhatIsWrongWithIt) {
    StepDialog dialog(withNew("hampel"), 0);
    Form form(dialog);
    for (const char* wrong : {"", "ten", "10", "-1s", "0s", "1e9d", "10s\"", "10s # x"}) {
        form.type("over", QString::fromLatin1(wrong));
        EXPECT_FALSE(form.isRight()) << wrong;
        EXPECT_TRUE(form.mistake("over").contains(QStringLiteral("a duration such as 90s"))) << wrong;
        EXPECT_EQ(form.hint(), QString());
    }
    form.type("over", QStringLiteral("1.5min"));
    for (const char* wrong : {"", "3,5", "1,000", "nan", "inf", "-1", "x", "[3]", "3 # x", "\"3\""}) {
        form.type("threshold", QString::fromLatin1(wrong));
        EXPECT_EQ(form.mistake("over"), QString());
        EXPECT_EQ(form.isRight(), *wrong == '\0') << wrong << ": only nothing means the default";
        EXPECT_EQ(form.mistake("threshold").isEmpty(), *wrong == '\0') << wrong;
    }
    form.type("threshold", QStringLiteral(" 2.5 "));
    EXPECT_TRUE(form.isRight());
    EXPECT_EQ(std::get<HampelFilter>(dialog.definition().steps.constFirst().settings),
              (HampelFilter{.over = 90s, .threshold = 2.5}));
}

TEST(StepDialogTest, AsksForTheLimitsThatTheConditionOfAnAlarmHas) {
    StepDialog dialog(withNew("alarm"), 0);
    Form form(dialog);
    EXPECT_TRUE(form.has("high") && !form.has("low") && form.has("hysteresis"));
    form.type("hysteresis", QStringLiteral("2"));
    form.choose("when", "outside");
    EXPECT_TRUE(form.has("high") && form.has("low"));
    EXPECT_TRUE(form.isRight()) << form.hint().toStdString();
    form.type("low", QStringLiteral("29"));
    EXPECT_TRUE(form.mistake("hysteresis").contains(QStringLiteral("half the distance")));
    form.type("low", QStringLiteral("31"));
    EXPECT_TRUE(form.mistake("low").contains(QStringLiteral("less than high")));
    form.choose("when", "stale");
    EXPECT_TRUE(form.has("longer_than") && !form.has("high") && !form.has("low") && !form.has("hysteresis"));
    EXPECT_TRUE(form.isRight());
    form.choose("severity", "alarm");
    const auto& rule = std::get<AlarmRule>(dialog.definition().steps.constFirst().settings);
    EXPECT_EQ(rule.condition, AlarmCondition::Stale);
    EXPECT_EQ(rule.severity, Severity::Alarm);
}

TEST(StepDialogTest, ChoosesWhatAWindowComputesInTheOrderOfTheFile) {
    PipelineDefinition definition = withNew("tumble");
    std::get<TumblingWindow>(definition.steps.first().settings).aggregates = {Aggregate::P99,
                                                                              Aggregate::Count};
    StepDialog dialog(definition, 0);
    Form form(dialog);
    const auto box = [&](const char* name) {
        return dialog.findChild<QCheckBox*>(QStringLiteral("aggregate_") + QLatin1String(name));
    };
    box("mean")->click();
    EXPECT_EQ(aggregatesOf(dialog.definition().steps.constFirst().settings),
              (QList<Aggregate>{Aggregate::P99, Aggregate::Count, Aggregate::Mean}));
    for (const char* name : {"p99", "count", "mean"})
        box(name)->click();
    EXPECT_FALSE(form.isRight()) << "a window that computes nothing";
    EXPECT_FALSE(form.mistake("aggregates").isEmpty());
}

TEST(StepDialogTest, HasReadersFollowANewName) {
    const PipelineDefinition definition = withReader();
    StepDialog dialog(definition, 0);
    Form form(dialog);
    form.type("name", QStringLiteral("last minute"));
    ASSERT_TRUE(form.isRight());
    EXPECT_EQ(dialog.definition().steps.at(1).of, QStringLiteral("last minute.max"));
    form.type("name", QStringLiteral("restless"));
    EXPECT_FALSE(form.isRight()) << "the name of another";
    form.type("name", QStringLiteral("a/b"));
    EXPECT_TRUE(form.mistake("name").contains(QStringLiteral("without / and .")));
}

TEST(StepDialogTest, SaysWhomAnEditWouldBreak) {
    const PipelineDefinition definition = withReader();
    StepDialog dialog(definition, 0);
    const Form form(dialog);
    dialog.findChild<QCheckBox*>(QStringLiteral("aggregate_max"))->click();
    EXPECT_FALSE(form.isRight());
    EXPECT_TRUE(form.hint().contains(QStringLiteral("restless"))) << form.hint().toStdString();
    dialog.findChild<QCheckBox*>(QStringLiteral("aggregate_max"))->click();
    EXPECT_TRUE(form.isRight());
    EXPECT_EQ(form.hint(), QString());
}

TEST(StepDialogTest, OffersToReadWhatComesBefore) {
    QList<StepDefinition> steps{newStep(QStringLiteral("moving_average"), {}),
                                newStep(QStringLiteral("gap"), {}), newStep(QStringLiteral("tumble"), {}),
                                newStep(QStringLiteral("alarm"), {}),
                                newStep(QStringLiteral("exponential"), {})};
    const auto offered = [&](qsizetype index) {
        StepDialog dialog(with(steps), index);
        const auto* choice = dialog.findChild<QComboBox*>(QStringLiteral("key_of"));
        QStringList words;
        for (int i = 0; choice && i < choice->count(); ++i)
            words.append(choice->itemData(i).toString());
        return words.join(u'|').toStdString();
    };
    EXPECT_EQ(offered(0), "");
    EXPECT_EQ(offered(1), "") << "marks are for raw samples";
    EXPECT_EQ(offered(2), "|moving average");
    EXPECT_EQ(offered(3), "|moving average|tumble.count|tumble.min|tumble.max|tumble.mean");
}

} // namespace
} // namespace rillscope
