// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/MarkSentence.h"

#include <QCoreApplication>

namespace rillscope {
namespace {

/// "One" and "many" stand apart for the reason given in EventText.cpp.
struct MarkSentences {
    Q_DECLARE_TR_FUNCTIONS(MarkSentences)

public:
    QString one;
    QString many; ///< with a place for the count

    static MarkSentences of(StreamEvent::Kind kind, int plural) {
        switch (kind) {
        case StreamEvent::Kind::OutOfOrder:
            return {tr("1 sample came after a newer one; it is kept and marked."),
                    tr("%1 samples came after newer ones; they are kept and marked.", nullptr, plural)};
        case StreamEvent::Kind::Duplicate:
            return {tr("1 sample repeats the one before it; it is kept and marked."),
                    tr("%1 samples repeat the ones before them; they are kept and marked.", nullptr, plural)};
        case StreamEvent::Kind::OutOfRange:
            return {tr("1 sample lies outside its range or below absolute zero; it is kept and marked. Check "
                       "sensor and unit."),
                    tr("%1 samples lie outside their range or below absolute zero; they are kept and marked. "
                       "Check sensor and unit.",
                       nullptr, plural)};
        case StreamEvent::Kind::NotANumber:
            return {tr("1 sample is no finite number; it is kept and marked, but in no figure."),
                    tr("%1 samples are no finite numbers; they are kept and marked, but in no figure.",
                       nullptr, plural)};
        case StreamEvent::Kind::Late:
            return {tr("1 sample came behind the watermark; it is kept and marked as late."),
                    tr("%1 samples came behind the watermark; they are kept and marked as late.", nullptr,
                       plural)};
        default:
            return ofRule(kind, plural);
        }
    }

private:
    static MarkSentences ofRule(StreamEvent::Kind kind, int plural) {
        switch (kind) {
        case StreamEvent::Kind::RateOfChange:
            return {tr("1 sample changed faster than its rule allows; it is kept and marked."),
                    tr("%1 samples changed faster than their rule allows; they are kept and marked.", nullptr,
                       plural)};
        case StreamEvent::Kind::Stuck:
            return {tr("1 sample repeats a value that has stood still for too long; it is kept and marked. "
                       "Check the sensor."),
                    tr("%1 samples repeat a value that has stood still for too long; they are kept and "
                       "marked. Check the sensor.",
                       nullptr, plural)};
        case StreamEvent::Kind::Gap:
            return {tr("1 silence was longer than its rule allows; the sample after it is marked."),
                    tr("%1 silences were longer than their rule allows; the samples after them are marked.",
                       nullptr, plural)};
        case StreamEvent::Kind::FarFuture:
            return {tr("1 sample claims a time far in the future; it is kept and marked. Check the clock of "
                       "its sender."),
                    tr("%1 samples claim times far in the future; they are kept and marked. Check the clock "
                       "of their sender.",
                       nullptr, plural)};
        default:
            return {};
        }
    }
};

} // namespace

QString markSentence(StreamEvent::Kind kind, qint64 count, const NumberFormat& format) {
    const MarkSentences sentences = MarkSentences::of(kind, NumberFormat::pluralCount(count));
    return count == 1 || sentences.many.isEmpty() ? sentences.one : sentences.many.arg(format.count(count));
}

} // namespace rillscope
