// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/RoleWords.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <array>

namespace rillscope {
namespace {

struct RoleRow {
    RoleWord role;
    const char16_t* words;
    const char16_t* beginnings; ///< of words that hint at it, too
};

/// English, German, French, Spanish, Chinese, Japanese.
constexpr std::array table{
    RoleRow{
        RoleWord::Time,
        u"timestamp time ts datetime epoch unixtime timestamputc tstamp stamp timestring when dt localtime "
        u"zeit zeitstempel zeitpunkt messzeit horodatage horodateur tiempo marca instante fechahora "
        u"datumzeit datumuhrzeit 时间 時間 时间戳 采集时间 记录时间 日時 测量时间 日期时间 タイムスタンプ "
        u"tijd",
        u"timestamp zeitstempel"},
    RoleRow{RoleWord::BesideTime,
            u"timestamp time ts datetime date epoch unixtime timestamputc unix event utc gmt local s sec "
            u"seconds ms "
            u"milliseconds us µs μs microseconds ns nanoseconds iso iso8601 rfc3339 recorded measured mess "
            u"rx tx log "
            u"logged sample sampling reading received und and et y of the system host device server last "
            u"changed updated "
            u"seen min minutes h hours string",
            u""},
    RoleRow{RoleWord::Date, u"date datum fecha jour 日期 日付", u""},
    RoleRow{RoleWord::Clock, u"time uhrzeit heure hora clock zeit 时刻 時刻 时间 tijd ora", u""},
    RoleRow{RoleWord::Elapsed,
            u"elapsed millis micros uptime runtime laufzeit s sec seconds secs ms us ns msec min minutes h "
            u"hours sekunden "
            u"secondes",
            u"elapsed"},
    RoleRow{RoleWord::Boundary, u"start stop begin end started ended from to until next previous created",
            u""},
    RoleRow{RoleWord::Key,
            u"channel sensor name device entity host hostname model location topic tag series varname "
            u"variable node station "
            u"probe site room zone metric field measurement point item kanal messstelle messpunkt messgröße "
            u"fühler gerät "
            u"standort capteur canal voie sonde lieu dispositivo ubicación 通道 传感器 设备 位置 名称 "
            u"センサー チャンネル "
            u"dev eui deveui thing asset machine anlage maschine ort raum messort zähler addr "
            u"deviceid devicename sensorid sensorname source signal parameter mac address serial unitid",
            u""},
    RoleRow{RoleWord::Value,
            u"value val reading measurement varvalue payload state wert messwert valeur valor mesure medida "
            u"lectura 值 数值 "
            u"测量值 値",
            u""},
    RoleRow{RoleWord::Temperature,
            u"t temp temps 温度 气温 水温 室温 気温 lufttemperatur wassertemperatur vorlauf rücklauf "
            u"dewpoint taupunkt",
            u"temp tmp température"},
    RoleRow{RoleWord::Quantity,
            u"humidity hum rh pressure press baro barometer voltage volt volts vcc vbat batt current amps "
            u"power watts energy "
            u"speed rpm wind rain rainfall flow level co2 tvoc voc pm1 pm10 pm25 lux light illuminance uv "
            u"battery rssi snr "
            u"signal ph conductivity altitude elevation latitude longitude lat lon lng gps count counter "
            u"index idx id seq "
            u"sequence uptime weight mass distance vibration frequency noise percent pct status state flag "
            u"errors "
            u"strom spannung feuchte luftfeuchte luftfeuchtigkeit druck luftdruck leistung energie "
            u"durchfluss drehzahl "
            u"humidité pression puissance humedad presión 湿度 气压 电压 电流 功率 湿气 satellites sats fan",
            u"humid feucht"},
    RoleRow{RoleWord::Unit, u"unit units einheit unité unidad 单位 単位 uom", u""},
    RoleRow{RoleWord::Status,
            u"status state quality validity valid flag flags alarm alarms error errors message msg note "
            u"notes comment comments "
            u"remark mode type level info text description event result qualität bemerkung kommentar zustand "
            u"meldung état "
            u"estado 状态 备注 mic",
            u""},
    RoleRow{RoleWord::Counter,
            u"record no nr num number sample scan index idx row line seq sequence id recno lfd "
            u"nummer table 序号 "
            u"番号 编号 # n",
            u""}};

struct Entry {
    QSet<QString> words;
    QStringList beginnings;
};

const QHash<int, Entry>& entries() {
    static const QHash<int, Entry> all = [] {
        QHash<int, Entry> made;
        for (const RoleRow& row : table) {
            const QStringList words = QString::fromUtf16(row.words).split(u' ', Qt::SkipEmptyParts);
            made[static_cast<int>(row.role)] = {
                QSet<QString>(words.begin(), words.end()),
                QString::fromUtf16(row.beginnings).split(u' ', Qt::SkipEmptyParts)};
        }
        return made;
    }();
    return all;
}

} // namespace

bool hintsAt(const QString& word, RoleWord role) {
    const Entry& entry = *entries().constFind(static_cast<int>(role));
    if (entry.words.contains(word))
        return true;
    for (const QString& beginning : entry.beginnings) {
        if (word.startsWith(beginning))
            return true;
    }
    return false;
}

} // namespace rillscope
