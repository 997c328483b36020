// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/SimulationSettings.h"
#include "core/source/replay/ReplaySettings.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace rillscope {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

Result<SimulationSettings> read(const QString& text) {
    const auto uri = SourceUri::parse(text);
    if (!uri)
        return tl::unexpected(uri.error());
    return SimulationSettings::fromUri(*uri);
}

SimulationSettings readGood(const char16_t* text) {
    const auto settings = read(QString::fromUtf16(text));
    EXPECT_TRUE(settings) << settings.error().message().toStdString();
    return settings.value_or(SimulationSettings{});
}

TEST(SimulationSettingsTest, DefaultsToTheClassicExample) {
    const SimulationSettings settings = readGood(u"sim:");
    EXPECT_EQ(settings, SimulationSettings{});
    EXPECT_EQ(settings.distribution, DistributionParameters{NormalParameters{}});
    EXPECT_EQ(readGood(u"sim:normal?mean=20&sd=5&interval=100ms..500ms&speed=1&channels=1&intervals=uniform"),
              settings);
    EXPECT_EQ(settings.toUri().shown().text(), QStringLiteral("sim:normal?mean=20&sd=5"));
}

TEST(SimulationSettingsTest, ReadsEveryDistribution) {
    EXPECT_EQ(readGood(u"sim:normal?mean=-4.5&sd=0").distribution,
              (DistributionParameters{NormalParameters{-4.5, 0.0}}));
    EXPECT_EQ(readGood(u"sim:uniform?min=-1&max=1e3").distribution,
              (DistributionParameters{UniformParameters{-1.0, 1'000.0}}));
    EXPECT_EQ(readGood(u"sim:exponential?min=3&excess=0.5").distribution,
              (DistributionParameters{ExponentialParameters{3.0, 0.5}}));
    EXPECT_EQ(readGood(u"sim:walk?mean=5&sd=1&relaxation=2min").distribution,
              (DistributionParameters{RandomWalkParameters{5.0, 1.0, seconds(120)}}));
    EXPECT_EQ(readGood(u"sim:daily?mean=5&amplitude=2&period=90s&noise=0").distribution,
              (DistributionParameters{DailyCycleParameters{5.0, 2.0, seconds(90), 0.0}}));
}

TEST(SimulationSettingsTest, ReadsIntervalsAndRates) {
    using Kind = IntervalSettings::Kind;
    EXPECT_EQ(readGood(u"sim:?interval=1s").interval,
              (IntervalSettings{Kind::Uniform, seconds(1), seconds(1)}));
    EXPECT_EQ(readGood(u"sim:?interval=0s..1.5ms&intervals=poisson").interval,
              (IntervalSettings{Kind::Poisson, Duration{0}, Duration{1'500'000}}));
    EXPECT_EQ(readGood(u"sim:?interval=333ns..1.667us").interval,
              (IntervalSettings{Kind::Uniform, Duration{333}, Duration{1'667}}));
    EXPECT_EQ(readGood(u"sim:?interval=0.001h..0.1min").interval,
              (IntervalSettings{Kind::Uniform, milliseconds(3'600), milliseconds(6'000)}));
}

TEST(SimulationSettingsTest, SpreadsARateLikeTheDefaultInterval) {
    const IntervalSettings interval = readGood(u"sim:?rate=100000").interval;
    EXPECT_EQ(interval.minimum, Duration{3'333});
    EXPECT_EQ(interval.maximum, Duration{16'667});
    EXPECT_DOUBLE_EQ(interval.meanRateHz(), 100'000.0);
    EXPECT_NEAR(interval.spread(), SimulationSettings{}.interval.spread(), 1e-4);
    const IntervalSettings regular = readGood(u"sim:?rate=3&spread=0").interval;
    EXPECT_EQ(regular.minimum, Duration{333'333'333});
    EXPECT_EQ(regular.maximum, regular.minimum);
}

TEST(SimulationSettingsTest, MeetsEveryRateAndSpread) {
    std::mt19937_64 random(30);
    for (int i = 0; i < 20'000; ++i) {
        const double rate = std::exp(std::uniform_real_distribution(std::log(0.1), std::log(1e6))(random));
        const double spread =
            std::uniform_real_distribution(0.0, 1.0)(random) * (i % 2 == 0 ? 1.0 : 1e-6); // also next to none
        const IntervalSettings interval = IntervalSettings::ofRate(rate, spread);
        ASSERT_LE(Duration{0}, interval.minimum);
        ASSERT_LE(interval.minimum, interval.maximum);
        ASSERT_NEAR(interval.meanSeconds(), 1.0 / rate, 0.51e-9);
        ASSERT_NEAR(interval.spread(), spread, 0.001);
        SimulationSettings settings;
        settings.interval = interval;
        ASSERT_EQ(SimulationSettings::fromUri(settings.toUri()), settings)
            << settings.toUri().shown().text().toStdString();
    }
    for (const double rate : {0.1, 1e6}) {
        for (const double spread : {0.0, 0.5, 1.0}) {
            SimulationSettings settings;
            settings.interval = IntervalSettings::ofRate(rate, spread);
            EXPECT_EQ(SimulationSettings::fromUri(settings.toUri()), settings) << rate << ' ' << spread;
        }
    }
}

TEST(SimulationSettingsTest, ReadsTheCommonParameters) {
    const SimulationSettings settings = readGood(
        u"sim:?channels=16&seed=18446744073709551615&start=2023-01-01T01:00:00.000000001+01:00&speed=max");
    EXPECT_EQ(settings.channels, 16);
    EXPECT_EQ(settings.seed, ~0ULL);
    EXPECT_EQ(settings.start,
              Timestamp{std::chrono::sys_days{std::chrono::year{2023} / 1 / 1}} + Duration{1});
    EXPECT_TRUE(settings.speed.isMaximum());
    EXPECT_EQ(readGood(u"sim:?seed=0").seed, 0ULL);
    EXPECT_EQ(readGood(u"sim:?speed=0.5").speed, PlaybackSpeed::times(0.5));
}

DistributionParameters randomDistribution(std::mt19937_64& random) {
    const auto number = [&random](double low, double high) {
        return std::uniform_real_distribution(low, high)(random);
    };
    const auto duration = [&] { // from a millisecond to a year
        const double length = std::exp(number(std::log(0.001), std::log(3e7)));
        return random() % 2 == 0 && length > 1.0 ? seconds(std::lround(length))
                                                 : Duration{std::llround(length * 1e9)};
    };
    switch (static_cast<DistributionKind>(random() % 5)) {
    case DistributionKind::Normal:
        return NormalParameters{number(-273.15, 10'000), number(0, 10'000)};
    case DistributionKind::Uniform:
        return UniformParameters{number(-273.15, 100), number(101, 10'000)};
    case DistributionKind::Exponential:
        return ExponentialParameters{number(-273.15, 10'000), number(0, 10'000)};
    case DistributionKind::RandomWalk:
        return RandomWalkParameters{number(-273.15, 100), number(0, 10), duration()};
    case DistributionKind::DailyCycle:
        break;
    }
    return DailyCycleParameters{number(-10, 10), number(0, 1e-5), duration(), number(0, 1)};
}

TEST(SimulationSettingsTest, ReadsBackExactlyWhatItWrites) {
    std::mt19937_64 random(31);
    for (int i = 0; i < 50'000; ++i) {
        SimulationSettings settings;
        settings.distribution = randomDistribution(random);
        const auto mean =
            std::llround(std::exp(std::uniform_real_distribution(std::log(1e3), std::log(1e10))(random)));
        const auto half = std::uniform_int_distribution<std::int64_t>(0, mean)(random);
        settings.interval = {random() % 2 ? IntervalSettings::Kind::Uniform : IntervalSettings::Kind::Poisson,
                             Duration{mean - half}, Duration{mean + half}};
        settings.channels = static_cast<int>(random() % 16) + 1;
        if (random() % 2)
            settings.seed = random();
        if (random() % 2)
            settings.start = fromNanoseconds(std::uniform_int_distribution<std::int64_t>(
                toNanoseconds(SimulationSettings::earliestTime),
                toNanoseconds(SimulationSettings::latestTime) - 1)(random));
        if (random() % 2)
            settings.speed = PlaybackSpeed::times(std::uniform_real_distribution(0.001, 1e6)(random));
        else if (random() % 2)
            settings.speed = PlaybackSpeed::maximum();
        const QString text = settings.toUri().shown().text();
        const auto again = read(text);
        ASSERT_TRUE(again) << again.error().message().toStdString() << '\n' << text.toStdString();
        ASSERT_EQ(*again, settings) << text.toStdString();
    }
}

TEST(SimulationSettingsTest, NamesTheParameterThatIsWrong) {
    const std::vector<std::pair<const char16_t*, const char16_t*>> cases{
        {u"sim:gauss", u"distribution"},
        {u"sim:Normal", u"distribution"},
        {u"sim:normal?mean=warm", u"mean"},
        {u"sim:normal?mean=nan", u"mean"},
        {u"sim:normal?mean=inf", u"mean"},
        {u"sim:normal?mean=1e400", u"mean"},
        {u"sim:normal?mean=-273.16", u"mean"},
        {u"sim:normal?mean=10000.1", u"mean"},
        {u"sim:normal?mean=1,5", u"mean"},
        {u"sim:normal?mean=20%20", u"mean"},
        {u"sim:normal?sd=-1", u"sd"},
        {u"sim:normal?sd=1e9", u"sd"},
        {u"sim:normal?min=1", u"min"},
        {u"sim:uniform?min=5&max=5", u"min"},
        {u"sim:uniform?min=50", u"min"},
        {u"sim:uniform?mean=5", u"mean"},
        {u"sim:exponential?excess=-1", u"excess"},
        {u"sim:exponential?mean=1", u"mean"},
        {u"sim:walk?relaxation=30", u"relaxation"},
        {u"sim:walk?relaxation=0s", u"relaxation"},
        {u"sim:walk?relaxation=-1s", u"relaxation"},
        {u"sim:daily?period=400d", u"period"},
        {u"sim:daily?amplitude=-1", u"amplitude"},
        {u"sim:daily?noise=x", u"noise"},
        {u"sim:?interval=1", u"interval"},
        {u"sim:?interval=0s", u"interval"},
        {u"sim:?interval=-1s", u"interval"},
        {u"sim:?interval=-1s..5s", u"interval"},
        {u"sim:?interval=2s..1s", u"interval"},
        {u"sim:?interval=1s..", u"interval"},
        {u"sim:?interval=..1s", u"interval"},
        {u"sim:?interval=1s...5s", u"interval"},
        {u"sim:?interval=1s..2s..3s", u"interval"},
        {u"sim:?interval=999ns", u"interval"},
        {u"sim:?interval=10.000000001s", u"interval"},
        {u"sim:?interval=0s..20.1s", u"interval"},
        {u"sim:?interval=1e300d", u"interval"},
        {u"sim:?interval=0s..100000d", u"interval"},
        {u"sim:?interval=1.0000000001s", u"interval"},
        {u"sim:?rate=0.09", u"rate"},
        {u"sim:?rate=1000001", u"rate"},
        {u"sim:?rate=-5", u"rate"},
        {u"sim:?rate=5&interval=1s", u"rate"},
        {u"sim:?rate=5&spread=1.1", u"spread"},
        {u"sim:?rate=5&spread=-0.1", u"spread"},
        {u"sim:?spread=0.5", u"spread"},
        {u"sim:?interval=1s&spread=0.5", u"spread"},
        {u"sim:?intervals=gauss", u"intervals"},
        {u"sim:?channels=0", u"channels"},
        {u"sim:?channels=17", u"channels"},
        {u"sim:?channels=1.5", u"channels"},
        {u"sim:?channels=-1", u"channels"},
        {u"sim:?channels=4294967297", u"channels"},
        {u"sim:?seed=-1", u"seed"},
        {u"sim:?seed=18446744073709551616", u"seed"},
        {u"sim:?seed=0x10", u"seed"},
        {u"sim:?seed=%201", u"seed"},
        {u"sim:?start=yesterday", u"start"},
        {u"sim:?start=2023-02-30T00:00:00Z", u"start"},
        {u"sim:?start=2262-01-01T00:00:00Z", u"start"},
        {u"sim:?start=1677-12-31T23:59:59Z", u"start"},
        {u"sim:?speed=0", u"speed"},
        {u"sim:?speed=fast", u"speed"},
        {u"sim:?colour=red", u"colour"},
    };
    for (const auto& [text, subject] : cases) {
        const auto settings = read(QString::fromUtf16(text));
        ASSERT_FALSE(settings) << QString::fromUtf16(text).toStdString();
        EXPECT_EQ(settings.error().code, ErrorCode::InvalidUri);
        EXPECT_EQ(settings.error().subject, QString::fromUtf16(subject))
            << QString::fromUtf16(text).toStdString();
        EXPECT_FALSE(settings.error().detail.isEmpty());
        EXPECT_FALSE(settings.error().detail.english().endsWith(u'.'));
    }
    EXPECT_FALSE(SimulationSettings::fromUri(replayOf(QStringLiteral("a.csv"))));
}

TEST(SimulationSettingsTest, TellsTheBounds) {
    const auto detail = [](const char16_t* text) {
        return read(QString::fromUtf16(text)).error().detail.english();
    };
    EXPECT_EQ(detail(u"sim:?mean=1e9"), QStringLiteral("“1e9” is not a number from -273.15 to 10000"));
    EXPECT_EQ(detail(u"sim:?channels=x"), QStringLiteral("“x” is not a whole number from 1 to 16"));
    EXPECT_EQ(detail(u"sim:?interval=1ns"), QStringLiteral("“1ns” has its mean outside 1us to 10s"));
    EXPECT_TRUE(detail(u"sim:?start=x").contains(QStringLiteral("1678-01-01T00:00:00Z")));
    EXPECT_LT(detail((std::u16string(u"sim:?mean=") + std::u16string(3'000, u'9') + u"x").c_str()).size(),
              200);
}

/// Pieces of URIs and stray characters, strung together or thrown into a URI that is good.
QString randomText(std::mt19937_64& random) {
    static const QStringList pieces = QStringLiteral("sim: normal walk daily ? & = mean interval= rate= .. "
                                                     "1e308 - 1 ms d &seed= &start= 2023- % %F0%9F "
                                                     "&speed= max &channels= &sd= &relaxation= nan "
                                                     "9999999999 0.0 &period= s &spread= e . 99 inf : T Z +")
                                          .split(u' ');
    static const QStringList good{
        QStringLiteral("sim:walk?mean=20&sd=3&relaxation=30s&interval=100ms..500ms&seed=42"),
        QStringLiteral("sim:normal?rate=100000&spread=0.5&speed=60&channels=4"),
        QStringLiteral("sim:daily?period=1d&start=2023-01-01T00:00:00.125Z&speed=max")};
    const auto below = [&random](qsizetype bound) {
        return static_cast<qsizetype>(random() % static_cast<quint64>(bound));
    };
    QString text = random() % 2 ? good.at(below(good.size()))
                                : QString(random() % 8 ? QStringLiteral("sim:?") : QString());
    for (auto edits = random() % 10; edits > 0; --edits) {
        const qsizetype at = below(text.size() + 1);
        text.remove(at, below(3));
        text.insert(at, random() % 6 ? pieces.at(below(pieces.size()))
                                     : QString(QChar(static_cast<char16_t>(random()))));
    }
    return text;
}

TEST(SimulationSettingsTest, SurvivesGarbage) {
    std::mt19937_64 random(32);
    int accepted = 0;
    for (int i = 0; i < 200'000; ++i) {
        const QString text = randomText(random);
        const auto settings = read(text);
        if (!settings) {
            ASSERT_EQ(settings.error().code, ErrorCode::InvalidUri);
            ASSERT_FALSE(settings.error().detail.isEmpty());
            continue;
        }
        ++accepted;
        ASSERT_EQ(SimulationSettings::fromUri(settings->toUri()), *settings) << text.toStdString();
    }
    EXPECT_GT(accepted, 5'000) << "hardly any text gets past the first check";
}

} // namespace
} // namespace rillscope
