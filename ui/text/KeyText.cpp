// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/KeyText.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

struct KeyText {
    const char* key;
    const char* label;
    const char* toolTip;
};

constexpr std::array keyTexts{
    KeyText{"name", QT_TRANSLATE_NOOP("KeyText", "Name"),
            QT_TRANSLATE_NOOP("KeyText", "What other steps and the results call this step")},
    KeyText{"channels", QT_TRANSLATE_NOOP("KeyText", "Channels"),
            QT_TRANSLATE_NOOP("KeyText", "The names of the channels: * is any text, ? any one character")},
    KeyText{
        "of", QT_TRANSLATE_NOOP("KeyText", "Input"),
        QT_TRANSLATE_NOOP("KeyText", "The raw samples, an earlier filter, or a result of an earlier window")},
    KeyText{"enabled", QT_TRANSLATE_NOOP("KeyText", "Enabled"),
            QT_TRANSLATE_NOOP("KeyText", "A step that is not enabled stays in the list and does nothing")},
    KeyText{"minimum", QT_TRANSLATE_NOOP("KeyText", "Lowest value"),
            QT_TRANSLATE_NOOP("KeyText", "Temperatures in °C; left empty, there is no lowest value")},
    KeyText{"maximum", QT_TRANSLATE_NOOP("KeyText", "Highest value"),
            QT_TRANSLATE_NOOP("KeyText", "Temperatures in °C; left empty, there is no highest value")},
    KeyText{"per_second", QT_TRANSLATE_NOOP("KeyText", "Most change in a second"),
            QT_TRANSLATE_NOOP("KeyText", "Up or down; temperatures in °C")},
    KeyText{"after", QT_TRANSLATE_NOOP("KeyText", "The same for"),
            QT_TRANSLATE_NOOP("KeyText", "So long, such as 90s or 5min")},
    KeyText{"tolerance", QT_TRANSLATE_NOOP("KeyText", "Give or take"),
            QT_TRANSLATE_NOOP("KeyText", "Changes up to this count as the same value")},
    KeyText{"longer_than", QT_TRANSLATE_NOOP("KeyText", "Silence longer than"),
            QT_TRANSLATE_NOOP("KeyText", "A time without a sample, such as 10s")},
    KeyText{"over", QT_TRANSLATE_NOOP("KeyText", "Over the last"),
            QT_TRANSLATE_NOOP("KeyText", "A length of event time, such as 30s")},
    KeyText{"time_constant", QT_TRANSLATE_NOOP("KeyText", "Time constant"),
            QT_TRANSLATE_NOOP("KeyText", "After so long, 63 % of a step in the input is followed")},
    KeyText{"threshold", QT_TRANSLATE_NOOP("KeyText", "Threshold"),
            QT_TRANSLATE_NOOP("KeyText", "In scaled median absolute deviations from the median; 3 is usual")},
    KeyText{"band", QT_TRANSLATE_NOOP("KeyText", "Band"),
            QT_TRANSLATE_NOOP("KeyText", "Smaller changes than this are left out; temperatures in °C")},
    KeyText{"every", QT_TRANSLATE_NOOP("KeyText", "One sample every"),
            QT_TRANSLATE_NOOP("KeyText", "A length of event time, such as 1s")},
    KeyText{"to", QT_TRANSLATE_NOOP("KeyText", "To unit"), ""},
    KeyText{"per", QT_TRANSLATE_NOOP("KeyText", "Change per"),
            QT_TRANSLATE_NOOP("KeyText", "A length of time, such as 1s or 1min")},
    KeyText{"minus", QT_TRANSLATE_NOOP("KeyText", "Minus channel"),
            QT_TRANSLATE_NOOP("KeyText", "The name of a raw channel")},
    KeyText{"within", QT_TRANSLATE_NOOP("KeyText", "Samples within"),
            QT_TRANSLATE_NOOP("KeyText", "How far apart in time two samples may be to be compared")},
    KeyText{"size", QT_TRANSLATE_NOOP("KeyText", "Length"),
            QT_TRANSLATE_NOOP("KeyText", "Of each window, in event time, such as 10min")},
    KeyText{"slide", QT_TRANSLATE_NOOP("KeyText", "A new one every"),
            QT_TRANSLATE_NOOP("KeyText", "The length is a multiple of this")},
    KeyText{"step", QT_TRANSLATE_NOOP("KeyText", "A result every"),
            QT_TRANSLATE_NOOP("KeyText", "The length is a multiple of this")},
    KeyText{"gap", QT_TRANSLATE_NOOP("KeyText", "Ends after a silence of"),
            QT_TRANSLATE_NOOP("KeyText", "A length of event time, such as 10s")},
    KeyText{"offset", QT_TRANSLATE_NOOP("KeyText", "Shifted by"),
            QT_TRANSLATE_NOOP(
                "KeyText",
                "Windows begin so long after the full length of time, or before it with a minus sign; "
                "less than it")},
    KeyText{"aggregates", QT_TRANSLATE_NOOP("KeyText", "Computes"), ""},
    KeyText{"when", QT_TRANSLATE_NOOP("KeyText", "Raised when the value is"), ""},
    KeyText{"low", QT_TRANSLATE_NOOP("KeyText", "Low limit"),
            QT_TRANSLATE_NOOP("KeyText", "Temperatures in °C")},
    KeyText{"high", QT_TRANSLATE_NOOP("KeyText", "High limit"),
            QT_TRANSLATE_NOOP("KeyText", "Temperatures in °C")},
    KeyText{"hysteresis", QT_TRANSLATE_NOOP("KeyText", "Hysteresis"),
            QT_TRANSLATE_NOOP("KeyText",
                              "How far back inside the limit the value must come for the alarm to end")},
    KeyText{"delay", QT_TRANSLATE_NOOP("KeyText", "Delay"),
            QT_TRANSLATE_NOOP("KeyText",
                              "How long the condition must hold before the alarm is raised, such as 20s")},
    KeyText{"severity", QT_TRANSLATE_NOOP("KeyText", "Severity"), ""},
    KeyText{"latch", QT_TRANSLATE_NOOP("KeyText", "Stays until acknowledged"),
            QT_TRANSLATE_NOOP("KeyText", "Even when the value is all right again")},
    KeyText{"out_of_orderness", QT_TRANSLATE_NOOP("KeyText", "Max. lateness"),
            QT_TRANSLATE_NOOP("KeyText",
                              "How far behind the newest a sample may be, such as 5s; what is further "
                              "behind is late. Left empty, nothing is late, and there are no windows")},
    KeyText{"watermark", QT_TRANSLATE_NOOP("KeyText", "Inputs"),
            QT_TRANSLATE_NOOP("KeyText",
                              "Who moves event time on: all channels together, or the slowest of them")},
    KeyText{
        "idle_timeout", QT_TRANSLATE_NOOP("KeyText", "Idle timeout"),
        QT_TRANSLATE_NOOP("KeyText", "A channel that is silent for so long holds up nobody; empty: never")},
    KeyText{"allowed_skew", QT_TRANSLATE_NOOP("KeyText", "Max. clock skew"),
            QT_TRANSLATE_NOOP("KeyText",
                              "For live sources: event times further ahead count as far in the future; "
                              "empty: any")},
    KeyText{"unit", QT_TRANSLATE_NOOP("KeyText", "Unit"), ""},
};

struct WordText {
    const char* word;
    const char* label;
};

constexpr std::array wordTexts{
    WordText{"celsius", QT_TRANSLATE_NOOP("KeyText", "°C")},
    WordText{"fahrenheit", QT_TRANSLATE_NOOP("KeyText", "°F")},
    WordText{"kelvin", QT_TRANSLATE_NOOP("KeyText", "K")},
    WordText{"none", QT_TRANSLATE_NOOP("KeyText", "no temperature")},
    WordText{"above", QT_TRANSLATE_NOOP("KeyText", "above a limit")},
    WordText{"below", QT_TRANSLATE_NOOP("KeyText", "below a limit")},
    WordText{"outside", QT_TRANSLATE_NOOP("KeyText", "outside of two limits")},
    WordText{"rate", QT_TRANSLATE_NOOP("KeyText", "changing too fast")},
    WordText{"stale", QT_TRANSLATE_NOOP("KeyText", "missing for too long")},
    WordText{"notice", QT_TRANSLATE_NOOP("KeyText", "Info")},
    WordText{"warning", QT_TRANSLATE_NOOP("KeyText", "Warning")},
    WordText{"alarm", QT_TRANSLATE_NOOP("KeyText", "Alarm")},
    WordText{"stream", QT_TRANSLATE_NOOP("KeyText", "All channels are one")},
    WordText{"channel", QT_TRANSLATE_NOOP("KeyText", "Each channel is one")},
};

QString translated(const char* text) {
    return *text == '\0' ? QString() : QCoreApplication::translate("KeyText", text);
}

const KeyText* find(const QString& key) {
    const auto found = std::find_if(keyTexts.begin(), keyTexts.end(),
                                    [&](const KeyText& text) { return key == QLatin1String(text.key); });
    return found == keyTexts.end() ? nullptr : &*found;
}

} // namespace

QString keyLabel(const QString& key) {
    const KeyText* text = find(key);
    return text ? translated(text->label) : key;
}

QString keyToolTip(const QString& key) {
    const KeyText* text = find(key);
    return text ? translated(text->toolTip) : QString();
}

QString wordLabel(const QString& word) {
    const auto found = std::find_if(wordTexts.begin(), wordTexts.end(),
                                    [&](const WordText& text) { return word == QLatin1String(text.word); });
    return found == wordTexts.end() ? word : translated(found->label);
}

} // namespace rillscope
