// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ProgramRun.h"
#include "tests/app/gui/ApplicationTest.h"
#include "ui/panels/EventListModel.h"
#include "ui/panels/EventPanel.h"

#include <QAction>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace rillscope::test {
namespace {

constexpr const char* marker = "hunter2";

/// A source with a secret, put in past the parser, which would refuse it.
SourceUri secretSource() {
    return SourceUri(QStringLiteral("sim"), QStringLiteral("//ann:hunter2@host"),
                     {{QStringLiteral("password"), QStringLiteral("hunter2")},
                      {QStringLiteral("apiKey"), QStringLiteral("hunter2")}});
}

class SecretTest : public ApplicationTest {
protected:
    /// The files in the test's folder that hold the secret.
    QStringList filesWithSecret() const {
        QStringList found;
        QDirIterator files(path(""), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (readFile(files.next()).contains(marker))
                found.append(files.filePath());
        }
        return found;
    }

    /// All texts of the window that hold it: labels, buttons, fields, menus, tool tips, title, events.
    QStringList textsWithSecret() const {
        QStringList texts{window().windowTitle(), window().accessibleName()};
        for (const QWidget* widget : window().findChildren<QWidget*>()) {
            texts += {widget->toolTip(), widget->accessibleName(), widget->windowTitle()};
            if (const auto* label = qobject_cast<const QLabel*>(widget))
                texts.append(label->text());
            if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
                texts.append(button->text());
            if (const auto* field = qobject_cast<const QLineEdit*>(widget))
                texts.append(field->text());
        }
        for (const QAction* action : window().findChildren<QAction*>())
            texts += {action->text(), action->toolTip()};
        QStringList found = texts.filter(QLatin1String(marker));
        const EventListModel& events = *window().events().model();
        for (int row = 0; row < events.rowCount(); ++row) {
            if (events.line(row).contains(QLatin1String(marker)))
                found.append(events.line(row));
        }
        return found;
    }
};

TEST_F(SecretTest, IsShownAndStoredNowhere) {
    GuiOptions options = this->options();
    options.source = secretSource();
    start(options);
    ASSERT_EQ(session().uri(), secretSource()) << "it is what the window stands at";
    EXPECT_FALSE(shownBanner().isEmpty()) << "that it cannot be started is told";
    program().reports().saveTo({QStringLiteral("Test"), {}, ReportFormat::Html, path("page.html")});
    ASSERT_TRUE(reachBanner(QStringLiteral("page.html")));
    EXPECT_TRUE(readFile(path("page.html")).contains("sim://ann@host")) << "the source is in the report";
    EXPECT_EQ(textsWithSecret(), QStringList());
    quit();
    EXPECT_TRUE(readFile(settingsPath()).contains("sim://ann@host")) << "it is remembered";
    EXPECT_EQ(filesWithSecret(), QStringList());
}

TEST_F(SecretTest, IsNotInTheListOfRecentSources) {
    Settings settings;
    settings.wasRunning = false;
    settings.rememberSource(secretSource());
    ASSERT_TRUE(SettingsStore(settingsPath()).save(settings));
    EXPECT_TRUE(readFile(settingsPath()).contains("recent=sim://ann@host"))
        << readFile(settingsPath()).toStdString();
    EXPECT_EQ(filesWithSecret(), QStringList());
    start();
    EXPECT_EQ(textsWithSecret(), QStringList());
}

TEST_F(SecretTest, IsDroppedFromSettingsThatHoldOne) {
    write("settings.ini",
          "[source]\nlast=\"sim:normal?password=hunter2\"\nlastSimulation=\"sim:normal?pw=hunter2\"\n"
          "recent=\"sim:normal?token=hunter2\"\nwasRunning=false\n");
    start();
    EXPECT_EQ(textsWithSecret(), QStringList());
    quit();
    EXPECT_EQ(filesWithSecret(), QStringList());
}

} // namespace
} // namespace rillscope::test
