// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/CsvTable.h"
#include "tests/app/ProgramRun.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

namespace rillscope::test {

/// A finished recording: how rillscope-cli ended, its account, and the rows it wrote.
struct Recording {
    ProgramResult result;
    QJsonObject summary;
    QList<CsvRow> rows;
};

/// Runs rillscope-cli in a folder of its own.
class RecordFixture : public testing::Test {
protected:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QString writeFile(const char* name, const QByteArray& text) const;

    static ProgramResult runCli(const QStringList& arguments, const QByteArray& input = {});

    /// record URI with `options`, "--csv" and "--summary -"; expects it to succeed and the account to
    /// balance and to agree with the rows.
    Recording record(const QString& uri, const QStringList& options = {}, const QByteArray& input = {}) const;

    static void expectBalance(const QJsonObject& summary, qint64 rows);

private:
    QTemporaryDir m_folder;
};

} // namespace rillscope::test
