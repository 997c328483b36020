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
                             "unix_time", "event_time", "timestamp [ms]", "time_ms", "epoch"})
        EXPECT_EQ(FieldName::read(name).kind, Kind::Time) << name;
    for (const char* name : {"channel", "Sensor", "sensor_id", "name", "device name"})
        EXPECT_EQ(FieldName::read(name).kind, Kind::Channel) << name;
    for (const char* name :
         {"temperature", "TEMP", "temp_f", "tempC", "Temperature (°F)", "T [K]", "t_kitchen"})
        EXPECT_EQ(FieldName::read(name).kind, Kind::Temperature) << name;
    for (const char* name : {"value", "Value", "reading"})
        EXPECT_EQ(FieldName::read(name).kind, Kind::Value) << name;
    for (const char* name :
         {"kitchen", "humidity", "uptime", "value [V]", "timeout", "status", "", "_", "()", "[]"})
        EXPECT_EQ(FieldName::read(name).kind, Kind::Other) << name;
    EXPECT_EQ(FieldName::read("date").kind, Kind::Date);
    EXPECT_EQ(FieldName::read("t").kind, Kind::WeakTime);
    EXPECT_EQ(FieldName::read("t [s]").kind, Kind::Time);
}

TEST(FieldNameTest, ReadsTheUnitFromTheName) {
    const std::vector<std::pair<const char*, std::optional<Unit>>> cases{
        {"temperature", std::nullopt},
        {"temp_f", Unit::Fahrenheit},
        {"tempF", Unit::Fahrenheit},
        {"temp_c", Unit::Celsius},
        {"temperature (°F)", Unit::Fahrenheit},
        {"temperature(degF)", Unit::Fahrenheit},
        {"T [K]", Unit::Kelvin},
        {"temp deg C", Unit::Celsius},
        {"oven_celsius", Unit::Celsius},
        {"oven °F", Unit::Fahrenheit},
        {"oven (Kelvin)", Unit::Kelvin},
        {"oven [℃]", Unit::Celsius},
        {"sensor_f", std::nullopt},
        {"kitchen", std::nullopt},
        {"temperature (indoor)", std::nullopt},
        {"humidity", Unit::None},
        {"Humidity (%)", Unit::None},
        {"air_pressure", Unit::None},
        {"p [hPa]", Unit::None},
        {"supply [V]", Unit::None},
        {"rh%", Unit::None},
        {"battery_mv", Unit::None},
        {"value [bar]", Unit::None},
    };
    for (const auto& [name, unit] : cases)
        EXPECT_EQ(FieldName::read(name).unit, unit) << name;
}

TEST(FieldNameTest, DropsATemperatureUnitInBracketsFromTheChannelsName) {
    EXPECT_EQ(FieldName::read("Temperature (°F)").channelName, QStringLiteral("Temperature"));
    EXPECT_EQ(FieldName::read("temp_f").channelName, QStringLiteral("temp_f"));
    EXPECT_EQ(FieldName::read("Humidity (%)").channelName, QStringLiteral("Humidity (%)"));
}

TEST(FieldNameTest, ReadsTheUnitOfATime) {
    EXPECT_EQ(FieldName::read("time_ms").epochUnit, EpochUnit::Milliseconds);
    EXPECT_EQ(FieldName::read("timestamp (ns)").epochUnit, EpochUnit::Nanoseconds);
    EXPECT_EQ(FieldName::read("time [µs]").epochUnit, EpochUnit::Microseconds);
    EXPECT_EQ(FieldName::read("t (s)").epochUnit, EpochUnit::Seconds);
    EXPECT_EQ(FieldName::read("time").epochUnit, std::nullopt);
}

} // namespace
} // namespace rillscope
