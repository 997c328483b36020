// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/EventText.h"
#include "core/base/Message.h"

#include "core/pipeline/EventTable.h"
#include "tests/ui/panels/EnglishFigures.h"

#include <set>

namespace rillscope {
namespace {

using Kind = StreamEvent::Kind;
using EventTextTest = test::EnglishFigures;

/// One of each kind and of each mark, but for ProgramMessage, whose sentence is its subject.
QList<StreamEvent> allEvents() {
    QList<StreamEvent> events;
    for (const EventRow& row : eventTable()) {
        if (row.kind != Kind::ProgramMessage && row.kind != Kind::Marked)
            events.append({.kind = row.kind});
    }
    for (const QualityFlag mark : allQualityFlags)
        events.append({.kind = Kind::Marked, .mark = mark});
    return events;
}

std::string sentence(StreamEvent event, const char* subject, const char* detail, qint64 line, qint64 count) {
    event.subject = QString::fromUtf8(subject);
    event.detail = Message::verbatim(QString::fromUtf8(detail));
    event.line = line;
    event.count = count;
    return eventText(event).toStdString();
}

std::string sentence(Kind kind, const char* subject, const char* detail, qint64 line, qint64 count) {
    return sentence(StreamEvent{.kind = kind}, subject, detail, line, count);
}

} // namespace

TEST_F(EventTextTest, HasAWholeSentenceForEveryKindWhateverIsMissing) {
    std::set<QString> sentences;
    for (const StreamEvent& event : allEvents()) {
        for (const qint64 count : {qint64(-1), qint64(0), qint64(1), qint64(2), qint64(5'000'000'000)}) {
            for (const char* word : {"", "sensor-1", "%1 %2 %n %L1"}) {
                const QString text = QString::fromStdString(sentence(event, word, word, count, count));
                ASSERT_GT(text.size(), 12) << eventName(event).toStdString();
                EXPECT_TRUE(text.endsWith(u'.')) << text.toStdString();
                EXPECT_FALSE(text.contains(QStringLiteral("  "))) << text.toStdString();
                const bool hasOwnPercent = std::string(word).find('%') != std::string::npos;
                EXPECT_TRUE(hasOwnPercent || !text.contains(u'%')) << text.toStdString();
            }
        }
        sentences.insert(QString::fromStdString(sentence(event, "a", "b", 3, 3)));
        EXPECT_TRUE(allEventWords().contains(eventWord(event)));
        EXPECT_FALSE(eventWord(event).isEmpty());
    }
    EXPECT_EQ(sentences.size(), static_cast<std::size_t>(allEvents().size())) << "no two kinds read alike";
}

TEST_F(EventTextTest, CountsInWords) {
    EXPECT_EQ(
        sentence(StreamEvent{.kind = Kind::Marked, .mark = QualityFlag::OutOfOrder}, "sensor-1", "", 0, 1),
        "sensor-1: 1 sample came after a newer one; it is kept and marked.");
    EXPECT_EQ(sentence(StreamEvent{.kind = Kind::Marked, .mark = QualityFlag::OutOfOrder}, "sensor-1", "", 0,
                       1'234),
              "sensor-1: 1,234 samples came after newer ones; they are kept and marked.");
    EXPECT_EQ(sentence(Kind::RowsLeftOut, "", "", 0, 1),
              "1 row holds no value and was left out; it is counted.");
    EXPECT_EQ(sentence(Kind::RowsLeftOut, "", "", 0, 1'234),
              "1,234 rows hold no value and were left out; they are counted.");
    EXPECT_EQ(sentence(Kind::Stopped, "", "", 0, 0), "Stopped before the first sample.");
    EXPECT_EQ(sentence(Kind::Finished, "", "", 0, 5'000'000'000),
              "End of file. 5,000,000,000 samples recorded.");
    EXPECT_EQ(sentence(Kind::Finished, "", "", 12, 8'000),
              "End of file. 8,000 samples recorded, 12 lines unreadable.");
    EXPECT_EQ(sentence(Kind::Finished, "", "1500", 1, 1),
              "End of file. 1 sample recorded, 1 line unreadable, 1,500 samples dropped.");
    EXPECT_EQ(sentence(Kind::Finished, "", "", 3, 0),
              "End of file. No samples recorded, 3 lines unreadable.");
    EXPECT_EQ(sentence(Kind::Stopped, "", "", 0, 2), "Stopped. 2 samples recorded.");
}

TEST_F(EventTextTest, RepeatsWhatTheProgramSaid) {
    const std::string said(300, 'x');
    EXPECT_EQ(sentence(Kind::ProgramMessage, said.c_str(), "", 0, 0), said) << "all of it";
    EXPECT_EQ(eventWord({.kind = Kind::ProgramMessage}), u"Problem");
}

TEST_F(EventTextTest, SaysOfAFailureWhatWasKeptAndWhatToDo) {
    EXPECT_EQ(
        sentence(Kind::Failed, "a.csv", "the device was removed", 0, 0),
        "The source failed: the device was removed (a.csv). What was received before is kept and can be "
        "saved. Fix the problem and start again.");
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
