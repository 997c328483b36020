// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Message.h"
#include "tests/core/parse/ParseText.h"

#include <gtest/gtest.h>

namespace rillscope::test {
namespace {

/// "channel value; …", and the counts of lines, of files that follow each other in one stream.
std::string readFiles(std::initializer_list<std::string_view> files) {
    ManualClock clock;
    SampleReader reader({}, clock);
    SampleBlock block;
    bool isFirst = true;
    for (const std::string_view file : files) {
        if (!std::exchange(isFirst, false)) {
            reader.finish();
            while (reader.readLine(block)) {
            }
            reader.beginFile();
        }
        reader.feed(file);
        while (reader.readLine(block)) {
        }
    }
    reader.finish();
    while (reader.readLine(block)) {
    }
    std::string text;
    for (qsizetype i = 0; i < block.size(); ++i)
        text += block.channels.at(block.at(i).channel).name.toStdString() + ' ' +
                QString::number(block.at(i).value).toStdString() + "; ";
    return text + std::to_string(reader.counts().malformed) + " malformed";
}

TEST(NextFileTest, TakesARepeatedHeaderForNoData) {
    EXPECT_EQ(readFiles({"time,oven\n1,20\n", "time,oven\n2,21\n"}), "oven 20; oven 21; 0 malformed");
}

TEST(NextFileTest, GoesOnWithTheHeaderOfTheFileBefore) {
    EXPECT_EQ(readFiles({"time,oven\n1,20\n", "2,21\n", "3,22\n"}), "oven 20; oven 21; oven 22; 0 malformed");
}

TEST(NextFileTest, ReadsATableOfOtherColumns) {
    EXPECT_EQ(readFiles({"time,oven\n1,20\n", "time,hall,oven\n2,5,21\n"}),
              "oven 20; hall 5; oven 21; 0 malformed");
}

TEST(NextFileTest, ReadsAnotherKindOfLines) {
    EXPECT_EQ(readFiles({"time,oven\n1,20\n", "{\"oven\":21}\n", "hall=5\n"}),
              "oven 20; oven 21; hall 5; 0 malformed");
    EXPECT_EQ(readFiles({"21\n", "time,oven\n1,20\n"}), "sensor-1 21; oven 20; 0 malformed");
}

TEST(NextFileTest, KeepsTheTableWhenTheFirstLineMakesNoSense) {
    EXPECT_EQ(readFiles({"time,oven\n1,20\n", "?\n2,21\n"}), "oven 20; oven 21; 1 malformed");
}

TEST(NextFileTest, TakesTheLastLineOfAFileForComplete) {
    EXPECT_EQ(readFiles({"1\n2", "3\n"}), "sensor-1 1; sensor-1 2; sensor-1 3; 0 malformed");
}

TEST(NextFileTest, CountsALineWhoseEndDoesNotCome) {
    ManualClock clock;
    SampleReader reader({}, clock);
    SampleBlock block;
    const auto drop = [&](std::string_view text) {
        reader.feed(text);
        reader.decideNow();
        while (reader.readLine(block)) {
        }
        reader.dropOpenLine(Message::verbatim(QStringLiteral("cut")), block);
        reader.beginFile();
    };
    drop("1\n2");
    EXPECT_EQ(block.size(), 1);
    EXPECT_EQ(block.malformedCount, 1);
    EXPECT_EQ(block.notices.constLast().reason.english(), QStringLiteral("cut"));
    EXPECT_EQ(block.notices.constLast().line, 2);
    drop("3\n");
    EXPECT_EQ(block.malformedCount, 1) << "nothing was open";
    EXPECT_EQ(reader.bytesPending(), 0);
}

} // namespace
} // namespace rillscope::test
