// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/SaveDialog.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace rillscope {
namespace {

class SaveDialogTest : public testing::Test {
protected:
    SaveDialogTest() { m_window.show(); }

    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    void make(const char* name) const {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    }

    SaveDialog& open(const QList<SaveFormat>& formats, const char* suggested = "new.csv") {
        auto* dialog = new SaveDialog(QStringLiteral("Save"), path(suggested), formats, &m_window);
        QObject::connect(dialog, &SaveDialog::pathChosen, dialog,
                         [this](const QString& chosen) { m_chosen.append(chosen); });
        dialog->open();
        return *dialog;
    }

    static void type(SaveDialog& dialog, const QString& text) {
        auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        name->setText(text);
        QTest::keyClick(name, Qt::Key_Return);
    }

    /// What is chosen when it is typed into a new dialog.
    QString chosenFor(const QList<SaveFormat>& formats, const char* typed) {
        m_chosen.clear();
        type(open(formats), path(typed));
        return m_chosen.join(u'|');
    }

    static QMessageBox* questionOf(SaveDialog& dialog) {
        return dialog.findChild<QMessageBox*>(QStringLiteral("replaceQuestion"));
    }

    const QList<SaveFormat> m_csv{SaveFormat::csv()};
    const QList<SaveFormat> m_pictures{{QStringLiteral("png"), QStringLiteral("PNG picture")},
                                       {QStringLiteral("svg"), QStringLiteral("SVG drawing")}};
    QTemporaryDir m_folder;
    QWidget m_window;
    QStringList m_chosen;
};

TEST_F(SaveDialogTest, GivesANameWithoutAnEndingThatOfTheFormat) {
    EXPECT_EQ(chosenFor(m_csv, "run1"), path("run1.csv"));
    EXPECT_EQ(chosenFor(m_csv, "run1."), path("run1.csv"));
    EXPECT_EQ(chosenFor(m_csv, "oven 3.5"), path("oven 3.5.csv"));
    EXPECT_EQ(chosenFor(m_csv, "run1.CSV"), path("run1.CSV"));
    EXPECT_EQ(chosenFor(m_csv, "run1.txt"), path("run1.txt")) << "the ending chooses no format";
    EXPECT_EQ(chosenFor(m_pictures, "pic"), path("pic.png"));
    EXPECT_EQ(chosenFor(m_pictures, "pic.svg"), path("pic.svg"));
    EXPECT_EQ(chosenFor(m_pictures, "pic.bmp"), path("pic.bmp.png")) << "that format is not on offer";
}

TEST_F(SaveDialogTest, FollowsTheFormatThatIsChosen) {
    SaveDialog& dialog = open(m_pictures, "pic.png");
    EXPECT_EQ(dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->text(),
              QStringLiteral("pic.png"));
    dialog.selectNameFilter(dialog.nameFilters().at(1));
    Q_EMIT dialog.filterSelected(dialog.nameFilters().at(1));
    EXPECT_EQ(dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->text(),
              QStringLiteral("pic.svg"));
    type(dialog, path("other"));
    EXPECT_EQ(m_chosen, QStringList{path("other.svg")});
}

TEST_F(SaveDialogTest, AsksAboutTheFileThatWouldReallyBeReplaced) {
    make("run1.csv");
    make("run2");
    EXPECT_EQ(chosenFor(m_csv, "run2"), path("run2.csv")) << "the file run2 stays";
    m_chosen.clear();
    SaveDialog& dialog = open(m_csv);
    type(dialog, path("run1"));
    ASSERT_NE(questionOf(dialog), nullptr);
    EXPECT_TRUE(questionOf(dialog)->text().contains(QStringLiteral("run1.csv")));
    EXPECT_TRUE(m_chosen.isEmpty());
    questionOf(dialog)->button(QMessageBox::Cancel)->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(m_chosen.isEmpty());
    EXPECT_TRUE(dialog.isVisible()) << "another name can be typed";
    type(dialog, path("run1"));
    ASSERT_NE(questionOf(dialog), nullptr);
    questionOf(dialog)->findChild<QPushButton*>(QStringLiteral("replaceFile"))->click();
    EXPECT_EQ(m_chosen, QStringList{path("run1.csv")});
    EXPECT_FALSE(dialog.isVisible());
}

TEST_F(SaveDialogTest, GoesIntoAFolderAndWritesToADeviceWithoutAQuestion) {
    ASSERT_TRUE(QDir(m_folder.path()).mkdir(QStringLiteral("inner")));
    SaveDialog& dialog = open(m_csv);
    type(dialog, path("inner"));
    EXPECT_TRUE(dialog.isVisible());
    EXPECT_EQ(dialog.directory().absolutePath(), QDir(path("inner")).absolutePath());
    type(dialog, QStringLiteral("a"));
    EXPECT_EQ(m_chosen, QStringList{path("inner/a.csv")});
    m_chosen.clear();
    type(open(m_csv), QStringLiteral("/dev/null"));
    EXPECT_EQ(m_chosen, QStringList{QStringLiteral("/dev/null")});
}

} // namespace
} // namespace rillscope
