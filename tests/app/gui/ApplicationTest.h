// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Application.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <stdexcept>

namespace rillscope::test {

/// The whole program in its real window, without a screen and with settings of its own, operated by mouse and
/// keyboard on widgets found by their names.
class ApplicationTest : public testing::Test {
protected:
    ApplicationTest();
    ~ApplicationTest() override;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString path(const char* name) const { return path(QString::fromUtf8(name)); }
    /// Writes a file into the test's folder; returns its path.
    QString write(const char* name, const QByteArray& content) const;
    /// Where captures go, unless the settings say otherwise.
    QString captureFolder() const { return path("data/rillscope/captures"); }
    QString settingsPath() const { return path("settings.ini"); }

    /// Starts the program as `rillscope [URI]`; without a URI when it is empty.
    void start(const QString& uri = {});
    void start(const GuiOptions& options);
    /// Starts it without a stream: it was stopped when it was closed last.
    void startWithoutStream();
    GuiOptions options() const;
    /// Off unless told otherwise: streams without a pause would fill the disk.
    void setCaptured(bool isCaptured) { m_isCaptured = isCaptured; }
    /// Closes the window, as its button does, and ends the program.
    void quit();

    Application& program() const { return *m_application; }
    MainWindow& window() const { return m_application->window(); }
    LiveChartView& chart() const { return window().chart(); }
    Session& session() const { return m_application->session(); }
    const SampleHistory& history() const { return *session().history(); }
    Account account() const { return session().status().account; }

    /// Fails the test when there is no such widget.
    template <typename T>
    T& find(const QString& name) const {
        T* found = window().findChild<T*>(name);
        if (!found)
            throw std::runtime_error("there is no widget " + name.toStdString());
        return *found;
    }
    template <typename T>
    T& find(const char* name) const {
        return find<T>(QString::fromUtf8(name));
    }
    QString text(const char* labelName) const;
    /// The number a label begins with, without the separators of its groups.
    double figure(const char* labelName) const;

    void click(const char* widgetName) const;
    /// Chooses by mouse.
    void clickSegment(const char* controlName, int index) const;
    /// Presses a key in whatever has the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void pressOnChart(Qt::Key key) const;
    /// Chooses the action of this object name in the menus.
    void choose(const char* actionName) const;
    /// Types a number into a NumberField and commits it with Return.
    void type(const char* fieldName, const QString& number) const;
    /// Drags the handle of a slider by mouse to where `position` is.
    void dragSlider(const char* sliderName, int position) const;
    /// Drops a file on the window at a place of a widget, as a file manager does. Returns whether it was
    /// taken, when it is open or was refused.
    bool dropFile(const QString& filePath, const QWidget& onto) const;
    bool dropUrls(const QList<QUrl>& urls, const QWidget& onto) const;
    /// Types a path into the next file dialog that opens, and confirms it.
    void answerFileDialog(const QString& filePath);
    /// By Ctrl+Y and the dialog it opens.
    void fixValueAxis(double minimum, double maximum) const;

    /// Until a file that is opened has been, or was refused.
    bool waitForOpening() const;
    bool waitForSamples(std::int64_t count) const;
    /// Of the session that is opened, if one is.
    bool waitForState(Pipeline::State state) const;
    /// Closes banners until one contains `part`; waits until there is one.
    bool reachBanner(const QString& part) const;
    QString shownBanner() const;
    /// Presses an action of the banner that shows; fails the test when there is none of that name.
    void clickBanner(const char* actionName) const;
    /// Whether an event of the list contains `part`.
    bool hasEvent(const QString& part) const;
    /// Nothing was lost, and the account says so. Only for a stream that has come to rest.
    void expectBalanced() const;

private:
    bool m_isCaptured = false;
    QTemporaryDir m_folder;
    QByteArray m_dataHome;
    QByteArray m_temporary;
    std::unique_ptr<Application> m_application;
};

} // namespace rillscope::test
