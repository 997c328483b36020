// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CaptureDialog.h"
#include "ui/dialogs/CaptureListDialog.h"
#include "ui/dialogs/CaptureListModel.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

namespace rillscope {
namespace {

const QString usual = QStringLiteral("/tmp/usual");

template <typename T>
T& child(const QWidget& of, const char* name) {
    T* found = of.findChild<T*>(QString::fromLatin1(name));
    if (!found)
        throw std::runtime_error(std::string("there is no ") + name);
    return *found;
}

TEST(CaptureDialogTest, GivesBackWhatItWasGiven) {
    for (const CapturePreferences& preferences :
         {CapturePreferences(),
          CapturePreferences{.isOn = false, .folder = QStringLiteral("/tmp"), .gigabytes = 0, .days = 0},
          CapturePreferences{.isOn = true, .folder = {}, .gigabytes = 1, .days = 36'500, .mayDelete = true}})
        EXPECT_EQ(CaptureDialog(preferences, usual).preferences(), preferences);
}

TEST(CaptureDialogTest, AsksAgainWhenOtherCapturesMayBeDeleted) {
    const CapturePreferences agreed{
        .isOn = true, .folder = {}, .gigabytes = 20, .days = 90, .mayDelete = true};
    CaptureDialog same(agreed, usual);
    child<QCheckBox>(same, "captureOn").setChecked(false);
    EXPECT_TRUE(same.preferences().mayDelete);
    CaptureDialog less(agreed, usual);
    child<QSpinBox>(less, "captureGigabytes").setValue(5);
    EXPECT_FALSE(less.preferences().mayDelete);
    CaptureDialog elsewhere(agreed, usual);
    elsewhere.setFolder(QStringLiteral("/tmp"));
    EXPECT_FALSE(elsewhere.preferences().mayDelete);
}

TEST(CaptureDialogTest, TellsWhatHoldsAndWhatIsThere) {
    CaptureDialog dialog(CapturePreferences(), usual);
    dialog.setTotals(usual, 4, 3'100'000'000);
    EXPECT_TRUE(child<QLabel>(dialog, "captureSpace").text().contains(QStringLiteral("4 recordings")));
    dialog.setFolder(QStringLiteral("/tmp"));
    EXPECT_FALSE(child<QLabel>(dialog, "captureSpace").text().contains(QStringLiteral("4 recordings")))
        << "they are in the other one";
    EXPECT_TRUE(child<QLabel>(dialog, "captureHint").text().contains(QStringLiteral("asks before")));
    child<QCheckBox>(dialog, "captureSizeLimited").setChecked(false);
    child<QCheckBox>(dialog, "captureAgeLimited").setChecked(false);
    EXPECT_TRUE(child<QLabel>(dialog, "captureHint").text().contains(QStringLiteral("ever deleted")));
    EXPECT_FALSE(child<QSpinBox>(dialog, "captureDays").isEnabled());
    dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::RestoreDefaults)->click();
    EXPECT_EQ(dialog.preferences(), CapturePreferences());
    EXPECT_EQ(dialog.folder(), usual);
}

CaptureEntry entry(const char* path, qint64 samples, qint64 bytes, CaptureEntry::State state) {
    CaptureEntry entry;
    entry.path = QString::fromUtf8(path);
    entry.samples = samples;
    entry.bytes = bytes;
    entry.state = state;
    entry.started = Timestamp{std::chrono::hours(samples)};
    entry.ended = Timestamp{std::chrono::hours(samples + 1)};
    entry.sources = {ShownUri::fromText(QStringLiteral("sim:<b>normal</b>"))};
    return entry;
}

class CaptureListTest : public testing::Test {
protected:
    CaptureListTest() {
        CaptureCatalog catalog;
        catalog.folder = QStringLiteral("/captures");
        catalog.entries = {entry("/captures/c", 30, 10, CaptureEntry::State::BeingWritten),
                           entry("/captures/b", 20, 30, CaptureEntry::State::Complete),
                           entry("/captures/a", 10, 20, CaptureEntry::State::Unreadable)};
        catalog.bytes = 60;
        m_list.setCatalog(catalog, 20'000'000'000);
        m_list.show();
    }

    std::string order() const {
        QString paths;
        for (int row = 0; row < m_list.model()->rowCount(); ++row)
            paths += m_list.model()->at(row).path.right(1);
        return paths.toStdString();
    }
    bool isEnabled(const char* action) const { return child<QAction>(m_list, action).isEnabled(); }

    CaptureListDialog m_list;
};

TEST_F(CaptureListTest, SortsByAnyColumnAndKeepsWhatIsChosen) {
    EXPECT_EQ(order(), "cba") << "the newest first";
    m_list.select(QStringLiteral("/captures/b"));
    auto& table = child<QTableView>(m_list, "captureList");
    table.sortByColumn(CaptureListModel::SizeColumn, Qt::AscendingOrder);
    EXPECT_EQ(order(), "cab");
    EXPECT_EQ(table.currentIndex().row(), 2);
    table.sortByColumn(CaptureListModel::StartedColumn, Qt::AscendingOrder);
    EXPECT_EQ(order(), "abc");
    for (int column = 0; column < CaptureListModel::ColumnCount; ++column)
        table.sortByColumn(column, Qt::DescendingOrder);
    EXPECT_EQ(table.selectionModel()->selectedRows().size(), 1);
}

TEST_F(CaptureListTest, OffersWhatCanBeDone) {
    m_list.select(QStringLiteral("/captures/b"));
    EXPECT_TRUE(isEnabled("captureOpen") && isEnabled("captureReplay") && isEnabled("captureExport") &&
                isEnabled("captureDelete"));
    EXPECT_FALSE(isEnabled("captureSalvage"));
    m_list.select(QStringLiteral("/captures/c"));
    EXPECT_TRUE(isEnabled("captureOpen"));
    EXPECT_FALSE(isEnabled("captureDelete")) << "it is being written";
    m_list.select(QStringLiteral("/captures/a"));
    EXPECT_FALSE(isEnabled("captureOpen") || isEnabled("captureReplay") || isEnabled("captureExport"));
    EXPECT_TRUE(isEnabled("captureSalvage"));
    EXPECT_TRUE(isEnabled("captureDelete"));
}

TEST_F(CaptureListTest, AsksWithTheTimeThatTheListShows) {
    m_list.setTimeZone(QTimeZone(5 * 3'600));
    m_list.select(QStringLiteral("/captures/b"));
    child<QAction>(m_list, "captureDelete").trigger();
    const auto& question = child<QMessageBox>(m_list, "confirmDelete");
    // Twenty hours after 1970 began, in UTC.
    EXPECT_TRUE(question.text().contains(QStringLiteral("2 Jan 1970 01:00")))
        << question.text().toStdString();
}

TEST_F(CaptureListTest, AsksBeforeItDeletes) {
    QStringList deleted;
    QObject::connect(&m_list, &CaptureListDialog::deleteRequested, &m_list,
                     [&deleted](const QString& path) { deleted.append(path); });
    m_list.select(QStringLiteral("/captures/b"));
    child<QAction>(m_list, "captureDelete").trigger();
    auto& question = child<QMessageBox>(m_list, "confirmDelete");
    EXPECT_EQ(question.defaultButton(), question.button(QMessageBox::Cancel));
    question.reject();
    EXPECT_TRUE(deleted.isEmpty());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    child<QAction>(m_list, "captureDelete").trigger();
    child<QPushButton>(m_list, "confirmDeleteButton").click();
    EXPECT_EQ(deleted, QStringList{QStringLiteral("/captures/b")});
}

TEST_F(CaptureListTest, TellsTotalsAndThatThereIsNone) {
    EXPECT_TRUE(child<QLabel>(m_list, "captureTotals").text().startsWith(QStringLiteral("3 recordings")));
    EXPECT_TRUE(child<QLabel>(m_list, "captureTotals").text().contains(QStringLiteral("of at most 20.0 GB")));
    EXPECT_FALSE(child<QLabel>(m_list, "captureListEmpty").isVisible());
    m_list.setCatalog({}, 0);
    EXPECT_TRUE(child<QLabel>(m_list, "captureListEmpty").isVisible());
    EXPECT_FALSE(isEnabled("captureOpen") || isEnabled("captureDelete") || isEnabled("captureShowFolder"));
}

TEST(CaptureListFocusTest, GivesTheKeysToTheListWhenTheFolderWasRead) {
    CaptureListDialog list;
    list.show();
    list.setCatalog({}, 0);
    auto& table = child<QTableView>(list, "captureList");
    EXPECT_NE(list.focusWidget(), &table);
    CaptureCatalog catalog;
    catalog.entries = {entry("/captures/a", 10, 20, CaptureEntry::State::Complete)};
    list.setCatalog(catalog, 0);
    EXPECT_EQ(list.focusWidget(), &table);
    child<QPushButton>(list, "captureListClose").setFocus();
    list.setCatalog(catalog, 0);
    EXPECT_NE(list.focusWidget(), &table) << "it was moved on by the user";
}

TEST_F(CaptureListTest, ShowsTextFromOutsideAsItIs) {
    const QString tip = m_list.model()->index(0, 0).data(Qt::ToolTipRole).toString();
    EXPECT_TRUE(tip.contains(QStringLiteral("&lt;b&gt;normal"))) << tip.toStdString();
    EXPECT_EQ(m_list.model()->index(2, CaptureListModel::SamplesColumn).data().toString(),
              QStringLiteral("–"))
        << "what cannot be read has no known number";
}

} // namespace
} // namespace rillscope
