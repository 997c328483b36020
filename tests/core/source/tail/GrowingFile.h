// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>

namespace rillscope::test {

/// A real file that a logger writes: appended to, rotated, truncated.
class GrowingFile {
public:
    QString path() const { return m_folder.filePath(QStringLiteral("log.csv")); }

    /// Makes the file, if it is not there, and writes into it from now on.
    void open() {
        m_writer = std::make_unique<QFile>(path());
        ASSERT_TRUE(m_writer->open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered));
    }

    void append(const QByteArray& text) {
        if (!m_writer)
            open();
        ASSERT_EQ(m_writer->write(text), text.size());
    }

    /// The writer goes on in the renamed file until open() is called.
    void rename() {
        ASSERT_TRUE(
            QDir().rename(path(), m_folder.filePath(QStringLiteral("log.%1.csv").arg(++m_rotations))));
    }

    void makeEmptySuccessor() const {
        QFile file(path());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    }

    /// Another file in the same folder.
    void writeBeside(const QString& name) const {
        QFile file(m_folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_GT(file.write("26\n"), 0);
    }

    void rotate() {
        rename();
        open();
    }

    void remove() {
        ASSERT_TRUE(QFile::remove(path()));
        m_writer.reset();
    }

    void truncate() { ASSERT_TRUE(m_writer->resize(0)); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QFile> m_writer;
    int m_rotations = 0;
};

} // namespace rillscope::test
