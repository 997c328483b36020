// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/gui/ApplicationTest.h"

#include "tests/support/Sources.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/Banner.h"
#include "ui/panels/EventListModel.h"
#include "ui/panels/EventPanel.h"
#include "ui/widgets/SegmentedControl.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QSlider>
#include <QStandardPaths>
#include <QStyleOptionSlider>
#include <QToolButton>
#include <QWindow>

namespace rillscope::test {
namespace {

/// The action of this object name in menus and their submenus; nullptr: none.
QAction* actionIn(const QList<QAction*>& actions, const QString& name) {
    for (QAction* action : actions) {
        if (action->objectName() == name)
            return action;
        if (QAction* found = action->menu() ? actionIn(action->menu()->actions(), name) : nullptr)
            return found;
    }
    return nullptr;
}

} // namespace

ApplicationTest::ApplicationTest() : m_dataHome(qgetenv("XDG_DATA_HOME")), m_temporary(qgetenv("TMPDIR")) {
    // Captures, and whatever else the program keeps, stay in the test's folder.
    QStandardPaths::setTestModeEnabled(false);
    QDir(m_folder.path()).mkpath(QStringLiteral("temporary"));
    qputenv("XDG_DATA_HOME", path("data").toLocal8Bit());
    qputenv("TMPDIR", path("temporary").toLocal8Bit());
}

ApplicationTest::~ApplicationTest() {
    m_application.reset();
    // What was still on its way to the window must not reach the next test.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QStandardPaths::setTestModeEnabled(true);
    qputenv("XDG_DATA_HOME", m_dataHome);
    qputenv("TMPDIR", m_temporary);
}

QString ApplicationTest::write(const char* name, const QByteArray& content) const {
    QFile file(path(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    EXPECT_EQ(file.write(content), content.size());
    return file.fileName();
}

GuiOptions ApplicationTest::options() const {
    GuiOptions options;
    options.settingsPath = settingsPath();
    options.isCaptured = m_isCaptured;
    return options;
}

void ApplicationTest::start(const QString& uri) {
    GuiOptions options = this->options();
    if (!uri.isEmpty()) {
        const auto source = test::sources().parse(uri);
        ASSERT_TRUE(source) << source.error().message().toStdString();
        options.source = *source;
    }
    start(options);
}

void ApplicationTest::start(const GuiOptions& options) {
    m_application.reset();
    m_application = std::make_unique<Application>(options, test::sources());
    m_application->run();
    window().activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
    ASSERT_TRUE(waitForOpening());
}

void ApplicationTest::startWithoutStream() {
    Settings settings;
    settings.wasRunning = false;
    ASSERT_TRUE(SettingsStore(settingsPath()).save(settings));
    start();
    ASSERT_FALSE(session().isActive());
}

void ApplicationTest::quit() {
    window().close();
    // It stays until what was received is on disk.
    EXPECT_TRUE(waitFor([this] { return !window().isVisible(); }));
    m_application.reset();
}

QString ApplicationTest::text(const char* labelName) const {
    return find<QLabel>(labelName).text();
}

double ApplicationTest::figure(const char* labelName) const {
    QString digits;
    for (const QChar c : text(labelName)) {
        if (c == u'−')
            digits += u'-';
        else if (c.isDigit() || c == u'.')
            digits += c;
        else if (c != u',')
            break;
    }
    return digits.toDouble();
}

void ApplicationTest::click(const char* widgetName) const {
    QTest::mouseClick(&find<QWidget>(widgetName), Qt::LeftButton);
}

void ApplicationTest::clickSegment(const char* controlName, int index) const {
    QTest::mouseClick(find<SegmentedControl>(controlName).segment(index), Qt::LeftButton);
}

void ApplicationTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const {
    // After a dialog: there is no window manager that would do so.
    window().activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &window(), key, modifiers);
}

void ApplicationTest::pressOnChart(Qt::Key key) const {
    chart().setFocus();
    QTest::keyClick(&chart(), key);
}

void ApplicationTest::choose(const char* actionName) const {
    QAction* chosen = actionIn(window().menuBar()->actions(), QString::fromUtf8(actionName));
    if (!chosen)
        throw std::runtime_error(std::string("no menu has the action ") + actionName);
    EXPECT_TRUE(chosen->isEnabled()) << actionName;
    chosen->trigger();
}

void ApplicationTest::type(const char* fieldName, const QString& number) const {
    auto& field = find<QAbstractSpinBox>(fieldName);
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, number);
    QTest::keyClick(&field, Qt::Key_Return);
}

void ApplicationTest::dragSlider(const char* sliderName, int position) const {
    auto& slider = find<QSlider>(sliderName);
    QStyleOptionSlider option;
    option.initFrom(&slider);
    option.orientation = slider.orientation();
    option.minimum = slider.minimum();
    option.maximum = slider.maximum();
    option.subControls = QStyle::SC_All;
    const auto handleAt = [&](int place) {
        option.sliderPosition = option.sliderValue = place;
        return slider.style()
            ->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, &slider)
            .center();
    };
    const QPoint from = handleAt(slider.value());
    const QPoint to = handleAt(position);
    QTest::mousePress(&slider, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 8; ++step)
        QTest::mouseMove(&slider, from + (to - from) * step / 8);
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, to);
}

bool ApplicationTest::dropFile(const QString& filePath, const QWidget& onto) const {
    return dropUrls({QUrl::fromLocalFile(filePath)}, onto);
}

bool ApplicationTest::dropUrls(const QList<QUrl>& urls, const QWidget& onto) const {
    QMimeData data;
    data.setUrls(urls);
    const QPoint position = onto.mapTo(&window(), onto.rect().center());
    // To the window system's window, which finds out who takes it.
    QWindow* handle = window().windowHandle();
    QDragEnterEvent enter(position, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(handle, &enter);
    QDragMoveEvent move(position, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    move.setAccepted(enter.isAccepted()); // who took the one takes the other, unless it says no
    QCoreApplication::sendEvent(handle, &move);
    if (!move.isAccepted()) {
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(handle, &leave);
        return false;
    }
    QDropEvent drop(QPointF(position), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(handle, &drop);
    return drop.isAccepted() && waitForOpening();
}

void ApplicationTest::answerFileDialog(const QString& filePath) {
    // A dialog that runs a loop of its own is answered from within it.
    auto* timer = new QTimer(m_application.get());
    QObject::connect(timer, &QTimer::timeout, timer, [timer, filePath] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        auto* name = dialog ? dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit")) : nullptr;
        if (!name)
            return;
        timer->deleteLater();
        timer->stop();
        name->setText(filePath);
        QTest::keyClick(name, Qt::Key_Return);
    });
    timer->start(1);
}

void ApplicationTest::fixValueAxis(double minimum, double maximum) const {
    QTimer::singleShot(0, &window(), [this, minimum, maximum] {
        find<QAbstractButton>("rangeFixed").click();
        type("rangeMinimum", QString::number(minimum));
        type("rangeMaximum", QString::number(maximum));
        // Return in a number commits it; whether it also presses OK is up to the dialog.
        if (auto* dialog = window().findChild<QDialog*>(QStringLiteral("valueRangeDialog")))
            dialog->accept();
    });
    press(Qt::Key_Y, Qt::ControlModifier);
}

bool ApplicationTest::waitForOpening() const {
    return waitFor([this] { return !session().isOpening(); });
}

bool ApplicationTest::waitForSamples(std::int64_t count) const {
    return waitFor([&] { return history().size() >= count; });
}

bool ApplicationTest::waitForState(Pipeline::State state) const {
    return waitFor([&] { return !session().isOpening() && session().state() == state; });
}

QString ApplicationTest::shownBanner() const {
    return window().banner().isVisible() ? text("bannerText") : QString();
}

void ApplicationTest::clickBanner(const char* actionName) const {
    auto& button = find<QAbstractButton>(QStringLiteral("banner_") + QString::fromUtf8(actionName));
    EXPECT_TRUE(button.isVisible()) << actionName;
    QTest::mouseClick(&button, Qt::LeftButton);
}

bool ApplicationTest::reachBanner(const QString& part) const {
    return waitFor([&] {
        while (!window().banner().isEmpty()) {
            if (shownBanner().contains(part))
                return true;
            click("bannerClose");
        }
        return false;
    });
}

bool ApplicationTest::hasEvent(const QString& part) const {
    const EventListModel& events = *window().events().model();
    for (int row = 0; row < events.rowCount(); ++row) {
        if (events.line(row).contains(part))
            return true;
    }
    return false;
}

void ApplicationTest::expectBalanced() const {
    const Account account = this->account();
    EXPECT_TRUE(account.balances());
    EXPECT_EQ(account.dropped, 0);
    EXPECT_EQ(account.accepted, history().size());
    EXPECT_EQ(account.recorded, history().size());
    EXPECT_TRUE(waitFor([&] { return text("accountBalance").contains(QStringLiteral("Counts match")); }));
}

} // namespace rillscope::test
