// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SourcePanel.h"
#include "core/source/replay/ReplaySettings.h"
#include "tests/support/Sources.h"
#include "ui/panels/ReplayPanel.h"
#include "ui/panels/SimulationPanel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SegmentedControl.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QSlider>
#include <QTest>

namespace rillscope {
namespace {

SourceUri uri(const char* text) {
    return *SourceUri::parse(QString::fromUtf8(text));
}

class SourcePanelTest : public testing::Test {
protected:
    SourcePanelTest() {
        QLocale::setDefault(QLocale(QLocale::English));
        m_panel.show();
        QObject::connect(&m_panel, &SourcePanel::sourceRequested, &m_panel,
                         [this](const SourceUri& requested) { m_requests.append(requested.shown().text()); });
        QObject::connect(&m_panel, &SourcePanel::simulationChanged, &m_panel,
                         [this](const SimulationSettings&) { ++m_simulationChanges; });
        QObject::connect(&m_panel, &SourcePanel::speedChanged, &m_panel,
                         [this](PlaybackSpeed speed) { m_speeds.append(speed.toString()); });
    }

    QComboBox* chooser() { return m_panel.findChild<QComboBox*>(QStringLiteral("sourceKind")); }
    bool isShown(const char* name) {
        return m_panel.findChild<QWidget*>(QString::fromUtf8(name))->isVisibleTo(&m_panel);
    }

    /// As a person does it: with the keyboard.
    void choose(int kind) {
        chooser()->setFocus();
        while (chooser()->currentIndex() != kind)
            QTest::keyClick(chooser(), chooser()->currentIndex() < kind ? Qt::Key_Down : Qt::Key_Up);
    }

    SourcePanel m_panel{test::sources()};
    QStringList m_requests;
    QStringList m_speeds;
    int m_simulationChanges = 0;
};

TEST_F(SourcePanelTest, ShowsEachKindOfSourceAndEmitsNothing) {
    m_panel.setSource(uri("sim:uniform?min=1&max=2&channels=3"));
    EXPECT_TRUE(isShown("rate"));
    EXPECT_EQ(m_panel.simulation()->settings().channels, 3);
    EXPECT_EQ(m_panel.simulation()->settings().distribution,
              DistributionParameters(UniformParameters{1.0, 2.0}));

    m_panel.setSource(uri("replay:/tmp/a.csv?speed=2.5"));
    EXPECT_FALSE(isShown("rate"));
    EXPECT_FALSE(isShown("distributionCard"));
    EXPECT_TRUE(isShown("replayPanel"));
    EXPECT_EQ(m_panel.replay()->speed(), PlaybackSpeed::times(2.5));
    EXPECT_EQ(m_panel.findChild<QLabel*>(QStringLiteral("replaySpeedValue"))->text(), QStringLiteral("2.5×"));

    m_panel.setSource(uri("stdin:"));
    EXPECT_TRUE(isShown("sourceForm_stdin"));
    EXPECT_FALSE(isShown("replayPanel"));
    EXPECT_EQ(chooser()->currentIndex(), 2);
    EXPECT_TRUE(m_requests.isEmpty());
    EXPECT_TRUE(m_speeds.isEmpty());
    EXPECT_EQ(m_simulationChanges, 0);
}

TEST_F(SourcePanelTest, ShowsTheConditionOfTheSourceWholeHoweverLongItIs) {
    auto* condition = m_panel.findChild<QLabel*>(QStringLiteral("sourceCondition"));
    m_panel.setSource(uri("tail:/tmp/a.csv"));
    EXPECT_FALSE(isShown("sourceCondition")) << "there is nothing to say of it yet";
    m_panel.setCondition(QStringLiteral("Connecting (attempt 3, next in 8.0 s): the file is not there, and "
                                        "neither is the folder in which it should be"));
    EXPECT_TRUE(isShown("sourceCondition"));
    QTest::qWait(0);
    EXPECT_GE(condition->height(), condition->heightForWidth(condition->width()));
    EXPECT_LE(condition->geometry().right(), m_panel.width());
    m_panel.setCondition({});
    EXPECT_FALSE(isShown("sourceCondition"));
}

TEST_F(SourcePanelTest, RequestsTheSourceThatIsChosen) {
    m_panel.setSource(uri("stdin:"));
    m_panel.replay()->setFilePath(QStringLiteral("/tmp/b.csv"));
    choose(1);
    EXPECT_EQ(m_requests.takeLast(), QStringLiteral("replay:/tmp/b.csv?speed=60"));
    choose(0);
    EXPECT_EQ(uri(qPrintable(m_requests.takeLast())), SimulationSettings().toUri());
    choose(1);
    choose(2);
    EXPECT_EQ(m_requests.takeLast(), QStringLiteral("stdin:"));
}

TEST_F(SourcePanelTest, AsksForTheKeysOfAnyOtherKindBeforeItRequestsIt) {
    m_panel.setSource(uri("stdin:"));
    choose(3);
    EXPECT_TRUE(isShown("sourceForm_tail"));
    EXPECT_FALSE(isShown("sourceForm_stdin"));
    EXPECT_TRUE(m_requests.isEmpty()) << "standard input goes on until there is a file";
    auto* form = m_panel.findChild<QWidget*>(QStringLiteral("sourceForm_tail"));
    auto* start = form->findChild<QAbstractButton*>(QStringLiteral("startSource"));
    EXPECT_FALSE(start->isEnabled());
    QTest::keyClicks(form->findChild<QLineEdit*>(QStringLiteral("filePath")), QStringLiteral("/tmp/a.log"));
    auto* from = form->findChild<QComboBox*>(QStringLiteral("key_from"));
    from->setFocus();
    QTest::keyClick(from, Qt::Key_Down);
    QTest::mouseClick(start, Qt::LeftButton);
    EXPECT_EQ(m_requests, QStringList{QStringLiteral("tail:/tmp/a.log?from=end")});
    choose(2);
    EXPECT_EQ(m_requests.last(), QStringLiteral("stdin:"));
}

TEST_F(SourcePanelTest, GoesBackToTheKindThatRunsWithoutRequestingIt) {
    m_panel.setSource(uri("stdin:"));
    choose(3);
    choose(2);
    EXPECT_TRUE(isShown("sourceForm_stdin"));
    EXPECT_TRUE(m_requests.isEmpty());
}

TEST_F(SourcePanelTest, GoesBackWhenNoRecordingIsChosen) {
    choose(1);
    EXPECT_TRUE(isShown("replayPanel"));
    auto* dialog = m_panel.findChild<QFileDialog*>(QStringLiteral("chooseRecordingDialog"));
    ASSERT_NE(dialog, nullptr);
    dialog->reject();
    EXPECT_EQ(chooser()->currentIndex(), 0);
    EXPECT_TRUE(isShown("rate"));
    EXPECT_TRUE(m_requests.isEmpty());
}

TEST_F(SourcePanelTest, RequestsTheRecordingThatIsChosen) {
    choose(1);
    auto* dialog = m_panel.findChild<QFileDialog*>(QStringLiteral("chooseRecordingDialog"));
    ASSERT_NE(dialog, nullptr);
    Q_EMIT dialog->fileSelected(QStringLiteral("/tmp/100% hot?.csv"));
    ASSERT_EQ(m_requests.size(), 1);
    EXPECT_EQ(SourceUri::parse(m_requests.last())->path(), QStringLiteral("/tmp/100% hot?.csv"));
    EXPECT_EQ(chooser()->currentIndex(), 1);
}

TEST_F(SourcePanelTest, PassesOnLiveChanges) {
    auto* rate = m_panel.findChild<QSlider*>(QStringLiteral("rateSlider"));
    rate->setValue(rate->maximum());
    EXPECT_EQ(m_simulationChanges, 1);
    m_panel.setSource(uri("replay:/tmp/a.csv"));
    auto* speed = m_panel.findChild<SegmentedControl*>(QStringLiteral("replaySpeed"));
    EXPECT_EQ(speed->current(), 0) << "without a speed, a recording goes at its own";
    QTest::mouseClick(speed->segment(3), Qt::LeftButton);
    QTest::mouseClick(speed->segment(4), Qt::LeftButton);
    EXPECT_EQ(m_speeds, (QStringList{QStringLiteral("600"), QStringLiteral("max")}));
}

TEST_F(SourcePanelTest, ShowsFileNamesAsTextAndNeverAsMarkup) {
    m_panel.setSource(replayOf(QStringLiteral("/tmp/<b>&<img src=x>.csv")));
    auto* name = m_panel.findChild<QLabel*>(QStringLiteral("replayFile"));
    EXPECT_EQ(name->text(), QStringLiteral("<b>&<img src=x>.csv"));
    EXPECT_EQ(name->textFormat(), Qt::PlainText);
    EXPECT_FALSE(name->toolTip().contains(QStringLiteral("<img")));
}

TEST_F(SourcePanelTest, ShowsProgressOnlyWhileThereIsSome) {
    m_panel.setSource(uri("replay:/tmp/a.csv"));
    EXPECT_FALSE(isShown("replayProgress"));
    m_panel.setReplayProgress(0.25);
    EXPECT_TRUE(isShown("replayProgress"));
    auto* bar = m_panel.findChild<QProgressBar*>(QStringLiteral("replayProgress"));
    EXPECT_EQ(bar->value() * 4, bar->maximum());
    m_panel.setReplayProgress(7.0);
    EXPECT_EQ(bar->value(), bar->maximum());
    m_panel.setSource(uri("replay:/tmp/b.csv"));
    EXPECT_FALSE(isShown("replayProgress"));
}

TEST_F(SourcePanelTest, CutsNothingOffInALowNarrowWindow) {
    Theme theme;
    theme.apply(ThemeMode::Light);
    for (const char* source :
         {"sim:normal", "sim:daily", "replay:/tmp/a-very-long-name-of-a-recording-2026.csv",
          "stdin:", "tail:/tmp/a-very-long-name-of-a-file-that-grows-2026.log?from=end"}) {
        m_panel.setSource(uri(source));
        m_panel.resize(m_panel.sizeHint().width(), 300);
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&m_panel));
        QCoreApplication::processEvents();
        const QWidget* column = m_panel.widget();
        EXPECT_LE(column->width(), m_panel.viewport()->width()) << source;
        for (const QWidget* part : column->findChildren<QWidget*>()) {
            if (!part->isVisible() || part->parentWidget()->inherits("QAbstractSpinBox"))
                continue;
            EXPECT_LE(part->mapTo(column, part->rect().bottomRight()).x(), column->width()) << part;
            EXPECT_GE(part->width(), part->minimumSizeHint().width())
                << source << " " << part->objectName().toStdString() << " "
                << part->metaObject()->className();
        }
    }
}

TEST_F(SourcePanelTest, NamesEveryControlForKeyboardAndScreenReader) {
    for (const QWidget* part : m_panel.findChildren<QWidget*>()) {
        const bool isControl =
            qobject_cast<const QAbstractButton*>(part) || qobject_cast<const QComboBox*>(part) ||
            qobject_cast<const QAbstractSpinBox*>(part) || qobject_cast<const QSlider*>(part) ||
            (qobject_cast<const QLineEdit*>(part) && part->objectName() == QLatin1String("seed"));
        if (!isControl || part->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(part);
        EXPECT_FALSE(part->objectName().isEmpty()) << part->metaObject()->className();
        EXPECT_TRUE(!part->accessibleName().isEmpty() || (button && !button->text().isEmpty()))
            << part->objectName().toStdString();
        EXPECT_TRUE(!part->toolTip().isEmpty() || !part->parentWidget()->toolTip().isEmpty())
            << part->objectName().toStdString();
        EXPECT_TRUE(part->focusPolicy() & Qt::TabFocus || button) << part->objectName().toStdString();
    }
}

TEST_F(SourcePanelTest, IsWalkedThroughFromTopToBottom) {
    int previous = -1;
    QStringList order;
    for (QWidget* widget = m_panel.nextInFocusChain(); widget != &m_panel;
         widget = widget->nextInFocusChain()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
            continue;
        const int y = widget->mapTo(m_panel.widget(), widget->rect().center()).y();
        EXPECT_GE(y, previous) << widget->objectName().toStdString();
        previous = y;
        order.append(widget->objectName());
    }
    EXPECT_EQ(order.first(), QStringLiteral("sourceKind"));
    EXPECT_GE(order.size(), 10);
}

} // namespace
} // namespace rillscope
