// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SimulationPanel.h"
#include "ui/panels/DistributionFields.h"
#include "ui/widgets/SegmentedControl.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QTest>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

class SimulationPanelTest : public testing::Test {
protected:
    SimulationPanelTest() {
        QLocale::setDefault(QLocale(QLocale::English));
        m_panel.show();
        QObject::connect(&m_panel, &SimulationPanel::settingsChanged, &m_panel,
                         [this](const SimulationSettings& settings) { m_changes.append(settings); });
    }

    template <typename Widget>
    Widget* find(const char* name) {
        auto* widget = m_panel.findChild<Widget*>(QString::fromUtf8(name));
        EXPECT_NE(widget, nullptr) << name;
        return widget;
    }

    void type(const char* name, const char* text) {
        auto* field = find<QDoubleSpinBox>(name);
        field->setLocale(QLocale(QLocale::English));
        field->selectAll();
        QTest::keyClicks(field, QString::fromUtf8(text));
        QTest::keyClick(field, Qt::Key_Return);
    }

    void choose(DistributionKind kind) {
        find<QComboBox>("distribution")->setCurrentIndex(static_cast<int>(kind));
    }

    SimulationPanel m_panel;
    QList<SimulationSettings> m_changes;
};

TEST_F(SimulationPanelTest, BeginsWithTheClassicExample) {
    EXPECT_EQ(m_panel.settings(), SimulationSettings());
    EXPECT_EQ(find<QLabel>("intervalReadout")->text(), QStringLiteral("100 – 500 ms"));
    EXPECT_TRUE(m_changes.isEmpty());
}

TEST_F(SimulationPanelTest, TurnsATypedRateIntoIntervals) {
    type("spreadNumber", "50");
    type("rateNumber", "1000");
    ASSERT_EQ(m_changes.size(), 2);
    EXPECT_EQ(m_changes.last().interval.minimum, 500us);
    EXPECT_EQ(m_changes.last().interval.maximum, 1500us);
    EXPECT_EQ(m_panel.settings(), m_changes.last());
    EXPECT_EQ(find<QLabel>("intervalReadout")->text(), QStringLiteral("0.5 – 1.5 ms"));
}

TEST_F(SimulationPanelTest, SetsHowOftenAFaultStrikes) {
    auto* fold = find<QAbstractButton>("faultFold");
    auto* late = find<QSlider>("faultLateSlider");
    EXPECT_FALSE(late->isVisible());
    fold->click();
    EXPECT_TRUE(late->isVisible());
    type("faultLateNumber", "25");
    ASSERT_EQ(m_changes.size(), 1);
    EXPECT_EQ(m_changes.last().faults.late.rate, 0.25);
    EXPECT_EQ(late->value(), late->maximum()) << "more than the slider's end can be typed";
    late->setValue(late->minimum());
    EXPECT_EQ(m_panel.settings(), SimulationSettings()) << "it was the late samples and nothing else";
}

TEST_F(SimulationPanelTest, ShowsEveryFaultThatIsSetAndKeepsItsSize) {
    SimulationSettings settings;
    settings.faults = {.gap = {0.01, {3s, 4s}},
                       .burst = {0.02, {3s, 4s}},
                       .duplicate = 0.03,
                       .late = {0.04, {3s, 4s}},
                       .spike = {0.05, {1.0, 2.0}},
                       .stuck = {0.06, {3s, 4s}},
                       .drift = {0.07, {3s, 4s}},
                       .driftBy = {1.0, 2.0},
                       .notANumber = 0.08};
    m_panel.setSettings(settings);
    const char* const names[]{"faultGapNumber",   "faultBurstNumber", "faultDuplicateNumber",
                              "faultLateNumber",  "faultSpikeNumber", "faultStuckNumber",
                              "faultDriftNumber", "faultNaNNumber"};
    double percent = 0.0;
    for (const char* const name : names) {
        EXPECT_TRUE(find<QDoubleSpinBox>(name)->isVisible()) << "it opens when there is something to see";
        EXPECT_EQ(find<QDoubleSpinBox>(name)->value(), percent += 1.0) << name;
    }
    EXPECT_TRUE(m_changes.isEmpty());
    type("faultNaNNumber", "0");
    settings.faults.notANumber = 0.0;
    EXPECT_EQ(m_panel.settings(), settings);
}

TEST_F(SimulationPanelTest, ReachesBothEndsOfTheRateWithTheSlider) {
    auto* rate = find<QSlider>("rateSlider");
    rate->setValue(rate->maximum());
    EXPECT_EQ(m_panel.settings().interval.meanSeconds(), 1e-6);
    rate->setValue(rate->minimum());
    EXPECT_EQ(m_panel.settings().interval.meanSeconds(), 10.0);
    auto* spread = find<QSlider>("spreadSlider");
    spread->setValue(spread->maximum());
    EXPECT_EQ(m_panel.settings().interval.minimum, 0ns);
    spread->setValue(spread->minimum());
    EXPECT_EQ(m_panel.settings().interval.minimum, m_panel.settings().interval.maximum);
}

TEST_F(SimulationPanelTest, KeepsIntervalsToTheNanosecondUntilTheyAreMoved) {
    SimulationSettings settings;
    settings.interval = {IntervalSettings::Kind::Uniform, 123'456'789ns, 987'654'321ns};
    m_panel.setSettings(settings);
    type("channelsNumber", "4");
    auto* kind = find<SegmentedControl>("intervalKind");
    QTest::mouseClick(kind->segment(1), Qt::LeftButton);
    find<QDoubleSpinBox>("rateNumber")->setFocus();
    QTest::keyClick(find<QDoubleSpinBox>("rateNumber"), Qt::Key_Return);
    settings.channels = 4;
    settings.interval.kind = IntervalSettings::Kind::Poisson;
    EXPECT_EQ(m_panel.settings(), settings);
    EXPECT_EQ(m_changes.size(), 2);
}

TEST_F(SimulationPanelTest, ShowsWhatWasSetAndEmitsNothing) {
    SimulationSettings settings;
    settings.distribution = DailyCycleParameters{-3.25, 40.0, std::chrono::seconds(60), 0.0};
    settings.interval = {IntervalSettings::Kind::Poisson, 1us, 1us};
    settings.channels = 16;
    settings.seed = 18'446'744'073'709'551'615ULL;
    settings.start = Timestamp{1s};
    settings.speed = PlaybackSpeed::maximum();
    m_panel.setSettings(settings);
    EXPECT_EQ(m_panel.settings(), settings);
    EXPECT_TRUE(m_changes.isEmpty());
    EXPECT_EQ(find<QLineEdit>("seed")->text(), QStringLiteral("18446744073709551615"));
    EXPECT_TRUE(find<QWidget>("dailyCyclePeriod")->isVisibleTo(&m_panel));
    EXPECT_FALSE(find<QWidget>("normalMean")->isVisibleTo(&m_panel));
    EXPECT_FALSE(find<QWidget>("spread")->isEnabled()) << "a Poisson process has its own spread";

    type("dailyCycleNoiseNumber", "1.5");
    std::get<DailyCycleParameters>(settings.distribution).noise = 1.5;
    EXPECT_EQ(m_panel.settings(), settings) << "start and speed, which it does not show, pass through";
}

TEST_F(SimulationPanelTest, MovesEachParameterOfEachDistribution) {
    for (int kind = 0; kind < distributionKindCount; ++kind) {
        choose(static_cast<DistributionKind>(kind));
        const auto sliders = sliderSpecifications(static_cast<DistributionKind>(kind));
        for (qsizetype i = 0; i < sliders.size(); ++i) {
            auto* slider = find<QSlider>(qPrintable(sliders.at(i).name + QStringLiteral("Slider")));
            const int position = slider->maximum() * 3 / 4;
            slider->setValue(position);
            const DistributionParameters parameters = m_panel.settings().distribution;
            ASSERT_EQ(parameters.index(), static_cast<std::size_t>(kind));
            EXPECT_NEAR(fieldValues(parameters)[static_cast<std::size_t>(i)],
                        sliders.at(i).scale.valueAt(position), 1e-9) // lengths of time are whole ns
                << sliders.at(i).name.toStdString();
            EXPECT_EQ(m_changes.last(), m_panel.settings());
        }
    }
}

TEST_F(SimulationPanelTest, KeepsEachDistributionsValuesWhileAnotherIsChosen) {
    type("normalMeanNumber", "37.125");
    choose(DistributionKind::RandomWalk);
    type("randomWalkRelaxationNumber", "7.5");
    choose(DistributionKind::Normal);
    EXPECT_EQ(std::get<NormalParameters>(m_panel.settings().distribution).mean, 37.125);
    choose(DistributionKind::RandomWalk);
    EXPECT_EQ(std::get<RandomWalkParameters>(m_panel.settings().distribution).relaxation,
              std::chrono::milliseconds(7'500));
    EXPECT_EQ(m_changes.size(), 5) << "one change for each thing done";
}

TEST_F(SimulationPanelTest, KeepsTheUniformBoundsInOrder) {
    choose(DistributionKind::Uniform);
    const auto bounds = [this] { return std::get<UniformParameters>(m_panel.settings().distribution); };
    type("uniformMinimumNumber", "50");
    EXPECT_EQ(bounds(), (UniformParameters{50.0, 50.5}));
    type("uniformMaximumNumber", "-20");
    EXPECT_EQ(bounds(), (UniformParameters{-20.5, -20.0}));
    type("uniformMinimumNumber", "10000");
    EXPECT_EQ(bounds(), (UniformParameters{9'999.5, 10'000.0}));
    type("uniformMaximumNumber", "-273.15");
    EXPECT_LT(bounds().minimum, bounds().maximum);
    EXPECT_GE(bounds().minimum, -273.15);
    EXPECT_EQ(find<QDoubleSpinBox>("uniformMinimumNumber")->value(), bounds().minimum);
}

TEST_F(SimulationPanelTest, TakesAnySeedAndNothingElse) {
    auto* seed = find<QLineEdit>("seed");
    QTest::keyClicks(seed, QStringLiteral("-4 2x"));
    EXPECT_EQ(m_panel.settings().seed, std::optional<quint64>(42));
    seed->clear();
    QTest::keyClicks(seed, QStringLiteral("18446744073709551616"));
    EXPECT_EQ(m_panel.settings().seed, std::optional<quint64>(1'844'674'407'370'955'161))
        << "the digit too much";
    seed->selectAll();
    QTest::keyClick(seed, Qt::Key_Delete);
    EXPECT_EQ(m_panel.settings().seed, std::nullopt);
    find<QPushButton>("newSeed")->click();
    EXPECT_TRUE(m_panel.settings().seed);
    EXPECT_EQ(m_changes.last(), m_panel.settings());
    EXPECT_TRUE(seed->toolTip().contains(QStringLiteral("next start")));
}

TEST_F(SimulationPanelTest, TakesWholeChannelsOnly) {
    type("channelsNumber", "2.6");
    EXPECT_EQ(m_panel.settings().channels, 3);
    EXPECT_EQ(find<QDoubleSpinBox>("channelsNumber")->value(), 3.0);
    type("channelsNumber", "3.2");
    EXPECT_EQ(m_changes.size(), 1) << "still three";
    auto* slider = find<QSlider>("channelsSlider");
    slider->setValue(slider->maximum());
    EXPECT_EQ(m_panel.settings().channels, 16);
}

TEST_F(SimulationPanelTest, ResetsEverythingInOneChange) {
    type("normalMeanNumber", "5");
    choose(DistributionKind::DailyCycle);
    type("dailyCycleAmplitudeNumber", "1");
    type("rateNumber", "100");
    m_changes.clear();
    find<QPushButton>("resetSimulation")->click();
    ASSERT_EQ(m_changes.size(), 1);
    EXPECT_EQ(m_panel.settings(), SimulationSettings());
    choose(DistributionKind::DailyCycle);
    EXPECT_EQ(m_panel.settings().distribution, DistributionParameters(DailyCycleParameters{}));
}

} // namespace
} // namespace rillscope
