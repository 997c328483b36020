// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ProgramRun.h"
#include "tests/app/gui/ApplicationTest.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/Banner.h"
#include "ui/widgets/JobProgress.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTimer>

namespace rillscope::test {
namespace {

/// Reports, from the menu to the file.
class ReportTest : public ApplicationTest {
protected:
    void makeHistory(std::int64_t samples) {
        start(QStringLiteral("sim:normal?seed=1&speed=max"));
        ASSERT_TRUE(waitForSamples(samples));
        window().actions().startStop->trigger();
        ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    }

    /// Opens the dialog by its key, and has it answered from within its own loop.
    void answerDialog(const std::function<void(ReportDialog&)>& answer) {
        window().activateWindow(); // else the key has to wait for it, and the answer comes too early
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
        bool isAnswered = false;
        QTimer::singleShot(0, &window(), [&] {
            auto* dialog = window().findChild<ReportDialog*>(QStringLiteral("reportDialog"));
            ASSERT_NE(dialog, nullptr);
            isAnswered = true;
            answer(*dialog);
            if (dialog->isVisible())
                dialog->reject();
        });
        press(Qt::Key_P, Qt::ControlModifier);
        EXPECT_TRUE(isAnswered);
    }

    static QPushButton& saveButton(const ReportDialog& dialog) {
        return *dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
    }

    template <typename T>
    static T& child(const ReportDialog& dialog, const char* name) {
        return *dialog.findChild<T*>(QString::fromLatin1(name));
    }

    QStringList files() const {
        QStringList names = QDir(path("")).entryList(QDir::Files | QDir::Hidden);
        names.removeAll(QStringLiteral("settings.ini"));
        return names;
    }

    ReportChoice everythingInto(const char* name) const {
        return {QStringLiteral("Test"), {}, *reportFormatOf(path(name)), path(name)};
    }
};

TEST_F(ReportTest, IsMadeByTheDialog) {
    makeHistory(5'000);
    answerDialog([this](ReportDialog& dialog) {
        child<QLineEdit>(dialog, "reportTitle").setText(QStringLiteral("Oven <3"));
        child<QRadioButton>(dialog, "reportEverything").click();
        child<QLineEdit>(dialog, "reportPath").setText(path("page.pdf"));
        child<QRadioButton>(dialog, "reportHtml").click();
        EXPECT_EQ(child<QLineEdit>(dialog, "reportPath").text(), path("page.html"));
        saveButton(dialog).click();
    });
    ASSERT_TRUE(reachBanner(QStringLiteral("page.html")));
    EXPECT_EQ(files(), QStringList{QStringLiteral("page.html")});
    const QByteArray html = readFile(path("page.html"));
    EXPECT_TRUE(html.contains("<bdi>Oven &lt;3</bdi>"));
    const auto count = NumberFormat().count(history().size());
    EXPECT_TRUE(html.contains("<b>" + count.toUtf8() + "</b><span>samples in this time"));
    EXPECT_TRUE(find<QWidget>("banner_open").isVisible());
    EXPECT_TRUE(find<QWidget>("banner_openFolder").isVisible());
    EXPECT_EQ(program().saving().folder(), QFileInfo(path("page.html")).absolutePath());
    // Folder and format are those of the next time, in the next run, too.
    quit();
    start();
    answerDialog([this](ReportDialog& dialog) {
        EXPECT_TRUE(child<QRadioButton>(dialog, "reportHtml").isChecked());
        const QFileInfo suggested(child<QLineEdit>(dialog, "reportPath").text());
        EXPECT_EQ(suggested.absolutePath(), QFileInfo(path("page.html")).absolutePath());
        EXPECT_EQ(suggested.suffix(), QStringLiteral("html"));
    });
    EXPECT_EQ(files(), QStringList{QStringLiteral("page.html")}) << "nothing was accepted";
}

TEST_F(ReportTest, AsksForARangeThatThereIs) {
    makeHistory(5'000);
    chart().refreshAll();
    answerDialog([this](ReportDialog& dialog) {
        child<QLineEdit>(dialog, "reportPath").setText(path("page.pdf"));
        EXPECT_TRUE(child<QRadioButton>(dialog, "reportVisible").isChecked());
        EXPECT_FALSE(child<QRadioButton>(dialog, "reportPinned").isEnabled());
        EXPECT_TRUE(saveButton(dialog).isEnabled());
        auto& from = child<QDateTimeEdit>(dialog, "reportFrom");
        auto& to = child<QDateTimeEdit>(dialog, "reportTo");
        const QDateTime begin = from.dateTime();
        to.setDateTime(begin.addSecs(-1));
        EXPECT_TRUE(child<QRadioButton>(dialog, "reportTyped").isChecked());
        EXPECT_FALSE(saveButton(dialog).isEnabled()) << "turned round";
        to.setDateTime(begin.addSecs(5));
        EXPECT_TRUE(saveButton(dialog).isEnabled());
        EXPECT_EQ(dialog.choice().range.end - dialog.choice().range.begin, std::chrono::seconds(5));
        child<QRadioButton>(dialog, "reportEverything").click();
        const auto all = *history().timeRange();
        EXPECT_EQ(dialog.choice().range, (ReportRange{all.first, all.second})) << "exact, not as shown";
    });
}

TEST_F(ReportTest, SaysInTheDialogWhatIsWrongWithTheFile) {
    makeHistory(100);
    const QString old = write("old.pdf", "old");
    answerDialog([&](ReportDialog& dialog) {
        auto& file = child<QLineEdit>(dialog, "reportPath");
        auto& hint = child<QLabel>(dialog, "reportHint");
        file.setText(old);
        EXPECT_TRUE(hint.text().contains(QStringLiteral("already exists")));
        EXPECT_TRUE(saveButton(dialog).isEnabled());
        file.setText(path("no/such/folder/a.pdf"));
        EXPECT_TRUE(hint.text().contains(QStringLiteral("does not exist")));
        EXPECT_FALSE(saveButton(dialog).isEnabled());
        file.setText(QString());
        EXPECT_FALSE(saveButton(dialog).isEnabled());
    });
    EXPECT_EQ(readFile(old), "old");
}

TEST_F(ReportTest, TellsOfThePinnedStretch) {
    makeHistory(2'000);
    chart().refreshAll();
    pressOnChart(Qt::Key_C);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&chart(), Qt::Key_Left, Qt::ControlModifier);
    pressOnChart(Qt::Key_C);
    const auto pinned = chart().cursors().pinnedRange();
    ASSERT_TRUE(pinned);
    EXPECT_LT(pinned->first, pinned->second);
    answerDialog([&](ReportDialog& dialog) {
        EXPECT_TRUE(child<QRadioButton>(dialog, "reportPinned").isChecked());
        EXPECT_EQ(dialog.choice().range, (ReportRange{pinned->first, pinned->second}));
    });
}

TEST_F(ReportTest, LeavesNothingBehindWhenItIsCancelled) {
    makeHistory(500'000);
    for (const bool isOverwriting : {false, true}) {
        if (isOverwriting)
            write("page.pdf", "the old one");
        program().reports().saveTo(everythingInto("page.pdf"));
        EXPECT_TRUE(window().jobProgress().isBusy());
        EXPECT_FALSE(window().actions().makeReport->isEnabled());
        click("cancelJob");
        ASSERT_TRUE(reachBanner(QStringLiteral("cancelled")));
        EXPECT_EQ(files(), isOverwriting ? QStringList{QStringLiteral("page.pdf")} : QStringList());
        click("bannerClose");
        EXPECT_TRUE(window().actions().makeReport->isEnabled());
        EXPECT_FALSE(window().jobProgress().isBusy());
    }
    EXPECT_EQ(readFile(path("page.pdf")), "the old one");
}

TEST_F(ReportTest, IsOneJobAtATimeWithTheOthers) {
    makeHistory(500'000);
    program().reports().saveTo(everythingInto("page.pdf"));
    program().files().saveCsvTo(path("samples.csv"), session().history());
    EXPECT_TRUE(shownBanner().contains(QStringLiteral("being read or written")));
    ASSERT_TRUE(reachBanner(QStringLiteral("page.pdf")));
    EXPECT_EQ(files(), QStringList{QStringLiteral("page.pdf")});
    EXPECT_TRUE(readFile(path("page.pdf")).startsWith("%PDF-"));
}

TEST_F(ReportTest, SaysWhatKeptItFromBeingWritten) {
    makeHistory(100);
    program().reports().saveTo(everythingInto("no/such/folder/page.html"));
    EXPECT_TRUE(reachBanner(QStringLiteral("Could not save")));
    EXPECT_EQ(window().banner().property("severity").toString(), QStringLiteral("alarm"));
    EXPECT_TRUE(window().actions().makeReport->isEnabled());
}

TEST_F(ReportTest, IsTheSameInTheOtherFileAfterAFailure) {
    makeHistory(1'000);
    program().reports().saveTo({QStringLiteral("Oven 7"), {}, ReportFormat::Html, path("no/such/page.html")});
    ASSERT_TRUE(reachBanner(QStringLiteral("Could not save")));
    const auto count = NumberFormat().count(history().size());
    ASSERT_TRUE(session().begin(*SourceUri::parse(QStringLiteral("sim:normal?rate=1"))));
    ASSERT_TRUE(reachBanner(QStringLiteral("Could not save")));
    answerFileDialog(path("page"));
    clickBanner("chooseAnotherFile");
    ASSERT_TRUE(reachBanner(QStringLiteral("page.html")));
    const QByteArray html = readFile(path("page.html"));
    EXPECT_TRUE(html.contains("<bdi>Oven 7</bdi>")) << "its title";
    EXPECT_TRUE(html.contains("<b>" + count.toUtf8() + "</b><span>samples in this time")) << "its samples";
}

TEST_F(ReportTest, AsksBeforeItReplacesAFile) {
    makeHistory(100);
    const QString old = write("old.pdf", "old");
    answerDialog([&](ReportDialog& dialog) {
        child<QLineEdit>(dialog, "reportPath").setText(old);
        saveButton(dialog).click();
        auto* question = dialog.findChild<QMessageBox*>(QStringLiteral("replaceQuestion"));
        ASSERT_NE(question, nullptr);
        EXPECT_TRUE(dialog.isVisible());
        question->button(QMessageBox::Cancel)->click();
        EXPECT_TRUE(dialog.isVisible());
    });
    EXPECT_EQ(readFile(old), "old");
    answerDialog([&](ReportDialog& dialog) {
        child<QLineEdit>(dialog, "reportPath").setText(old);
        saveButton(dialog).click();
        dialog.findChild<QPushButton*>(QStringLiteral("replaceFile"))->click();
        EXPECT_FALSE(dialog.isVisible());
    });
    ASSERT_TRUE(reachBanner(QStringLiteral("old.pdf")));
    EXPECT_TRUE(readFile(old).startsWith("%PDF-"));
}

TEST_F(ReportTest, IsMadeOfASessionWithoutASample) {
    startWithoutStream();
    program().reports().saveTo(everythingInto("page.html"));
    ASSERT_TRUE(reachBanner(QStringLiteral("page.html")));
    EXPECT_TRUE(readFile(path("page.html")).contains("No sample yet"));
}

TEST_F(ReportTest, LeavesTheWindowAsItIs) {
    makeHistory(2'000);
    window().actions().themes->actions().at(2)->trigger(); // dark
    chart().refreshAll();
    const auto range = chart().visibleRange();
    const QColor surface = chart().chartPalette().surface;
    program().reports().saveTo(everythingInto("page.html"));
    ASSERT_TRUE(reachBanner(QStringLiteral("page.html")));
    EXPECT_EQ(chart().visibleRange(), range);
    EXPECT_EQ(chart().chartPalette().surface, surface);
    EXPECT_LT(surface.lightness(), 128);
    EXPECT_FALSE(readFile(path("page.html")).contains(surface.name().toUtf8())) << "paper is light";
}

} // namespace
} // namespace rillscope::test
