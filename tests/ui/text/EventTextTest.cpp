// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/EventText.h"
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
    kinds.removeAll(Kind::ProgramMessage); // whose sentence is its subject
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
    EXPECT_EQ(eventSeverity({.kind = Kind::ProgramMessage, .severity = Severity::Alarm}), Severity::Alarm);
    EXPECT_EQ(eventWord(Kind::ProgramMessage), u"Problem");
}

TEST_F(EventTextTest, SaysOfAFailureWhatWasKeptAndWhatToDo) {
    EXPECT_EQ(
        sentence(Kind::Failed, "a.csv", "the device was removed", 0, 0),
        "The source failed: the device was removed (a.csv). What was received before is kept and can be "
        "saved. Fix the problem and start again.");
    EXPECT_EQ(eventSeverity({.kind = Kind::Failed}), Severity::Alarm);
    EXPECT_EQ(eventSeverity({.kind = Kind::Malformed}), Severity::Warning);
    EXPECT_EQ(eventSeverity({.kind = Kind::Started}), Severity::Notice);
    EXPECT_EQ(eventSeverity({.kind = Kind::Finished, .count = 5}), Severity::Notice);
    EXPECT_EQ(eventSeverity({.kind = Kind::Finished, .line = 1, .count = 5}), Severity::Warning)
        << "not all is there";
    EXPECT_EQ(eventSeverity({.kind = Kind::Finished, .detail = QStringLiteral("1"), .count = 5}),
              Severity::Warning);
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
