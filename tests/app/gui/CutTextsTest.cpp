// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/CutTexts.h"
#include "tests/app/gui/ApplicationTest.h"
#include "ui/panels/SourcePanel.h"
#include "ui/widgets/FigureLabel.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>

namespace rillscope::test {
namespace {

/// No text of the window is cut, in the font that the test runs with.
class CutTextsTest : public ApplicationTest {
protected:
    CutTextsTest() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    ~CutTextsTest() override { QLocale::setDefault(m_localeBefore); }

    /// In the size that the window has on a screen with room for it.
    void startWide(const QString& uri) {
        start(uri);
        window().resize(1440, 900);
        ASSERT_TRUE(waitForSamples(300));
        ASSERT_TRUE(waitFor([this] {
            return figure("visibleRangeSamples") >= 300 && text("intervalsMean").contains(u'±') &&
                   text("timingLatency").contains(u's') && !text("timingLatency").contains(u'd');
        }));
    }

    void expectWhole(const QWidget& part, const std::string& when) const {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        for (const std::string& text : cutTexts(part))
            ADD_FAILURE() << when << ": " << text;
    }

    /// Looks at the dialog that an action opens, and closes it.
    void expectWholeDialog(QAction* action) {
        ASSERT_TRUE(action && action->isEnabled());
        const std::string name = action->text().toStdString();
        bool wasSeen = false;
        QTimer look; // a dialog that runs a loop of its own is looked at from within it
        QObject::connect(&look, &QTimer::timeout, &look, [&] {
            for (QWidget* shown : QApplication::topLevelWidgets()) {
                auto* dialog = qobject_cast<QDialog*>(shown);
                if (!dialog || !dialog->isVisible())
                    continue;
                expectWhole(*dialog, name);
                wasSeen = true;
                dialog->reject();
            }
        });
        look.start(1);
        action->trigger();
        EXPECT_TRUE(waitFor([&] { return wasSeen; })) << name;
    }

private:
    QLocale m_localeBefore;
};

} // namespace

TEST_F(CutTextsTest, ShowsEveryTextOfTheWindowWhole) {
    for (const char* uri :
         {"sim:normal?rate=50&seed=5", "sim:normal?rate=2000&channels=4&seed=5&late=0.01&nan=0.01"}) {
        startWide(QString::fromLatin1(uri));
        for (const Unit unit : {Unit::Celsius, Unit::Fahrenheit, Unit::Kelvin}) {
            clickSegment("unitControl", static_cast<int>(unit));
            ASSERT_TRUE(waitFor([&] { return text("currentUnit") == unitSymbol(unit); }));
            expectWhole(window(), uri + (' ' + unitSymbol(unit).toStdString()));
        }
        for (const FigureLabel* figure : window().findChildren<FigureLabel*>())
            EXPECT_EQ(figure->shownMetrics().height(), figure->fontMetrics().height())
                << figure->objectName().toStdString() << ' ' << figure->text().toStdString()
                << " is written smaller";
    }
}

TEST_F(CutTextsTest, ShowsEverySourceWhole) {
    startWide(QStringLiteral("sim:normal?rate=50&seed=5"));
    auto& distribution = find<QComboBox>("distribution");
    find<QToolButton>("faultFold").click();
    for (int kind = 0; kind < distribution.count(); ++kind) {
        distribution.setCurrentIndex(kind);
        expectWhole(window().sourcePanel(), distribution.currentText().toStdString());
    }
    for (const char* uri : {"sim:normal?rate=1000000&mean=-123.456&sd=0.123456",
                            "sim:uniform?min=-123.456&max=1234.567&interval=1h..2h",
                            "replay:/tmp/recording.csv?speed=max", "stdin:", "tail:/tmp/log.csv?from=end"}) {
        window().sourcePanel().setSource(*SourceUri::parse(QString::fromLatin1(uri)));
        expectWhole(window().sourcePanel(), uri);
    }
}

TEST_F(CutTextsTest, ShowsExtremeFiguresWholeInTheNarrowestColumn) {
    const QString file = write("extremes.csv", "time,a\n1,-1234567.8\n2,99999999\n3,-1.7e308\n4,1.7e308\n"
                                               "5,-1234567.8\n");
    start(QStringLiteral("replay:%1?speed=max").arg(file));
    window().resize(1440, 900);
    find<QSplitter>("columns").setSizes({1, 1440, 1});
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    ASSERT_TRUE(waitFor([this] {
        return figure("visibleRangeSamples") == 5 && text("visibleRangePercentiles").contains(u'·');
    }));
    EXPECT_LT(find<QWidget>("readings").width(), find<QWidget>("readings").sizeHint().width());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    for (const std::string& cut : cutFigures(window()))
        ADD_FAILURE() << cut;
}

TEST_F(CutTextsTest, ShowsEveryDialogWhole) {
    startWide(QStringLiteral("sim:normal?rate=50&seed=5"));
    for (const char* name : {"valueRange", "historyLimits", "captureSettings", "captureList", "makeReport",
                             "eventTime", "shortcuts", "about"}) {
        SCOPED_TRACE(name);
        expectWholeDialog(window().findChild<QAction*>(QString::fromLatin1(name)));
    }
    for (QAction* action : window().findChildren<QAction*>()) {
        if (action->objectName().startsWith(QStringLiteral("add_")))
            expectWholeDialog(action);
    }
}

} // namespace rillscope::test
