// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/FieldName.h"

#include <gtest/gtest.h>

#include <vector>

namespace rillscope {
namespace {

using Kind = FieldName::Kind;

TEST(FieldNameTest, KnowsTimeChannelAndValueInAnySpelling) {
    for (const char* name : {"timestamp", "Time", "TS", "DateTime", "date_time", "Date/Time", "time (UTC)",
                             "unix_time", "event_time", "timestamp [ms]", "time_ms", "epoch", "Zeitstempel",
                             "horodatage", "时间", "RX Date/Time", "stamp_us"})
        EXPECT_EQ(FieldName::read(name).kind, Kind::Time) << name;
    for (const char* name :
         {"channel", "Sensor", "sensor_id", "name", "device name", "entity_id", "Messstelle", "host"})
        EXPECT_EQ(FieldName::read(name).kind, Kind::Channel) << name;
    for (const char* name : {"temperature", "TEMP", "temp_f", "tempC", "Temperature (°F)", "T [K]",
                             "t_kitchen", "Temperatur", "温度"})
        EXPECT_EQ(FieldName::read(name).kind, Kind::Temperature) << name;
    for (const char* name : {"value", "Value", "reading", "Messwert", "payload"})
        EXPECT_EQ(FieldName::read(name).kind, Kind::Value) << name;
    for (const char* name : {"kitchen", "humidity", "uptime", "value [V]", "timeout", "", "_", "()", "[]"})
        EXPECT_EQ(FieldName::read(name).kind, Kind::Other) << name;
    for (const char* name : {"date", "Datum", "日期"})
        EXPECT_EQ(FieldName::read(name).kind, Kind::Date) << name;
    for (const char* name : {"Uhrzeit", "heure", "Clock"})
        EXPECT_EQ(FieldName::read(name).kind, Kind::Clock) << name;
    EXPECT_EQ(FieldName::read("t").kind, Kind::WeakTime);
    EXPECT_EQ(FieldName::read("t [s]").kind, Kind::Time);
    EXPECT_EQ(FieldName::read("#").kind, Kind::Counter);
    EXPECT_EQ(FieldName::read("quality").kind, Kind::Status);
    EXPECT_TRUE(FieldName::read("last_changed").mentionsTime);
    EXPECT_TRUE(FieldName::read("_start").isBoundary);
}

TEST(FieldNameTest, ReadsTheUnitFromTheName) {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"temperature", "unknown"},
        {"temp_f", "°F"},
        {"tempF", "°F"},
        {"temp_c", "°C"},
        {"temperature (°F)", "°F"},
        {"temperature(degF)", "°F"},
        {"T [K]", "K"},
        {"temp deg C", "°C"},
        {"oven_celsius", "°C"},
        {"oven °F", "°F"},
        {"oven (Kelvin)", "K"},
        {"oven [℃]", "°C"},
        {"Temp, °F (LGR S/N: 1, LBL: north)", "°F"},
        {"Chan 101 (C)", "°C"},
        {"Temp(@C)", "°C"},
        {"degC", "°C"},
        {"temp_F_max", "°F"},
        {"Oven degF avg", "°F"},
        {"sensor_f", "unknown"},
        {"sensor_c", "unknown"},
        {"phase_A", "unknown"},
        {"temp_min", "unknown"},
        {"kitchen", "unknown"},
        {"temperature (indoor)", "unknown"},
        {"humidity", "unknown"},
        {"Humidity (%)", "%"},
        {"p [hPa]", "hPa"},
        {"supply [V]", "V"},
        {"battery_mv", "mv"},
        {"value [bar]", "bar"},
        {"Power kW", "kW"},
        {"meter_Wh", "Wh"},
        {"flow (l/min)", "l/min"},
        {"bridge_V", "V"},
    };
    for (const auto& [name, unit] : cases) {
        const auto read = FieldName::read(name).unit;
        const QString text = !read                   ? QStringLiteral("unknown")
                             : read->isTemperature() ? unitSymbol(read->unit)
                                                     : read->text;
        EXPECT_EQ(text, QString::fromUtf8(unit)) << name;
    }
}

TEST(FieldNameTest, SpeaksOfTemperatureOnlyWhereTheNameDoes) {
    for (const char* name :
         {"temp", "sensor.kitchen_temperature", "Außentemperatur", "oven_celsius", "sht4x_temp", "气温"})
        EXPECT_TRUE(FieldName::read(name).isTemperature) << name;
    for (const char* name : {"kitchen", "value", "humidity", "temp [V]", "level", "t", "TC1"})
        EXPECT_FALSE(FieldName::read(name).isTemperature) << name;
    EXPECT_TRUE(FieldName::read("humidity").isOtherQuantity);
}

TEST(FieldNameTest, DropsATemperatureUnitInBracketsFromTheChannelsName) {
    EXPECT_EQ(FieldName::read("Temperature (°F)").channelName, QStringLiteral("Temperature"));
    EXPECT_EQ(FieldName::read("temp_f").channelName, QStringLiteral("temp_f"));
    EXPECT_EQ(FieldName::read("Humidity (%)").channelName, QStringLiteral("Humidity (%)"));
}

TEST(FieldNameTest, ReadsTheUnitAndTheZoneOfATime) {
    EXPECT_EQ(FieldName::read("time_ms").timeUnit, Duration{1'000'000});
    EXPECT_EQ(FieldName::read("timestamp (ns)").timeUnit, Duration{1});
    EXPECT_EQ(FieldName::read("time [µs]").timeUnit, Duration{1'000});
    EXPECT_EQ(FieldName::read("t (s)").timeUnit, std::chrono::seconds{1});
    EXPECT_EQ(FieldName::read("time_min").timeUnit, std::chrono::minutes{1});
    EXPECT_EQ(FieldName::read("time").timeUnit, std::nullopt);
    EXPECT_EQ(FieldName::read("Date Time, GMT-07:00").zoneSeconds, -7 * 3'600);
    EXPECT_EQ(FieldName::read("Zeit (MEZ)").zoneSeconds, 3'600);
    EXPECT_EQ(FieldName::read("time [s]").zoneSeconds, std::nullopt);
}

} // namespace
} // namespace rillscope
