// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ShownUri.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

std::string shown(const char* text) {
    return ShownUri::fromText(QString::fromUtf8(text)).text().toStdString();
}

TEST(ShownUriTest, LeavesOutPasswordsAndKeepsTheRest) {
    EXPECT_EQ(shown("mqtt://ann:pa%40ss@host:1883/a@b/#?qos=1&password=x&client=me"),
              "mqtt://ann@host:1883/a@b/#?qos=1&client=me");
    EXPECT_EQ(shown("mqtt://ann:p@ss@host"), "mqtt://ann@host");
    EXPECT_EQ(shown("mqtt://ann:pa/ss@host/t"), "mqtt://ann@host/t");
    EXPECT_EQ(shown("kafka://host?API-Key=x&sasl.passphrase=y&AccessToken=z"), "kafka://host");
    EXPECT_EQ(shown("tcp://host?p%61ssword=x&pwd=y&secret=broker"), "tcp://host?secret=broker");
}

TEST(ShownUriTest, LeavesEverythingElseAsItIs) {
    for (const char* plain :
         {"sim:normal?mean=20&sd=5&seed=42", "replay:/home/ann:b@work/token=1.csv", "replay:ann:b@c.csv",
          "stdin:", "kafka://h1:9092,h2:9092/a@b?from=latest&secret=prod", "tcp://[::1]:5000/a@b",
          "mqtt://ann@host/t?user=ann", "tcp://0.0.0.0:5000?listen=yes", "no uri at all", "", ":",
          "?password=x"})
        EXPECT_EQ(shown(plain), plain);
}

TEST(ShownUriTest, JoinsSeveral) {
    const QList<ShownUri> uris{ShownUri::fromText(QStringLiteral("stdin:")),
                               ShownUri::fromText(QStringLiteral("tcp://a:b@c"))};
    EXPECT_EQ(joined(uris, QStringLiteral(" · ")), QStringLiteral("stdin: · tcp://a@c"));
    EXPECT_EQ(joined({}, QStringLiteral(" · ")), QString());
}

} // namespace
} // namespace rillscope
