// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TargetFile.h"
#include "core/base/Message.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <array>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace rillscope::test {
namespace {

/// What comes from a descriptor until its end, or until nothing is left in one that does not block.
QByteArray readAll(int descriptor) {
    QByteArray text;
    std::array<char, 4'096> bytes;
    for (ssize_t count = 0; (count = read(descriptor, bytes.data(), bytes.size())) > 0;)
        text.append(bytes.data(), count);
    return text;
}

class TargetFileTest : public testing::Test {
protected:
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QByteArray encoded(const char* name) const { return QFile::encodeName(path(name)); }

    QByteArray contents(const char* name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void makeFile(const char* name, const QByteArray& text) const {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(text), text.size());
    }

    mode_t kindOf(const char* name) const {
        struct stat status {};
        return lstat(encoded(name).constData(), &status) == 0 ? status.st_mode & S_IFMT : 0;
    }

    static QString descriptorPath(int descriptor, const char* folder = "/proc/self/fd/%1") {
        return QString::fromLatin1(folder).arg(descriptor);
    }

    static void write(const QString& path) {
        const auto possible = checkTargetFile(path);
        EXPECT_TRUE(possible) << possible.error().message().toStdString();
        const auto written = writeTargetFile(path, QByteArray("new"));
        EXPECT_TRUE(written) << written.error().message().toStdString();
    }

    static QString refusal(const QString& path) {
        const auto possible = checkTargetFile(path);
        return possible ? QString() : possible.error().message();
    }

private:
    QTemporaryDir m_folder;
};

TEST_F(TargetFileTest, PutsAFileInThePlaceOfAnOldOne) {
    makeFile("a", "the old one");
    write(path("a"));
    EXPECT_EQ(contents("a"), "new");
}

TEST_F(TargetFileTest, KeepsALinkAndWritesWhereItLeads) {
    makeFile("a", "the old one");
    ASSERT_EQ(symlink("a", encoded("near").constData()), 0);
    ASSERT_EQ(symlink(encoded("near").constData(), encoded("far").constData()), 0);
    ASSERT_EQ(symlink("b", encoded("dangling").constData()), 0);
    write(path("far"));
    EXPECT_EQ(contents("a"), "new");
    write(path("dangling"));
    EXPECT_EQ(contents("b"), "new");
    for (const char* link : {"near", "far", "dangling"})
        EXPECT_EQ(kindOf(link), mode_t{S_IFLNK}) << link;
}

TEST_F(TargetFileTest, WritesToANamedPipeAndLeavesItOne) {
    ASSERT_EQ(mkfifo(encoded("pipe").constData(), 0600), 0);
    ASSERT_EQ(symlink("pipe", encoded("link").constData()), 0);
    const int reader = open(encoded("pipe").constData(), O_RDONLY | O_NONBLOCK);
    write(path("pipe"));
    EXPECT_EQ(readAll(reader), "new");
    write(path("link"));
    EXPECT_EQ(readAll(reader), "new");
    EXPECT_EQ(kindOf("pipe"), mode_t{S_IFIFO});
    EXPECT_EQ(kindOf("link"), mode_t{S_IFLNK});
    close(reader);
}

TEST_F(TargetFileTest, WritesToADeviceAndLeavesItOne) {
    constexpr unsigned memory = 1;
    constexpr unsigned null = 3;
    if (geteuid() != 0 || mknod(encoded("null").constData(), S_IFCHR | 0600, makedev(memory, null)) != 0)
        GTEST_SKIP() << "only root makes devices";
    const int opened = open(encoded("null").constData(), O_WRONLY);
    if (opened < 0)
        GTEST_SKIP() << "the file system of the temporary folder has no devices";
    close(opened);
    write(path("null"));
    EXPECT_EQ(kindOf("null"), mode_t{S_IFCHR});
}

TEST_F(TargetFileTest, WritesToASocketAndLeavesItOne) {
    const int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = encoded("socket");
    ASSERT_LT(name.size(), static_cast<qsizetype>(sizeof address.sun_path));
    std::copy(name.begin(), name.end(), address.sun_path);
    ASSERT_EQ(bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_FALSE(writeTargetFile(path("socket"), QByteArray("new"))) << "nobody listens";
    ASSERT_EQ(listen(listener, 1), 0);
    write(path("socket"));
    const int connection = accept(listener, nullptr, nullptr);
    EXPECT_EQ(readAll(connection), "new");
    EXPECT_EQ(kindOf("socket"), mode_t{S_IFSOCK});
    close(connection);
    close(listener);
}

/// As `{ echo head; program --csv /dev/fd/N; } N>file` means it.
TEST_F(TargetFileTest, WritesToAnOpenDescriptorFromWhereItStands) {
    for (const char* folder : {"/proc/self/fd/%1", "/dev/fd/%1", "/proc/thread-self/fd/%1"}) {
        makeFile("a", "");
        const int descriptor = open(encoded("a").constData(), O_WRONLY);
        ASSERT_EQ(::write(descriptor, "head ", 5), 5);
        write(descriptorPath(descriptor, folder));
        ASSERT_EQ(::write(descriptor, " tail", 5), 5);
        EXPECT_EQ(contents("a"), "head new tail") << folder;
        close(descriptor);
    }
}

TEST_F(TargetFileTest, WaitsForTheReaderOfADescriptorThatDoesNotBlock) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    ASSERT_EQ(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
    const QByteArray much(1'000'000, 'x'); // more than a pipe holds
    QByteArray got;
    std::thread reader([&] { got = readAll(ends[0]); });
    EXPECT_TRUE(writeTargetFile(descriptorPath(ends[1]), much));
    close(ends[1]);
    reader.join();
    EXPECT_EQ(got, much);
    close(ends[0]);
}

TEST_F(TargetFileTest, TellsWhenTheReaderIsGone) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    close(ends[0]);
    const QString name = descriptorPath(ends[1]);
    const auto written = writeTargetFile(name, QByteArray("new"));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error(),
              (Error{ErrorCode::WriteFailed, name, Message::verbatim(qt_error_string(EPIPE))}));
    close(ends[1]);
}

TEST_F(TargetFileTest, RefusesADescriptorThatIsNotForIt) {
    makeFile("a", "the old one");
    const int readOnly = open(encoded("a").constData(), O_RDONLY);
    const int own = open(encoded("a").constData(), O_RDWR | O_CLOEXEC);
    for (const int descriptor : {readOnly, own, 1'000}) {
        const QString name = descriptorPath(descriptor);
        EXPECT_EQ(refusal(name), name + QStringLiteral(": it is not open for writing"));
        EXPECT_FALSE(writeTargetFile(name, QByteArray("new")));
    }
    EXPECT_EQ(contents("a"), "the old one");
    close(readOnly);
    close(own);
}

TEST_F(TargetFileTest, TellsBeforehandWhatCannotBeWritten) {
    EXPECT_TRUE(refusal(path("")).endsWith(QStringLiteral(": this is a folder")));
    EXPECT_TRUE(refusal(path("none/a")).endsWith(QStringLiteral(": its folder does not exist")));
    ASSERT_EQ(symlink("none/a", encoded("link").constData()), 0);
    EXPECT_TRUE(refusal(path("link")).endsWith(QStringLiteral("link: its folder does not exist")));
    EXPECT_EQ(refusal(QString()), QString());
    EXPECT_EQ(refusal(path("a")), QString());
    EXPECT_EQ(refusal(QStringLiteral("/dev/null")), QString());
}

TEST_F(TargetFileTest, KnowsStandardOutputByAnyOfItsNames) {
    for (const char* name : {"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
        EXPECT_TRUE(isStandardOutput(QString::fromLatin1(name))) << name;
    for (const char* name : {"./-", "/dev/stderr", "/dev/null", "1", ""})
        EXPECT_FALSE(isStandardOutput(QString::fromLatin1(name))) << name;
}

TEST_F(TargetFileTest, LetsNoTwoOutputsBeTheSame) {
    const auto clash = [](const QString& first, const QString& second) {
        const auto differ =
            checkTargetsDiffer({{QStringLiteral("--a"), first}, {QStringLiteral("--b"), second}});
        return differ ? QString() : differ.error().subject;
    };
    makeFile("a", "");
    ASSERT_EQ(symlink("a", encoded("link").constData()), 0);
    EXPECT_EQ(clash(QStringLiteral("-"), QStringLiteral("/dev/stdout")), u"--b");
    EXPECT_EQ(clash(path("a"), path("./a")), u"--b");
    EXPECT_EQ(clash(path("a"), path("link")), u"--b");
    EXPECT_EQ(clash(path("new"), path("new")), u"--b");
    EXPECT_EQ(clash(path("a"), path("b")), QString());
    EXPECT_EQ(clash(QStringLiteral("/dev/null"), QStringLiteral("/dev/null")), QString());
    EXPECT_EQ(clash(QString(), QString()), QString());
}

} // namespace
} // namespace rillscope::test
