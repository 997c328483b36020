// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/EventText.h"
#include "tests/ui/panels/EnglishFigures.h"

#include <set>

namespace rillscope {
namespace {

using Kind = StreamEvent::Kind;
using EventTextTest = test::EnglishFigures;

std::string sentence(Kind kind, const char* subject, const char* detail, qint64 line, qint64 count) {
    return eventText({kind, {}, QString::fromUtf8(subject), QString::fromUtf8(detail), line, count})
        .toStdString();
}

QList<Kind> allKinds() {
    QList<Kind> kinds;
    for (int kind = 0; kind <= static_cast<int>(Kind::HistoryFull); ++kind)
        kinds.append(static_cast<Kind>(kind));
    return kinds;
}

} // namespace

TEST_F(EventTextTest, HasAWholeSentenceForEveryKindWhateverIsMissing) {
    std::set<QString> sentences;
    for (const Kind kind : allKinds()) {
        for (const qint64 count : {qint64(-1), qint64(0), qint64(1), qint64(2), qint64(5'000'000'000)}) {
            for (const char* word : {"", "sensor-1", "%1 %2 %n %L1"}) {
                const QString text = QString::fromStdString(sentence(kind, word, word, count, count));
                ASSERT_GT(text.size(), 15) << static_cast<int>(kind);
                EXPECT_TRUE(text.endsWith(u'.')) << text.toStdString();
                EXPECT_FALSE(text.contains(QStringLiteral("  "))) << text.toStdString();
                const bool hasOwnPercent = std::string(word).find('%') != std::string::npos;
                EXPECT_TRUE(hasOwnPercent || !text.contains(u'%')) << text.toStdString();
            }
        }
        sentences.insert(QString::fromStdString(sentence(kind, "a", "b", 3, 3)));
        EXPECT_FALSE(eventWord(kind).isEmpty());
    }
    EXPECT_EQ(sentences.size(), static_cast<std::size_t>(allKinds().size())) << "no two kinds read alike";
}

TEST_F(EventTextTest, CountsInWords) {
    EXPECT_EQ(sentence(Kind::OutOfOrder, "sensor-1", "", 0, 1),
              "sensor-1: 1 sample came after a newer one; it is kept and marked.");
    EXPECT_EQ(sentence(Kind::OutOfOrder, "sensor-1", "", 0, 1'234),
              "sensor-1: 1,234 samples came after newer ones; they are kept and marked.");
    EXPECT_EQ(sentence(Kind::Stopped, "", "", 0, 0), "The stream was stopped before its first sample.");
    EXPECT_EQ(sentence(Kind::Finished, "", "", 0, 5'000'000'000),
              "The source came to its end; all 5,000,000,000 samples are kept.");
}

TEST_F(EventTextTest, SaysOfAFailureWhatWasKeptAndWhatToDo) {
    EXPECT_EQ(
        sentence(Kind::Failed, "a.csv", "the device was removed", 0, 0),
        "The source failed: the device was removed (a.csv). What was received before is kept and can be "
        "saved. Mend the cause, then start again.");
    EXPECT_EQ(eventSeverity({.kind = Kind::Failed}), Severity::Alarm);
    EXPECT_EQ(eventSeverity({.kind = Kind::Malformed}), Severity::Warning);
    EXPECT_EQ(eventSeverity({.kind = Kind::Started}), Severity::Notice);
}

TEST_F(EventTextTest, TamesTextFromOutside) {
    const std::string text = sentence(Kind::Malformed, "", "bad\n<b>line</b>\x01%1", 17, 0);
    EXPECT_EQ(text, "Line 17 holds no sample and was skipped: bad <b>line</b> %1.");
    EXPECT_LT(
        sentence(Kind::Failed, std::string(100'000, 'x').c_str(), std::string(100'000, 'y').c_str(), 0, 0)
            .size(),
        700U);
}

} // namespace rillscope
