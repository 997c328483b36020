// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionFile.h"
#include "core/process/definition/DefinitionWords.h"
#include "tests/app/ProgramRun.h"
#include "tests/app/gui/ApplicationTest.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/Banner.h"
#include "ui/panels/PipelinePanel.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

namespace rillscope::test {
namespace {

const QByteArray commentedFile = "# Of the oven\n"
                                 "format = 1\n"
                                 "\n"
                                 "# It drifts.\n"
                                 "[[step]]\n"
                                 "kind = \"moving_average\"\n"
                                 "name = \"calm\"\n"
                                 "over = \"10s\" # as long as the fan takes\n"
                                 "\n"
                                 "# Too hot to touch.\n"
                                 "[[step]]\n"
                                 "kind = \"alarm\"\n"
                                 "name = \"hot\"\n"
                                 "of = \"calm\"\n"
                                 "when = \"above\"\n"
                                 "high = 60.0\n";

/// Building a pipeline in the window, and its file.
class PipelineTest : public ApplicationTest {
protected:
    void startWith(const QByteArray& file) {
        GuiOptions options = this->options();
        options.pipelinePath = write("oven.toml", file);
        options.source = *SourceUri::parse(QStringLiteral("sim:normal?seed=1&rate=200"));
        start(options);
    }

    QByteArray saved(const char* name = "oven.toml") const { return readFile(path(name)); }

    const PipelineDefinition& definition() const { return session().definition(); }
    QString names() const {
        QStringList names;
        for (const StepDefinition& step : definition().steps)
            names.append(step.enabled ? step.name : u'(' + step.name + u')');
        return names.join(u' ');
    }

    PipelinePanel& panel() const { return window().pipeline(); }
    /// Selects a row, as a click does.
    void select(int row) const {
        auto& list = find<QListView>("stepList");
        list.setFocus();
        panel().setCurrentRow(row);
    }
    void pressOnList(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const {
        window().activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
        QTest::keyClick(&find<QListView>("stepList"), key, modifiers);
    }

    void typeInto(const char* field, const QString& text) const {
        auto& line = find<QLineEdit>(field);
        line.selectAll();
        QTest::keyClick(&line, Qt::Key_Delete);
        QTest::keyClicks(&line, text);
    }
    /// The open dialog goes, as by its button.
    void answer(const char* dialog, QDialogButtonBox::StandardButton button) const {
        find<QDialog>(dialog).findChild<QDialogButtonBox*>()->button(button)->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

TEST_F(PipelineTest, IsBuiltFromNothingAndTakesEffectAtOnce) {
    start(QStringLiteral("sim:normal?seed=1&rate=200"));
    EXPECT_TRUE(find<QLabel>("pipelineEmpty").isVisible());
    choose("add_moving_average");
    typeInto("key_name", QStringLiteral("calm"));
    typeInto("key_over", QStringLiteral("3 weeks"));
    EXPECT_FALSE(find<QDialog>("stepDialog")
                     .findChild<QDialogButtonBox*>()
                     ->button(QDialogButtonBox::Ok)
                     ->isEnabled());
    typeInto("key_over", QStringLiteral("2s"));
    answer("stepDialog", QDialogButtonBox::Ok);
    EXPECT_EQ(names(), QStringLiteral("calm"));
    EXPECT_TRUE(waitFor([&] { return history().channelCount() == 2; })) << "the derived channel";
    EXPECT_EQ(history().info(1).name, QStringLiteral("sensor-1/calm"));
    EXPECT_EQ(text("pipelineFile"), QStringLiteral("● not saved"));

    choose("add_gap");
    answer("stepDialog", QDialogButtonBox::Cancel);
    EXPECT_EQ(names(), QStringLiteral("calm"));

    choose("add_tumble");
    EXPECT_TRUE(find<QLabel>("stepRemark").text().contains(QStringLiteral("out of order")));
    typeInto("key_size", QStringLiteral("1s"));
    answer("stepDialog", QDialogButtonBox::Ok);
    EXPECT_EQ(names(), QStringLiteral("calm tumble"));
    EXPECT_TRUE(definition().eventTime.outOfOrderness);
    EXPECT_TRUE(text("eventTimeText").contains(QStringLiteral("out of order")));

    choose("eventTime");
    typeInto("key_out_of_orderness", QStringLiteral("0s"));
    answer("eventTimeDialog", QDialogButtonBox::Ok);
    EXPECT_EQ(text("eventTimeText"), QStringLiteral("in order"));
    EXPECT_TRUE(waitFor([&] { return session().status().windows.emitted > 0; }));
}

TEST_F(PipelineTest, IsEditedMovedSwitchedAndUndone) {
    startWith(commentedFile);
    const PipelineDefinition before = definition();
    EXPECT_EQ(names(), QStringLiteral("calm hot"));
    EXPECT_EQ(text("pipelineFile"), QStringLiteral("oven.toml"));

    select(0);
    pressOnList(Qt::Key_F2);
    typeInto("key_over", QStringLiteral("20s"));
    answer("stepDialog", QDialogButtonBox::Ok);
    select(1);
    pressOnList(Qt::Key_Space);
    EXPECT_EQ(names(), QStringLiteral("calm (hot)"));
    EXPECT_EQ(text("pipelineFile"), QStringLiteral("● oven.toml"));
    choose("add_gap");
    answer("stepDialog", QDialogButtonBox::Ok);
    pressOnList(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(names(), QStringLiteral("calm gap (hot)"));
    pressOnList(Qt::Key_Delete);
    EXPECT_EQ(names(), QStringLiteral("calm (hot)"));

    for (int edit = 0; edit < 5; ++edit)
        press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(definition(), before);
    EXPECT_EQ(text("pipelineFile"), QStringLiteral("oven.toml")) << "as it was saved";
    EXPECT_FALSE(window().actions().undoPipeline->isEnabled());
    for (int edit = 0; edit < 5; ++edit)
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(names(), QStringLiteral("calm (hot)"));
    EXPECT_FALSE(window().actions().redoPipeline->isEnabled());
}

TEST_F(PipelineTest, DoesNotTakeAnEditThatWouldBreakAnotherStep) {
    startWith(commentedFile);
    const PipelineDefinition before = definition();
    select(0);
    pressOnList(Qt::Key_Delete);
    EXPECT_EQ(definition(), before);
    EXPECT_TRUE(text("pipelineNotice").contains(QStringLiteral("“hot” would be wrong")));
    pressOnList(Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(definition(), before);
    EXPECT_TRUE(text("pipelineNotice").contains(QStringLiteral("comes later")));
    EXPECT_FALSE(window().actions().undoPipeline->isEnabled());
}

TEST_F(PipelineTest, SavesWhatWasChangedAndKeepsTheComments) {
    startWith(commentedFile);
    select(0);
    pressOnList(Qt::Key_Return);
    typeInto("key_over", QStringLiteral("20s"));
    answer("stepDialog", QDialogButtonBox::Ok);
    press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_TRUE(shownBanner().contains(QStringLiteral("was saved to"))) << shownBanner().toStdString();
    EXPECT_EQ(saved(), QByteArray(commentedFile).replace("\"10s\"", "\"20s\""));
    EXPECT_EQ(text("pipelineFile"), QStringLiteral("oven.toml"));

    // What was saved can be undone, and is a change then.
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(text("pipelineFile"), QStringLiteral("● oven.toml"));
    press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_EQ(saved(), commentedFile);
}

TEST_F(PipelineTest, AsksBeforeCommentsAreLost) {
    startWith(commentedFile);
    select(1);
    pressOnList(Qt::Key_Delete);
    press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_TRUE(shownBanner().contains(QStringLiteral("# Too hot to touch."))) << shownBanner().toStdString();
    EXPECT_EQ(saved(), commentedFile);
    clickBanner("cancel");
    EXPECT_EQ(saved(), commentedFile) << "cancelled";
    press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    clickBanner("saveAnyway");
    EXPECT_EQ(saved(), commentedFile.left(commentedFile.indexOf("\n# Too hot")));
}

TEST_F(PipelineTest, AsksBeforeItOverwritesWhatSomebodyElseWrote) {
    startWith(commentedFile);
    select(1);
    pressOnList(Qt::Key_Space);
    const QByteArray others = "# mine\n" + commentedFile;
    write("oven.toml", others);
    press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_TRUE(shownBanner().contains(QStringLiteral("was changed elsewhere")));
    EXPECT_EQ(saved(), others);
    clickBanner("overwrite");
    EXPECT_TRUE(saved().contains("enabled = false") && !saved().contains("# mine"));

    select(1);
    pressOnList(Qt::Key_Space);
    ASSERT_TRUE(QFile::remove(path("oven.toml")));
    press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_TRUE(QFile::exists(path("oven.toml"))) << "a file that is gone is nobody's";
}

TEST_F(PipelineTest, OpensAndSavesByDialogs) {
    startWith(commentedFile);
    const QString other = write("other.toml", "format = 1\n[[step]]\nkind = 'gap'\nname = 'silent'\n"
                                              "longer_than = '5s'\n");
    answerFileDialog(other);
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(names(), QStringLiteral("silent"));
    answerFileDialog(path("copy"));
    press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_TRUE(waitFor([&] { return text("pipelineFile") == QStringLiteral("copy.toml"); }));
    EXPECT_EQ(saved("copy.toml"), saved("other.toml"));
    EXPECT_EQ(find<QMenu>("recentPipelines").actions().at(2)->text(), path("oven.toml"));
    choose("recentPipeline3");
    EXPECT_EQ(names(), QStringLiteral("calm hot"));
    choose("newPipeline");
    EXPECT_EQ(definition(), PipelineDefinition());
    EXPECT_EQ(text("pipelineFile"), QString());
}

TEST_F(PipelineTest, AsksBeforeChangesAreDropped) {
    startWith(commentedFile);
    select(1);
    pressOnList(Qt::Key_Space);
    choose("newPipeline");
    EXPECT_TRUE(shownBanner().contains(QStringLiteral("not saved")));
    EXPECT_EQ(names(), QStringLiteral("calm (hot)"));
    clickBanner("continueWithoutSaving");
    EXPECT_EQ(names(), QString());
}

TEST_F(PipelineTest, OpensAFileThatIsDropped) {
    start(QStringLiteral("sim:normal?seed=1"));
    const QString file = write("oven.toml", commentedFile);
    ASSERT_TRUE(dropFile(file, find<QWidget>("statisticsPanel")));
    EXPECT_EQ(names(), QStringLiteral("calm hot"));
    EXPECT_EQ(session().uri().scheme(), QStringLiteral("sim")) << "the source goes on";
}

TEST_F(PipelineTest, ListsAllThatIsWrongWithAFileAndChangesNothing) {
    startWith(commentedFile);
    const PipelineDefinition before = definition();
    const QString wrong =
        write("wrong.toml", "format = 1\n[[step]]\nkind = 'range'\nname = 'r'\nmaximun = 3\n"
                            "[[step]]\nkind = 'gap'\nname = 'g'\nlonger_than = 5\n");
    ASSERT_TRUE(dropFile(wrong, find<QWidget>("statisticsPanel")));
    EXPECT_EQ(definition(), before);
    EXPECT_EQ(text("pipelineFile"), QStringLiteral("oven.toml"));
    ASSERT_TRUE(shownBanner().contains(QStringLiteral("mistakes"))) << shownBanner().toStdString();
    EXPECT_EQ(window().banner().property("severity").toString(), QStringLiteral("alarm"));
    clickBanner("showAll");
    const QString list = find<QPlainTextEdit>("mistakeList").toPlainText();
    EXPECT_TRUE(list.contains(QStringLiteral("wrong.toml:5: maximun: "))) << list.toStdString();
    EXPECT_TRUE(list.contains(QStringLiteral("wrong.toml:9: longer_than: "))) << list.toStdString();
    answer("mistakesDialog", QDialogButtonBox::Close);

    ASSERT_TRUE(dropFile(write("torn.toml", "format = "), find<QWidget>("statisticsPanel")));
    EXPECT_TRUE(shownBanner().contains(QStringLiteral("torn.toml:1"))) << shownBanner().toStdString();
    EXPECT_EQ(definition(), before);
}

TEST_F(PipelineTest, TellsWhyItCouldNotBeSaved) {
    startWith(commentedFile);
    select(1);
    pressOnList(Qt::Key_Space);
    ASSERT_TRUE(QFile::remove(path("oven.toml")));
    ASSERT_TRUE(QDir(path("")).mkdir(QStringLiteral("oven.toml")));
    press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_TRUE(shownBanner().contains(QStringLiteral("Could not save"))) << shownBanner().toStdString();
    EXPECT_EQ(text("pipelineFile"), QStringLiteral("● oven.toml"));
}

TEST_F(PipelineTest, ShipsExamplesThatAreSavedElsewhere) {
    start(QStringLiteral("sim:normal?seed=1&rate=50"));
    for (QAction* example : panel().exampleMenu()->actions()) {
        example->trigger();
        EXPECT_GT(definition().steps.size(), 3) << example->text().toStdString();
        EXPECT_TRUE(text("pipelineFile").endsWith(QStringLiteral(".toml")));
    }
    answerFileDialog(path("mine.toml"));
    press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_TRUE(waitFor([&] { return text("pipelineFile") == QStringLiteral("mine.toml"); }));
    EXPECT_TRUE(saved("mine.toml").contains("# A laboratory"));
}

TEST_F(PipelineTest, IsThereAgainInTheNextRunWithWhatWasNotSaved) {
    startWith(commentedFile);
    select(1);
    pressOnList(Qt::Key_Space);
    quit();
    EXPECT_EQ(saved(), commentedFile);
    start();
    EXPECT_EQ(names(), QStringLiteral("calm (hot)"));
    EXPECT_EQ(text("pipelineFile"), QStringLiteral("● oven.toml"));
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(names(), QStringLiteral("calm hot")) << "back to the file";
    EXPECT_EQ(text("pipelineFile"), QStringLiteral("oven.toml"));
    quit();
    start();
    EXPECT_EQ(names(), QStringLiteral("calm hot"));
    EXPECT_EQ(text("pipelineFile"), QStringLiteral("oven.toml"));
}

TEST_F(PipelineTest, KeepsWhatWasNotSavedWhileTheCommandLineOpensAnother) {
    startWith(commentedFile);
    select(1);
    pressOnList(Qt::Key_Space);
    quit();
    GuiOptions options = this->options();
    options.pipelinePath = write("other.toml", "format = 1\n");
    start(options);
    EXPECT_EQ(names(), QString());
    EXPECT_EQ(text("pipelineFile"), QStringLiteral("other.toml"));
    quit();
    start();
    EXPECT_EQ(names(), QStringLiteral("calm (hot)"));
}

TEST_F(PipelineTest, StartsWithoutTheFileThatIsGoneAndFindsItAgain) {
    startWith(commentedFile);
    quit();
    ASSERT_TRUE(QFile::rename(path("oven.toml"), path("away.toml")));
    start();
    EXPECT_TRUE(shownBanner().contains(QStringLiteral("there is no such file")))
        << shownBanner().toStdString();
    EXPECT_EQ(names(), QString());
    EXPECT_TRUE(session().isActive());
    quit();
    ASSERT_TRUE(QFile::rename(path("away.toml"), path("oven.toml")));
    start();
    EXPECT_EQ(names(), QStringLiteral("calm hot"));
}

TEST_F(PipelineTest, KeepsWhatWasNotSavedOfAFileThatIsGone) {
    startWith(commentedFile);
    select(1);
    pressOnList(Qt::Key_Space);
    quit();
    ASSERT_TRUE(QFile::remove(path("oven.toml")));
    start();
    EXPECT_EQ(names(), QStringLiteral("calm (hot)"));
    answerFileDialog(path("rescued.toml"));
    press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_TRUE(waitFor([&] { return text("pipelineFile") == QStringLiteral("rescued.toml"); }));
    EXPECT_TRUE(saved("rescued.toml").contains("# Too hot to touch.")) << "comments included";
}

TEST_F(PipelineTest, GivesEachPanelActionToTheKeyboardOfItsListAlone) {
    startWith(commentedFile);
    select(1);
    chart().setFocus();
    press(Qt::Key_Delete);
    EXPECT_EQ(names(), QStringLiteral("calm hot")) << "Delete on the chart is not meant for the pipeline";
}

} // namespace
} // namespace rillscope::test
