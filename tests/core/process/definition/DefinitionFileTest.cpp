// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionFile.h"

#include "core/process/definition/DefinitionWriter.h"
#include "tests/core/process/definition/RandomDefinition.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

namespace rillscope {
namespace {

std::string problemOf(const QString& path) {
    const auto loaded = loadDefinition(path);
    return loaded ? std::string() : loaded.error().constFirst().message().toStdString();
}

TEST(DefinitionFileTest, LoadsWhatItSaved) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("machine.toml"));
    const PipelineDefinition definition = test::RandomDefinition(1).make();
    ASSERT_TRUE(saveDefinition(path, "format = 1\n"));
    ASSERT_TRUE(saveDefinition(path, writeDefinition(definition)));
    const auto loaded = loadDefinition(path);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->definition, definition);
    EXPECT_EQ(loaded->text, writeDefinition(definition));
}

TEST(DefinitionFileTest, TellsWhyItCannotLoad) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("machine.toml"));
    EXPECT_EQ(problemOf(path), path.toStdString() + ": there is no such file");
    EXPECT_EQ(problemOf(folder.path()), folder.path().toStdString() + ": is no file");
    ASSERT_TRUE(saveDefinition(path, "format = 3"));
    EXPECT_EQ(problemOf(path),
              path.toStdString() + ":1: format: version 3 is newer than this program, which reads 1");
    ASSERT_TRUE(saveDefinition(path, "format = 1\n" + QByteArray(5'000'000, '\n')));
    EXPECT_EQ(problemOf(path), path.toStdString() + ": is larger than 1 MiB, which no pipeline is");
}

TEST(DefinitionFileTest, TellsWhyItCannotSave) {
    const QTemporaryDir folder;
    const auto saved = saveDefinition(folder.filePath(QStringLiteral("none/machine.toml")), "format = 1");
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::WriteFailed);
}

} // namespace
} // namespace rillscope
