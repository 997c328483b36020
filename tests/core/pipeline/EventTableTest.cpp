// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/EventTable.h"
#include "core/base/Message.h"

#include <gtest/gtest.h>

#include <set>

namespace rillscope {
namespace {

using Kind = StreamEvent::Kind;

TEST(EventTableTest, FindsEachEventByTheNameItHasInACapture) {
    std::set<QString> names;
    for (const EventRow& row : eventTable()) {
        if (row.kind == Kind::Marked)
            continue;
        const QString name = eventName({.kind = row.kind});
        const auto found = eventOfName(name);
        ASSERT_TRUE(found) << name.toStdString();
        EXPECT_EQ(found->kind, row.kind);
        names.insert(name);
    }
    for (const QualityFlag mark : allQualityFlags) {
        const QString name = eventName({.kind = Kind::Marked, .mark = mark});
        const auto found = eventOfName(name);
        ASSERT_TRUE(found) << name.toStdString();
        EXPECT_EQ(found->kind, Kind::Marked);
        EXPECT_EQ(found->mark, mark);
        names.insert(name);
    }
    EXPECT_EQ(names.size(), eventTable().size() - 1 + allQualityFlags.size()) << "no two have the same name";
    for (const char* unknown : {"", "Started", "marked", "good", "gap+late"})
        EXPECT_FALSE(eventOfName(QString::fromLatin1(unknown))) << unknown;
}

TEST(EventTableTest, SaysHowMuchAnEventMatters) {
    EXPECT_EQ(eventSeverity({.kind = Kind::Failed}), Severity::Alarm);
    EXPECT_EQ(eventSeverity({.kind = Kind::Malformed}), Severity::Warning);
    EXPECT_EQ(eventSeverity({.kind = Kind::Started, .severity = Severity::Alarm}), Severity::Notice);
    EXPECT_EQ(eventSeverity({.kind = Kind::ProgramMessage, .severity = Severity::Alarm}), Severity::Alarm);
    EXPECT_EQ(eventSeverity({.kind = Kind::AlarmRaised, .severity = Severity::Notice}), Severity::Notice);
    EXPECT_EQ(eventSeverity({.kind = Kind::Marked, .mark = QualityFlag::Gap}), Severity::Warning);
    EXPECT_EQ(eventSeverity({.kind = Kind::Marked, .mark = QualityFlag::Late}), Severity::Notice);
    EXPECT_EQ(eventSeverity({.kind = Kind::Finished, .count = 5}), Severity::Notice);
    EXPECT_EQ(eventSeverity({.kind = Kind::Finished, .line = 1, .count = 5}), Severity::Warning)
        << "not all is there";
    EXPECT_EQ(
        eventSeverity({.kind = Kind::Stopped, .detail = Message::verbatim(QStringLiteral("1")), .count = 5}),
        Severity::Warning);
}

TEST(EventTableTest, PutsAnEventIntoALineForATerminal) {
    const auto line = [](const StreamEvent& event) { return eventLine(event).toStdString(); };
    EXPECT_EQ(line({.kind = Kind::Started}), "");
    EXPECT_EQ(line({.kind = Kind::Marked, .count = 3, .mark = QualityFlag::Gap}), "");
    EXPECT_EQ(line({.kind = Kind::Malformed,
                    .detail = Message::verbatim(QStringLiteral("no number")),
                    .line = 12'345}),
              "line 12345: no number");
    EXPECT_EQ(line({.kind = Kind::MalformedMore, .count = 7}), "7 more unreadable inputs");
    EXPECT_EQ(line({.kind = Kind::UnknownLoss, .count = 8}), "something may be missing");
    EXPECT_EQ(line({.kind = Kind::UnknownLoss, .detail = Message::verbatim(QStringLiteral("cut off"))}),
              "something may be missing: cut off");
    EXPECT_EQ(line({.kind = Kind::LostAtSource, .count = 8}),
              "8 samples or messages were lost before they could be read");
    EXPECT_EQ(line({.kind = Kind::RowsLeftOut, .count = 9}), "9 rows without a value were left out");
    EXPECT_EQ(line({.kind = Kind::CaptureBegan, .subject = QStringLiteral("a.rill")}), "recording to a.rill");
    EXPECT_EQ(line({.kind = Kind::CaptureResumed,
                    .subject = QStringLiteral("a.rill"),
                    .detail = Message::verbatim(QStringLiteral("a full disk"))}),
              "recording to a.rill, because of a full disk");
    EXPECT_EQ(line({.kind = Kind::StepLeftOut,
                    .subject = QStringLiteral("{detail}"),
                    .detail = Message::verbatim(QStringLiteral("[%1] {line"))}),
              "step \"{detail}\" does nothing: it reads \"[%1] {line\", which is disabled")
        << "what comes from outside is no pattern";
}

} // namespace
} // namespace rillscope
