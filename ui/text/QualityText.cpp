// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/QualityText.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

/// All that the window says of a mark. "One" and "many" are separate for the reason given in EventText.cpp;
/// "many" has a place for the count.
struct MarkText {
    QualityFlag mark;
    const char* name;
    const char* word;
    const char* one;
    const char* many;
};

constexpr std::array texts{
    MarkText{
        QualityFlag::OutOfOrder, QT_TRANSLATE_NOOP("QualityText", "out of order"),
        QT_TRANSLATE_NOOP("QualityText", "Out of order"),
        QT_TRANSLATE_NOOP("QualityText", "1 sample came after a newer one; it is kept and marked."),
        QT_TRANSLATE_N_NOOP("QualityText", "%1 samples came after newer ones; they are kept and marked.")},
    MarkText{QualityFlag::Duplicate, QT_TRANSLATE_NOOP("QualityText", "duplicate"),
             QT_TRANSLATE_NOOP("QualityText", "Duplicate"),
             QT_TRANSLATE_NOOP("QualityText", "1 sample repeats the one before it; it is kept and marked."),
             QT_TRANSLATE_N_NOOP("QualityText",
                                 "%1 samples repeat the ones before them; they are kept and marked.")},
    MarkText{QualityFlag::OutOfRange, QT_TRANSLATE_NOOP("QualityText", "out of range"),
             QT_TRANSLATE_NOOP("QualityText", "Out of range"),
             QT_TRANSLATE_NOOP("QualityText", "1 sample lies outside its range or below absolute zero; it is "
                                              "kept and marked. Check sensor and unit."),
             QT_TRANSLATE_N_NOOP("QualityText", "%1 samples lie outside their range or below absolute zero; "
                                                "they are kept and marked. Check sensor and unit.")},
    MarkText{QualityFlag::NotANumber, QT_TRANSLATE_NOOP("QualityText", "not a number"),
             QT_TRANSLATE_NOOP("QualityText", "Not a number"),
             QT_TRANSLATE_NOOP("QualityText", "1 NaN value (kept, not in statistics)."),
             QT_TRANSLATE_N_NOOP("QualityText", "%1 NaN values (kept, not in statistics).")},
    MarkText{QualityFlag::Late, QT_TRANSLATE_NOOP("QualityText", "late"),
             QT_TRANSLATE_NOOP("QualityText", "Late"),
             QT_TRANSLATE_NOOP("QualityText",
                               "1 sample came behind the watermark; it is kept and marked as late."),
             QT_TRANSLATE_N_NOOP("QualityText",
                                 "%1 samples came behind the watermark; they are kept and marked as late.")},
    MarkText{
        QualityFlag::RateOfChange, QT_TRANSLATE_NOOP("QualityText", "changes too fast"),
        QT_TRANSLATE_NOOP("QualityText", "Too fast"),
        QT_TRANSLATE_NOOP("QualityText",
                          "1 sample changed faster than its rule allows; it is kept and marked."),
        QT_TRANSLATE_N_NOOP("QualityText",
                            "%1 samples changed faster than their rule allows; they are kept and marked.")},
    MarkText{QualityFlag::Stuck, QT_TRANSLATE_NOOP("QualityText", "stuck"),
             QT_TRANSLATE_NOOP("QualityText", "Stuck"),
             QT_TRANSLATE_NOOP("QualityText", "1 sample repeats a value that has not changed for too long; "
                                              "it is kept and marked. Check the sensor."),
             QT_TRANSLATE_N_NOOP("QualityText",
                                 "%1 samples repeat a value that has not changed for too long; "
                                 "they are kept and marked. Check the sensor.")},
    MarkText{QualityFlag::Gap, QT_TRANSLATE_NOOP("QualityText", "after a gap"),
             QT_TRANSLATE_NOOP("QualityText", "Gap"),
             QT_TRANSLATE_NOOP("QualityText",
                               "1 silence was longer than its rule allows; the sample after it is marked."),
             QT_TRANSLATE_N_NOOP(
                 "QualityText",
                 "%1 silences were longer than their rule allows; the samples after them are marked.")},
    MarkText{QualityFlag::FarFuture, QT_TRANSLATE_NOOP("QualityText", "far in the future"),
             QT_TRANSLATE_NOOP("QualityText", "Far future"),
             QT_TRANSLATE_NOOP("QualityText", "1 sample claims a time far in the future; it is kept and "
                                              "marked. Check the clock of its sender."),
             QT_TRANSLATE_N_NOOP("QualityText", "%1 samples claim times far in the future; they are kept and "
                                                "marked. Check the clock of their sender.")},
    MarkText{
        QualityFlag::NoValue, QT_TRANSLATE_NOOP("QualityText", "no value"),
        QT_TRANSLATE_NOOP("QualityText", "No value"),
        QT_TRANSLATE_NOOP("QualityText", "1 sample says that it has no value (kept, not in statistics)."),
        QT_TRANSLATE_N_NOOP("QualityText",
                            "%1 samples say that they have no value (kept, not in statistics).")},
    MarkText{QualityFlag::DoubtfulTime, QT_TRANSLATE_NOOP("QualityText", "time in doubt"),
             QT_TRANSLATE_NOOP("QualityText", "Time in doubt"),
             QT_TRANSLATE_NOOP("QualityText",
                               "1 sample has a time that its zone leaves out or has twice (the "
                               "clocks change); it is kept and marked."),
             QT_TRANSLATE_N_NOOP("QualityText",
                                 "%1 samples have times that their zone leaves out or has twice (the "
                                 "clocks change); they are kept and marked.")}};
static_assert(std::ranges::equal(texts, allQualityFlags, {}, &MarkText::mark), "in the order of markTable");

const MarkText& textOf(QualityFlag mark) {
    return texts.at(markNumber(mark));
}

QString translated(const char* text, int plural = -1) {
    return QCoreApplication::translate("QualityText", text, nullptr, plural);
}

/// The end is cut off where there is little room.
constexpr auto mostSevereFirst = [] {
    auto marks = markTable;
    std::ranges::sort(marks, {}, &MarkRow::rank);
    return marks;
}();

} // namespace

QString qualityText(Quality quality) {
    QStringList words;
    for (const MarkRow& mark : mostSevereFirst) {
        if (quality.testFlag(mark.flag))
            words.append(translated(textOf(mark.flag).name));
    }
    QString text = words.join(QStringLiteral(", "));
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString markWord(QualityFlag mark) {
    return translated(textOf(mark).word);
}

QString markSentence(QualityFlag mark, qint64 count, const NumberFormat& format) {
    const MarkText& text = textOf(mark);
    return count == 1 ? translated(text.one)
                      : translated(text.many, NumberFormat::pluralCount(count)).arg(format.count(count));
}

} // namespace rillscope
