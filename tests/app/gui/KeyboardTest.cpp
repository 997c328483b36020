// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/gui/ApplicationTest.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/Banner.h"
#include "ui/panels/SourcePanel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QScrollBar>
#include <QSet>
#include <QToolButton>

namespace rillscope::test {
namespace {

/// The window without a mouse and without eyes.
class KeyboardTest : public ApplicationTest {
protected:
    /// In a window that has room for the whole tool bar.
    void startWide(const QString& uri) {
        start(uri);
        window().resize(1440, 900);
    }

    static bool isControl(const QWidget* widget) {
        if (qobject_cast<const QScrollBar*>(widget) || qobject_cast<const QMenuBar*>(widget))
            return false;
        // The line of a spin box or a combo box is a part of it.
        if (qobject_cast<const QLineEdit*>(widget) &&
            (qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) ||
             qobject_cast<const QComboBox*>(widget->parentWidget())))
            return false;
        return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QAbstractSlider*>(widget) ||
               qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QComboBox*>(widget) ||
               qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractItemView*>(widget) ||
               qobject_cast<const LiveChartView*>(widget);
    }

    QList<QWidget*> controls() const {
        QList<QWidget*> all;
        for (QWidget* widget : window().findChildren<QWidget*>()) {
            if (widget->window() == &window() && widget->isVisible() && widget->isEnabled() &&
                isControl(widget))
                all.append(widget);
        }
        return all;
    }

    static std::string nameOf(const QWidget* widget) {
        return (QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName())
            .toStdString();
    }

    /// A tooltip of its own, or of the widget it is a part of, which Qt shows then.
    static bool hasToolTip(const QWidget* widget) {
        for (; widget && !widget->isWindow(); widget = widget->parentWidget()) {
            if (!widget->toolTip().isEmpty())
                return true;
        }
        return false;
    }

    void expectNamed() const {
        for (QWidget* control : controls()) {
            const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(control);
            ASSERT_TRUE(spoken) << nameOf(control);
            EXPECT_FALSE(spoken->text(QAccessible::Name).trimmed().isEmpty()) << nameOf(control);
            EXPECT_FALSE(control->objectName().isEmpty()) << nameOf(control);
            const bool hasTipsOfItsOwn =
                qobject_cast<QAbstractItemView*>(control) || qobject_cast<LiveChartView*>(control);
            EXPECT_TRUE(hasTipsOfItsOwn || hasToolTip(control)) << nameOf(control);
        }
    }

    /// Tab comes by every control; in a group of buttons the chosen one stands for all.
    void expectReachable() const {
        QSet<QWidget*> reached;
        chart().setFocus();
        for (int i = 0; i < 300 && !reached.contains(QApplication::focusWidget()); ++i) {
            reached.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            ASSERT_TRUE(QApplication::focusWidget());
        }
        EXPECT_TRUE(reached.contains(&chart()));
        for (QWidget* control : controls()) {
            const auto* button = qobject_cast<QAbstractButton*>(control);
            if (button && button->isCheckable() && !button->isChecked() &&
                button->parentWidget()->property("role") == QStringLiteral("segments"))
                continue;
            EXPECT_TRUE(reached.contains(control)) << nameOf(control);
        }
    }

    static QString mnemonic(QString text) {
        text.remove(QStringLiteral("&&"));
        const qsizetype mark = text.indexOf(u'&');
        return mark >= 0 && mark + 1 < text.size() ? text.mid(mark + 1, 1).toUpper() : QString();
    }

    void expectNoMnemonicTwice() const {
        QMap<QString, QString> users;
        const auto use = [&](const QString& text) {
            const QString key = mnemonic(text);
            if (key.isEmpty())
                return;
            EXPECT_FALSE(users.contains(key)) << "Alt+" << key.toStdString() << ": " << text.toStdString()
                                              << " and " << users.value(key).toStdString();
            users.insert(key, text);
        };
        for (const QAction* menu : window().menuBar()->actions())
            use(menu->text());
        for (const QLabel* label : window().findChildren<QLabel*>()) {
            if (label->isVisible() && label->buddy())
                use(label->text());
        }
        for (const QAbstractButton* button : window().findChildren<QAbstractButton*>()) {
            if (button->isVisible())
                use(button->text());
        }
    }
};

TEST_F(KeyboardTest, NamesAndReachesEveryControl) {
    startWide(QStringLiteral("sim:normal?seed=1&rate=100&channels=3"));
    ASSERT_TRUE(waitForSamples(10));
    window().banner().post({Severity::Warning,
                            QStringLiteral("Something"),
                            {{QStringLiteral("doIt"), QStringLiteral("Do it"), [] {}}}});
    ASSERT_TRUE(waitFor([&] { return find<QWidget>("channelList").isVisible(); }));
    auto& distribution = find<QComboBox>("distribution");
    for (int kind = 0; kind < distribution.count(); ++kind) {
        SCOPED_TRACE(distribution.itemText(kind).toStdString());
        distribution.setCurrentIndex(kind);
        QCoreApplication::processEvents();
        expectNamed();
        expectReachable();
        expectNoMnemonicTwice();
    }
}

TEST_F(KeyboardTest, NamesAndReachesTheControlsOfARecording) {
    const QString recording = write("recording.csv", "timestamp,temperature\n2024-05-01T00:00:00Z,20\n");
    startWide(QStringLiteral("replay:") + recording);
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    ASSERT_TRUE(find<QWidget>("chooseRecording").isVisible());
    expectNamed();
    expectReachable();
    expectNoMnemonicTwice();
}

TEST_F(KeyboardTest, NamesAndReachesTheControlsOfAFrozenViewAndAJob) {
    startWide(QStringLiteral("sim:normal?seed=1&speed=max"));
    ASSERT_TRUE(waitForSamples(300'000));
    press(Qt::Key_F6);
    program().files().saveCsvTo(path("samples.csv"), session().history());
    expectNamed();
    expectReachable();
    if (find<QWidget>("cancelJob").isVisible())
        click("cancelJob");
}

TEST_F(KeyboardTest, UsesNoShortcutTwice) {
    start();
    QMap<QString, QString> users;
    for (const QAction* action : window().findChildren<QAction*>()) {
        for (const QKeySequence& key : action->shortcuts()) {
            const QString text = key.toString();
            EXPECT_FALSE(users.contains(text))
                << text.toStdString() << ": " << action->objectName().toStdString() << " and "
                << users.value(text).toStdString();
            users.insert(text, action->objectName());
        }
    }
    EXPECT_GT(users.size(), 20);
}

TEST_F(KeyboardTest, SaysEveryKeyInTheToolTips) {
    start();
    for (const QAction* action : window().actions().all()) {
        EXPECT_FALSE(action->toolTip().isEmpty()) << action->objectName().toStdString();
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        EXPECT_TRUE(key.isEmpty() || action->toolTip().contains(key)) << action->objectName().toStdString();
    }
}

TEST_F(KeyboardTest, OpensHelpWithoutStoppingTheStream) {
    start(QStringLiteral("sim:normal?seed=1&rate=500"));
    press(Qt::Key_F1);
    choose("about");
    EXPECT_TRUE(waitForSamples(100));
    EXPECT_TRUE(QApplication::activeModalWidget() == nullptr);
}

} // namespace
} // namespace rillscope::test
