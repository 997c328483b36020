// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/OutsideText.h"
#include "ui/text/TabularText.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FigureLabel.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

namespace rillscope {
namespace {

/// Counts how often its layout was told to work anew.
class LayoutCounter : public QWidget {
public:
    int requests = 0;

protected:
    bool event(QEvent* event) override {
        requests += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return QWidget::event(event);
    }
};

/// A font of our own whose digits differ in width: those of the machine may all be tabular.
class TabularTextTest : public testing::Test {
protected:
    TabularTextTest() {
        const int id = QFontDatabase::addApplicationFont(QStringLiteral(RILLSCOPE_PROPORTIONAL_FONT));
        m_font = QFont(QFontDatabase::applicationFontFamilies(id).value(0), 20);
    }
    ~TabularTextTest() override { QFontDatabase::removeAllApplicationFonts(); }

    QFont m_font;
};

} // namespace

TEST(FigureLabelTest, NeedsNoNewLayoutForAFigureOfTheSameLength) {
    LayoutCounter parent;
    auto* layout = new QHBoxLayout(&parent);
    auto* label = new FigureLabel(&parent);
    layout->addWidget(label);
    label->setFigure(QStringLiteral("71.42"));
    parent.show();
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents();
    parent.requests = 0;
    label->setFigure(QStringLiteral("68.09"));
    QCoreApplication::sendPostedEvents();
    EXPECT_EQ(parent.requests, 0);
    EXPECT_EQ(label->text(), u"68.09");
    label->setFigure(QStringLiteral("168.09"));
    QCoreApplication::sendPostedEvents();
    EXPECT_GT(parent.requests, 0);
}

TEST(FigureLabelTest, GrowsWithTheFontOfTheStylesheet) {
    FigureLabel label;
    label.setProperty("role", QStringLiteral("bigValue"));
    label.setFigure(QStringLiteral("71.42"));
    const int before = label.width();
    label.setStyleSheet(QStringLiteral("QLabel[role=\"bigValue\"] { font-size: 42px; }"));
    label.show();
    EXPECT_GT(label.width(), 2 * before);
    EXPECT_GE(label.width(), tabularWidth(label.fontMetrics(), label.text()));
}

TEST(FigureLabelTest, IsWrittenSmallerRatherThanCut) {
    FigureLabel label;
    QFont font = label.font();
    font.setPixelSize(42);
    label.setFont(font);
    label.setFigure(QStringLiteral("−1,234,567.8"));
    const int whole = label.width();
    label.setRoom(2 * whole / 3);
    EXPECT_LE(label.width(), 2 * whole / 3);
    EXPECT_GT(label.width(), whole / 2) << "no smaller than it must be";
    EXPECT_EQ(label.width(), tabularWidth(label.shownMetrics(), label.text()));
    label.setFigure(QStringLiteral("8.1"));
    EXPECT_EQ(label.shownMetrics().height(), label.fontMetrics().height());
    label.setFigure(QStringLiteral("−1,234,567.8"));
    label.setRoom(whole);
    EXPECT_EQ(label.width(), whole);
    label.setRoom(3);
    font.setPixelSize(8);
    EXPECT_EQ(label.shownMetrics().height(), QFontMetrics(font).height()) << "it can still be read";
}

TEST_F(TabularTextTest, GivesAllFiguresOfOneLengthTheSameWidth) {
    const QFontMetrics metrics(m_font);
    ASSERT_NE(metrics.horizontalAdvance(QStringLiteral("11.11")),
              metrics.horizontalAdvance(QStringLiteral("88.88")));
    const int width = tabularWidth(metrics, QStringLiteral("88.88"));
    for (int value = 1'000; value < 10'000; value += 37) {
        const QString text = QStringLiteral("%1.%2").arg(value / 100).arg(value % 100, 2, 10, QChar(u'0'));
        ASSERT_EQ(tabularWidth(metrics, text), width) << text.toStdString();
    }
}

TEST_F(TabularTextTest, DrawsWithinItsWidth) {
    const QString text = QStringLiteral("41,117.11");
    const int width = tabularWidth(QFontMetrics(m_font), text);
    QImage image(width + 40, 60, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(m_font);
    drawTabularText(painter, image.rect().adjusted(20, 0, -20, 0), Qt::AlignRight | Qt::AlignVCenter, text);
    painter.end();
    const auto isBlank = [&](int x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixelColor(x, y) != QColor(Qt::white))
                return false;
        }
        return true;
    };
    for (int x = 0; x < 15; ++x) {
        EXPECT_TRUE(isBlank(x));
        EXPECT_TRUE(isBlank(image.width() - 1 - x));
    }
    bool hasInk = false;
    for (int x = 20; x < image.width() - 20; ++x)
        hasInk = hasInk || !isBlank(x);
    EXPECT_TRUE(hasInk);
}

TEST(ElidedLabelTest, GivesWayInsteadOfWideningItsPanel) {
    ElidedLabel label(QString(10'000, u'w'));
    EXPECT_LT(label.minimumSizeHint().width(), 40);
    EXPECT_EQ(label.textFormat(), Qt::PlainText);
}

TEST(OutsideTextTest, MakesOneHarmlessLine) {
    EXPECT_EQ(oneLine(QStringLiteral("  a\n\tb\r\n c  ")), u"a b c");
    EXPECT_EQ(oneLine(QString(QChar(0x202E)) + QStringLiteral("gnp.exe")), u"gnp.exe");
    EXPECT_EQ(oneLine(QString(QChar(0))), u"");
    EXPECT_EQ(oneLine(QStringLiteral("abcdef"), 4), u"abc…");
    EXPECT_EQ(oneLine(QString(1'000'000, u'x')).size(), 300);
    const QString pair = QStringLiteral("ab😀cd");
    EXPECT_EQ(oneLine(pair, 4), u"ab…") << "no half of a character is left";
}

TEST(OutsideTextTest, ShowsMarkupInTooltipsAsText) {
    const QString toolTip = plainToolTip(QStringLiteral("<img src=x> & co"));
    EXPECT_FALSE(toolTip.contains(QStringLiteral("<img")));
    EXPECT_EQ(plainToolTip(QString()), QString());
}

} // namespace rillscope
