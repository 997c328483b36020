// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/LabeledSlider.h"
#include "ui/widgets/NumberField.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

namespace rillscope {
namespace {

LabeledSlider::Specification linear() {
    return {.name = QStringLiteral("mean"),
            .label = QStringLiteral("&Mean"),
            .unit = QStringLiteral("°C"),
            .toolTip = QStringLiteral("The middle"),
            .scale = SliderScale::linear(-50.0, 100.0, 0.5),
            .typedMinimum = -273.15,
            .typedMaximum = 10'000.0};
}

LabeledSlider::Specification logarithmic() {
    return {.name = QStringLiteral("rate"),
            .label = QStringLiteral("&Rate"),
            .unit = QStringLiteral("samples/s"),
            .toolTip = QString(),
            .scale = SliderScale::logarithmic(0.1, 1e6),
            .decimals = 0};
}

struct Parts {
    explicit Parts(const LabeledSlider::Specification& specification)
        : widget(specification), changed(&widget, &LabeledSlider::valueChanged) {
        QLocale::setDefault(QLocale(QLocale::English));
        widget.show();
        slider = widget.findChild<QSlider*>();
        number = widget.findChild<NumberField*>();
        number->setLocale(QLocale(QLocale::English));
    }

    void type(const QString& text) {
        number->selectAll();
        QTest::keyClicks(number, text);
        QTest::keyClick(number, Qt::Key_Return);
    }

    QString shown() const { return number->findChild<QLineEdit*>()->text(); }

    LabeledSlider widget;
    QSignalSpy changed;
    QSlider* slider;
    NumberField* number;
};

TEST(SliderScaleTest, HasExactEndsAndRoundSteps) {
    const SliderScale scale = SliderScale::linear(-50.0, 100.0, 0.1);
    EXPECT_EQ(scale.positions(), 1'500);
    EXPECT_EQ(scale.valueAt(0), -50.0);
    EXPECT_EQ(scale.valueAt(1'500), 100.0);
    EXPECT_EQ(scale.valueAt(503), 0.3) << "not 0.30000000000000004";
    const SliderScale rate = SliderScale::logarithmic(0.1, 1e6);
    EXPECT_EQ(rate.valueAt(0), 0.1);
    EXPECT_EQ(rate.valueAt(rate.positions()), 1e6);
    EXPECT_EQ(rate.valueAt(rate.positionOf(1.0)), 1.0);
    EXPECT_EQ(rate.valueAt(rate.positionOf(250.0)), 250.0);
}

TEST(SliderScaleTest, ReturnsEachLogarithmicPositionWithinItsRounding) {
    const SliderScale rate = SliderScale::logarithmic(0.1, 1e6);
    double previous = 0.0;
    for (int position = 0; position <= rate.positions(); ++position) {
        const double value = rate.valueAt(position);
        EXPECT_GE(value, previous);
        // Two significant digits are off by 5 % at the most, 100 positions are a factor of ten.
        EXPECT_LE(std::abs(rate.positionOf(value) - position), 3) << position;
        previous = value;
    }
}

TEST(SliderScaleTest, ChangesTheValueWithEachArrowKey) {
    for (const SliderScale& scale :
         {SliderScale::logarithmic(0.1, 1e6), SliderScale::linear(0.0, 20.0, 0.1)}) {
        for (int position = 0; position + scale.keyStep() <= scale.positions(); position += scale.keyStep())
            EXPECT_GT(scale.valueAt(position + scale.keyStep()), scale.valueAt(position)) << position;
    }
}

TEST(SliderScaleTest, StaysInsideForAnyValue) {
    const SliderScale rate = SliderScale::logarithmic(0.1, 1e6);
    for (const double value : {-1.0, 0.0, 1e-300, 1e300, HUGE_VAL}) {
        EXPECT_GE(rate.positionOf(value), 0);
        EXPECT_LE(rate.positionOf(value), rate.positions());
    }
}

TEST(LabeledSliderTest, ShowsTheWholeNumberWhenItIsSetByCode) {
    Parts parts(logarithmic());
    parts.widget.resize(246, parts.widget.sizeHint().height());
    parts.widget.setValue(1.0);
    QApplication::processEvents();
    parts.widget.setValue(123'456.0);
    QApplication::processEvents();
    const auto* edit = parts.number->findChild<QLineEdit*>();
    EXPECT_GE(edit->width(), edit->fontMetrics().horizontalAdvance(edit->text()))
        << parts.shown().toStdString();
}

TEST(LabeledSliderTest, KeepsWhatIsSetToTheLastBit) {
    Parts rate(logarithmic());
    const quint32 seed = QRandomGenerator::global()->generate();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 1'000; ++i) {
        const double value = std::pow(10.0, random.bounded(7.0) - 1.0);
        rate.widget.setValue(value);
        ASSERT_EQ(rate.widget.value(), value);
        ASSERT_NEAR(std::log10(value), rate.slider->value() / 100.0 - 1.0, 0.0051);
    }
    EXPECT_EQ(rate.changed.count(), 0) << "setting is no change by the user";
}

TEST(LabeledSliderTest, KeepsItsValueWhenTheNumberIsOnlyVisited) {
    Parts rate(logarithmic());
    const double third = 1.0 / 0.3;
    rate.widget.setValue(third);
    EXPECT_EQ(rate.shown(), QStringLiteral("3.33"));
    rate.number->setFocus();
    QTest::keyClick(rate.number, Qt::Key_Return);
    rate.number->clearFocus();
    EXPECT_EQ(rate.widget.value(), third);
    EXPECT_EQ(rate.changed.count(), 0);
}

TEST(LabeledSliderTest, TakesTypedNumbersExactly) {
    Parts rate(logarithmic());
    for (const double value : {0.125, 3.3, 12'345.678, 999'999.0, 0.1, 47.11, 123.456789}) {
        rate.type(QLocale(QLocale::English).toString(value, 'f', QLocale::FloatingPointShortest));
        EXPECT_EQ(rate.widget.value(), value);
        EXPECT_EQ(rate.changed.takeLast().at(0).toDouble(), value);
        EXPECT_TRUE(rate.changed.isEmpty()) << "one signal for one typed number";
    }
    EXPECT_EQ(rate.shown(), QStringLiteral("123.456789"));
}

TEST(LabeledSliderTest, LetsTheSliderRestAtItsEndForNumbersBeyond) {
    Parts mean(linear());
    mean.type(QStringLiteral("500.25"));
    EXPECT_EQ(mean.widget.value(), 500.25);
    EXPECT_EQ(mean.slider->value(), mean.slider->maximum());
    EXPECT_EQ(mean.changed.count(), 1);
    mean.widget.setValue(-1e9);
    EXPECT_EQ(mean.widget.value(), -273.15);
}

TEST(LabeledSliderTest, RefusesWhatIsNoNumber) {
    Parts mean(linear());
    mean.widget.setValue(20.0);
    for (const char* text : {"abc", "1e400", "nan", "", "--5", "99999999"})
        mean.type(QString::fromUtf8(text));
    EXPECT_TRUE(std::isfinite(mean.widget.value()));
    EXPECT_GE(mean.widget.value(), -273.15);
    EXPECT_LE(mean.widget.value(), 10'000.0);
}

TEST(LabeledSliderTest, FollowsTheSliderAndTheKeys) {
    Parts mean(linear());
    mean.slider->setValue(mean.slider->maximum() / 2);
    EXPECT_EQ(mean.widget.value(), 25.0);
    EXPECT_EQ(mean.shown(), QStringLiteral("25.0"));
    QTest::keyClick(mean.slider, Qt::Key_Right);
    EXPECT_EQ(mean.widget.value(), 25.5);
    QTest::keyClick(mean.slider, Qt::Key_PageUp);
    EXPECT_EQ(mean.widget.value(), 40.5);
    QTest::keyClick(mean.slider, Qt::Key_End);
    EXPECT_EQ(mean.widget.value(), 100.0);
    QTest::keyClick(mean.number, Qt::Key_Down);
    EXPECT_EQ(mean.widget.value(), 99.5);
    EXPECT_EQ(mean.changed.count(), 5);
}

/// Whether `widget` takes one notch of the wheel for itself; else Qt offers it to the scroll area around.
bool takesTheWheel(QWidget* widget) {
    const QPointF middle = widget->rect().center();
    QWheelEvent wheel(middle, widget->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(widget, &wheel);
    return wheel.isAccepted();
}

TEST(LabeledSliderTest, LeavesTheWheelToThePanelUntilItHasTheFocus) {
    Parts mean(linear());
    mean.widget.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&mean.widget));
    mean.widget.setValue(20.0);
    mean.number->setFocus();
    EXPECT_FALSE(takesTheWheel(mean.slider));
    mean.slider->setFocus();
    EXPECT_FALSE(takesTheWheel(mean.number));
    EXPECT_EQ(mean.widget.value(), 20.0);
    EXPECT_TRUE(takesTheWheel(mean.slider));
    EXPECT_LT(mean.widget.value(), 20.0);
}

TEST(LabeledSliderTest, IsNamedForAScreenReader) {
    Parts mean(linear());
    EXPECT_EQ(mean.number->accessibleName(), QStringLiteral("Mean in °C"));
    EXPECT_EQ(mean.slider->accessibleName(), QStringLiteral("Mean in °C"));
    EXPECT_EQ(mean.widget.objectName(), QStringLiteral("mean"));
    EXPECT_EQ(mean.slider->objectName(), QStringLiteral("meanSlider"));
    EXPECT_EQ(mean.number->objectName(), QStringLiteral("meanNumber"));
    EXPECT_EQ(mean.widget.findChild<QLabel*>()->buddy(), mean.number);
}

} // namespace
} // namespace rillscope
