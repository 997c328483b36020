// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/AlarmShades.h"

#include "ui/chart/AlarmShadesItem.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

constexpr ColumnGrid grid{1s, 0, 100};

class AlarmShadesTest : public testing::Test {
protected:
    /// Ended, when `last` is given.
    void raise(Duration first, std::optional<Duration> last, Severity severity,
               const QString& step = QStringLiteral("hot"), const QString& channel = QStringLiteral("a")) {
        const quint64 id = table.raise({.step = step,
                                        .channel = channel,
                                        .severity = severity,
                                        .first = Timestamp{first},
                                        .raisedAt = Timestamp{first},
                                        .last = Timestamp{last.value_or(first)}});
        if (last)
            table.end(id);
    }

    AlarmPicture picture(Timestamp now = Timestamp{90s}, const QSet<QString>& hidden = {}) const {
        AlarmShades shades;
        shades.setAlarms(table, hidden);
        return shades.picture(grid, now);
    }

    static std::string text(const AlarmPicture& picture) {
        std::ostringstream stream;
        for (const AlarmShade& shade : picture.shades)
            stream << shade.first << "-" << shade.end << ":" << static_cast<int>(shade.severity) << " ";
        return stream.str();
    }

    AlarmTable table;
};

TEST_F(AlarmShadesTest, ReachFromTheFirstToTheLastTimeAndToNowWhileActive) {
    raise(10s, 19s, Severity::Warning);
    raise(80s, {}, Severity::Alarm);
    EXPECT_EQ(text(picture()), "10-20:1 80-91:2 ");
    EXPECT_EQ(text(picture(Timestamp{85s})), "10-20:1 80-86:2 ") << "held";
    EXPECT_EQ(text(picture(Timestamp{15s})), "10-16:1 ");
}

TEST_F(AlarmShadesTest, ShowTheGravestOfSeveral) {
    raise(10s, 29s, Severity::Warning);
    raise(15s, 19s, Severity::Alarm);
    raise(12s, 39s, Severity::Notice);
    EXPECT_EQ(text(picture()), "10-15:1 15-20:2 20-30:1 30-40:0 ");
}

TEST_F(AlarmShadesTest, ShowAnAlarmOfOneSample) {
    raise(50s, 50s, Severity::Alarm);
    raise(99s, 99s, Severity::Alarm);
    EXPECT_EQ(text(picture(Timestamp{1h})), "50-52:2 99-100:2 ");
}

TEST_F(AlarmShadesTest, AreCutAtTheEdgesAndLeaveOutHiddenChannels) {
    raise(-100s, 5s, Severity::Alarm);
    raise(-100s, -50s, Severity::Alarm);
    raise(-2s, -2s, Severity::Alarm);
    raise(95s, 500s, Severity::Warning, QStringLiteral("hot"), QStringLiteral("b"));
    EXPECT_EQ(text(picture(Timestamp{1h})), "0-6:2 95-100:1 ");
    EXPECT_EQ(text(picture(Timestamp{1h}, {QStringLiteral("a")})), "95-100:1 ");
}

/// An alarm is never narrower than that, so it leaves the picture column by column as time goes on.
TEST_F(AlarmShadesTest, ShowTheSecondColumnOfAnAlarmJustBeforeThePicture) {
    raise(-1s, -1s, Severity::Alarm);
    EXPECT_EQ(text(picture(Timestamp{1h})), "0-1:2 ");
}

TEST_F(AlarmShadesTest, SurviveTheEndsOfTime) {
    raise(Duration::min(), Duration::max(), Severity::Alarm);
    raise(Duration::max(), {}, Severity::Warning);
    raise(Duration::min(), Duration::min(), Severity::Warning);
    EXPECT_EQ(text(picture(Timestamp::max())), "0-100:2 ");
    EXPECT_EQ(text(picture(Timestamp::min())), "");
}

TEST_F(AlarmShadesTest, AreWhatPaintingEachAloneWouldShow) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const auto below = [&](int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(random); };
    std::vector<int> gravest(100, -1);
    for (int i = 0; i < 60; ++i) {
        const int first = below(140) - 20;
        const int last = first + below(3) * below(20);
        const int severity = below(3);
        raise(first * 1s, last * 1s, static_cast<Severity>(severity));
        for (int column = std::max(0, first); column < std::min(100, std::max(last + 1, first + 2)); ++column)
            gravest[static_cast<std::size_t>(column)] =
                std::max(gravest[static_cast<std::size_t>(column)], severity);
    }
    std::vector<int> shown(100, -1);
    std::int64_t before = 0;
    for (const AlarmShade& shade : picture(Timestamp{1h}).shades) {
        EXPECT_LE(before, shade.first);
        before = shade.end;
        for (std::int64_t column = shade.first; column < shade.end; ++column)
            shown[static_cast<std::size_t>(column)] = static_cast<int>(shade.severity);
    }
    EXPECT_EQ(shown, gravest);
}

TEST_F(AlarmShadesTest, AreNamedWhereThereIsRoom) {
    raise(0s, 50s, Severity::Alarm, QStringLiteral("overheat"));
    raise(2s, 3s, Severity::Warning, QStringLiteral("fast"));
    raise(98s, 99s, Severity::Warning, QStringLiteral("cold"));
    AlarmShadesItem item(nullptr);
    item.setPicture(picture(Timestamp{1h}), grid, QRectF(10.0, 20.0, 1'000.0, 300.0));
    EXPECT_EQ(item.bands(), (std::vector<QRectF>{QRectF(10, 20, 510, 300), QRectF(990, 20, 20, 300)}));
    EXPECT_EQ(item.labels(), (QStringList{QStringLiteral("▲ overheat"), QStringLiteral("◆")}));
}

} // namespace
} // namespace rillscope
