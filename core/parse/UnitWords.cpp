// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/UnitWords.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

using Words = QSet<QString>;

Words wordsOf(const char16_t* text) {
    const QStringList list = QString::fromUtf16(text).split(u' ');
    return Words(list.begin(), list.end());
}

/// In lower case; what is common as a word of a name, too, stands in the second table.
const Words& unitWords() {
    static const Words words =
        wordsOf(u"% %rh rh% percent pct ‰ hpa kpa pa mpa mbar bar psi psia psig inhg mmhg torr atm mmh2o "
                u"inh2o mv kv µv μv uv "
                u"mvdc vdc vac volt volts ma µa μa ua ka amp amps ampere amperes mw kw µw uw gw watt watts "
                u"va kva var kvar wh kwh mwh "
                u"vah kj mj hz khz mhz ghz rpm 1/min min-1 m/s km/h kmh mph kn kt knots knot ft/s fps m/s² "
                u"m/s2 m/s^2 mg/m3 "
                u"µg/m3 μg/m3 ug/m3 µg/m³ μg/m³ ug/m³ g/m3 g/m³ mg/m³ kg/m3 kg/m³ mg/l µg/l g/kg ppm ppb ppt "
                u"lx lux klx klux fc "
                u"w/m2 w/m² wm-2 kw/m2 kw/m² wh/m2 mj/m2 j/m2 mm cm km µm μm um nm inch inches ft feet mm/h "
                u"mm/hr in/h in/hr l/min "
                u"l/h l/s lpm slpm sccm gpm m3/h m³/h m3/s m³/s cfm ml/min ml cl dl m2 m² m3 m³ kg mg µg lb "
                u"lbs oz nm n·m kn "
                u"ω ohm ohms mω kω kohm kohms mohm µs/cm μs/cm us/cm ms/cm s/m µs ns ms sec secs second "
                u"seconds min mins minute "
                u"minutes hour hours hrs day days db dba dbm db(a) dbi ° deg degree degrees rad mrad °/s dps "
                u"rpm/s counts "
                u"cpm cps bq bq/m3 bq/m³ sv msv µsv/h usv/h nsv/h ph ntu pcs gal mol mmol cd lm µmol/m2/s "
                u"kbps mbps kb mb gb "
                u"mm/s mm/s² ft3/min l/100km rh meters/second m/sec kilometers/hour inches/hour");
    return words;
}

/// One letter, or a word of other meanings; their case matters.
const Words& shortUnits() {
    static const Words words = wordsOf(u"V A W J N m s h g t l L T H F Ω in d");
    return words;
}

QString squeezed(QString text) {
    text = text.trimmed();
    for (const auto& [from, to] : {std::pair(u'º', u'°'), std::pair(u'˚', u'°')})
        text.replace(from, to);
    return text;
}

/// "°f", "degf", "deg f", "*c", "@c", "fahrenheit", in lower case and without blanks.
std::optional<Unit> temperatureOf(QString text, UnitPlace place) {
    text = text.toLower().remove(u' ');
    if (text == QStringLiteral("℃") || text == QStringLiteral("cel"))
        return Unit::Celsius;
    if (text == QStringLiteral("℉"))
        return Unit::Fahrenheit;
    bool hasDegree = false;
    for (const QString& sign : {QStringLiteral("degrees"), QStringLiteral("degree"), QStringLiteral("deg."),
                                QStringLiteral("deg"), QStringLiteral("grad"), QStringLiteral("°"),
                                QStringLiteral("*"), QStringLiteral("@"), QStringLiteral("\\degree")}) {
        if (text.startsWith(sign) && text.size() > sign.size()) {
            text.remove(0, sign.size());
            hasDegree = true;
            break;
        }
    }
    if (text.startsWith(u'_'))
        text.remove(0, 1);
    if (text.size() == 1 && !hasDegree && place == UnitPlace::Name)
        return std::nullopt;
    const auto unit = parseUnit(text);
    return unit == Unit::None ? std::nullopt : unit;
}

/// Words of the table that mean something else in a name: "temp_min", "kitchen_rh".
bool isDoubtfulInName(const QString& word) {
    static const Words doubtful =
        wordsOf(u"min mins minute minutes h hr hrs hour hours day days s sec secs second seconds "
                u"ms us µs ns rh ph counts in inch feet ft m kn cd var mol kb mb gb degree degrees");
    return doubtful.contains(word) || word.size() == 1;
}

bool isKnown(const QString& word, UnitPlace place) {
    if (place == UnitPlace::Name && word != QStringLiteral("V") && word != QStringLiteral("W") &&
        word != QStringLiteral("%") && word != QStringLiteral("°") && isDoubtfulInName(word.toLower()))
        return false;
    if (place == UnitPlace::Name && (word == QStringLiteral("V") || word == QStringLiteral("W")))
        return true;
    if (unitWords().contains(word.toLower()) || (place == UnitPlace::Own && shortUnits().contains(word)))
        return true;
    // "W/m²" and other quotients of units that are known.
    const QStringList parts = word.split(u'/');
    return parts.size() == 2 && std::all_of(parts.begin(), parts.end(), [](const QString& part) {
               return unitWords().contains(part.toLower()) || shortUnits().contains(part);
           });
}

} // namespace

std::optional<ValueUnit> readUnit(const QString& word, UnitPlace place) {
    const QString text = squeezed(word);
    if (text.isEmpty() || text.size() > 24)
        return std::nullopt;
    if (const auto temperature = temperatureOf(text, place))
        return ValueUnit{*temperature, {}};
    return isKnown(text, place) ? std::optional(ValueUnit{Unit::None, text}) : std::nullopt;
}

ValueUnit unitAsSent(const QString& word) {
    if (auto unit = readUnit(word, UnitPlace::Own))
        return *unit;
    constexpr qsizetype longest = 40;
    const QString text = word.simplified();
    const bool isFit = text.size() <= longest && std::none_of(text.begin(), text.end(), [](QChar character) {
                           return character.category() == QChar::Other_Control;
                       });
    return isFit ? ValueUnit{Unit::None, text} : ValueUnit();
}

std::optional<qint64> timeUnitNanoseconds(const QString& word) {
    static const QHash<QString, qint64> units{{QStringLiteral("s"), 1'000'000'000},
                                              {QStringLiteral("sec"), 1'000'000'000},
                                              {QStringLiteral("secs"), 1'000'000'000},
                                              {QStringLiteral("second"), 1'000'000'000},
                                              {QStringLiteral("seconds"), 1'000'000'000},
                                              {QStringLiteral("sekunden"), 1'000'000'000},
                                              {QStringLiteral("secondes"), 1'000'000'000},
                                              {QStringLiteral("ms"), 1'000'000},
                                              {QStringLiteral("msec"), 1'000'000},
                                              {QStringLiteral("millis"), 1'000'000},
                                              {QStringLiteral("milliseconds"), 1'000'000},
                                              {QStringLiteral("us"), 1'000},
                                              {QStringLiteral("µs"), 1'000},
                                              {QStringLiteral("μs"), 1'000},
                                              {QStringLiteral("usec"), 1'000},
                                              {QStringLiteral("micros"), 1'000},
                                              {QStringLiteral("microseconds"), 1'000},
                                              {QStringLiteral("ns"), 1},
                                              {QStringLiteral("nsec"), 1},
                                              {QStringLiteral("nanos"), 1},
                                              {QStringLiteral("nanoseconds"), 1},
                                              {QStringLiteral("min"), 60'000'000'000},
                                              {QStringLiteral("mins"), 60'000'000'000},
                                              {QStringLiteral("minute"), 60'000'000'000},
                                              {QStringLiteral("minutes"), 60'000'000'000},
                                              {QStringLiteral("minuten"), 60'000'000'000},
                                              {QStringLiteral("h"), 3'600'000'000'000},
                                              {QStringLiteral("hr"), 3'600'000'000'000},
                                              {QStringLiteral("hrs"), 3'600'000'000'000},
                                              {QStringLiteral("hour"), 3'600'000'000'000},
                                              {QStringLiteral("hours"), 3'600'000'000'000},
                                              {QStringLiteral("stunden"), 3'600'000'000'000}};
    const auto found = units.find(word.trimmed().toLower());
    return found == units.end() ? std::nullopt : std::optional(*found);
}

} // namespace rillscope
