// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/lines/StandardInput.h"

#include "core/source/ByteStreamSource.h"
#include "core/source/lines/DescriptorInput.h"
#include "tests/core/source/SourceReceiver.h"
#include "tests/support/ManualClock.h"

#include <gtest/gtest.h>

#include <QTemporaryFile>
#include <QThread>

#include <fcntl.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <thread>

namespace rillscope {
namespace {

using test::ManualClock;
using test::SourceReceiver;
using Credit = SourceReceiver::Credit;

/// A real pipe; the test writes, the source reads.
class Pipe {
public:
    Pipe() { EXPECT_EQ(pipe2(m_ends.data(), O_CLOEXEC), 0); }
    ~Pipe() {
        close(m_ends[0]);
        closeWriter();
    }

    int reader() const { return m_ends[0]; }
    int writer() const { return m_ends[1]; }

    void write(std::string_view text) const {
        while (!text.empty()) {
            const ssize_t count = ::write(m_ends[1], text.data(), text.size());
            ASSERT_GT(count, 0);
            text.remove_prefix(static_cast<std::size_t>(count));
        }
    }

    void closeWriter() {
        if (m_ends[1] >= 0)
            close(m_ends[1]);
        m_ends[1] = -1;
    }

private:
    std::array<int, 2> m_ends{};
};

class StandardInputTest : public testing::Test {
protected:
    Pipe m_pipe;
    ManualClock m_clock;
};

std::unique_ptr<ByteInput> inputFrom(int descriptor) {
    return std::make_unique<DescriptorInput>(descriptor, QStringLiteral("standard input"));
}

std::string numbers(int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += std::to_string(i) + '\n';
    return text;
}

void expectNumbers(const SourceReceiver& receiver, int count) {
    ASSERT_EQ(receiver.count(), count);
    for (int i = 0; i < count; ++i)
        ASSERT_EQ(receiver.all().value.at(i), i);
}

TEST_F(StandardInputTest, DeliversALineAsSoonAsItHasCome) {
    ByteStreamSource source(inputFrom(m_pipe.reader()), {}, m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(2);
    m_pipe.write("21.5\n22");
    ASSERT_TRUE(receiver.waitForSamples(1));
    EXPECT_EQ(receiver.all().value, QList<double>{21.5});
    EXPECT_EQ(receiver.all().eventTime, QList<Timestamp>{m_clock.now()});
    m_clock.advance(std::chrono::seconds(1));
    m_pipe.write(".5\n");
    ASSERT_TRUE(receiver.waitForSamples(2));
    EXPECT_EQ(receiver.all().value.at(1), 22.5);
    EXPECT_EQ(receiver.all().eventTime.at(1), m_clock.now());
    m_pipe.write("23");
    m_pipe.closeWriter();
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_FALSE(receiver.error());
    EXPECT_EQ(receiver.all().value.back(), 23.0);
    EXPECT_EQ(receiver.ends(), 1);
}

TEST_F(StandardInputTest, LosesNothingThatAFastWriterSends) {
    constexpr int count = 200'000;
    std::thread writer([this] {
        m_pipe.write(numbers(count));
        m_pipe.closeWriter();
    });
    ByteStreamSource source(inputFrom(m_pipe.reader()), {}, m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(2);
    ASSERT_TRUE(receiver.waitForEnd());
    writer.join();
    expectNumbers(receiver, count);
    EXPECT_LE(receiver.largestBlock(), 8'192);
}

TEST_F(StandardInputTest, MakesTheWriterWaitWithoutCredit) {
    ASSERT_EQ(fcntl(m_pipe.writer(), F_SETFL, O_NONBLOCK), 0);
    ByteStreamSource source(inputFrom(m_pipe.reader()), {}, m_clock);
    SourceReceiver receiver(source, Credit::Withhold);
    source.start();
    // Lines of one length, so that a pipe of whole pages takes whole lines.
    const auto lineOf = [](int number) {
        std::string text = std::to_string(number);
        return std::string(15 - text.size(), '0') + text + '\n';
    };
    const auto runEvents = [] {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    };
    int written = 0;
    for (int round = 0; round < 5; ++round) {
        while (::write(m_pipe.writer(), lineOf(written).data(), 16) == 16)
            ++written;
        ASSERT_EQ(errno, EAGAIN) << "the pipe did not fill";
        runEvents();
        EXPECT_EQ(receiver.blocks(), round) << "read without credit";
        EXPECT_LT(receiver.count(), written);
        source.grantCredit(1);
        ASSERT_TRUE(test::waitFor([&] { return receiver.blocks() == round + 1; }));
        runEvents();
    }
    m_pipe.closeWriter();
    while (!receiver.hasEnded()) {
        source.grantCredit(1);
        QCoreApplication::processEvents();
    }
    expectNumbers(receiver, written);
}

TEST_F(StandardInputTest, StopsOnASilentPipe) {
    ByteStreamSource source(inputFrom(m_pipe.reader()), {}, m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(2);
    m_pipe.write("1\n2");
    ASSERT_TRUE(receiver.waitForSamples(1));
    source.stop();
    EXPECT_EQ(receiver.ends(), 1);
    EXPECT_FALSE(receiver.error());
    EXPECT_EQ(receiver.count(), 1) << "“2” may be the beginning of “21.5”";
}

TEST_F(StandardInputTest, DeliversWhatItHasReadWhenStopped) {
    constexpr int count = 9'500; // more than a block, less than a pipe holds
    m_pipe.write(numbers(count));
    ByteStreamSource source(inputFrom(m_pipe.reader()), {}, m_clock);
    SourceReceiver receiver(source, Credit::Withhold);
    source.start();
    source.grantCredit(1);
    ASSERT_TRUE(receiver.waitForSamples(8'192));
    EXPECT_EQ(receiver.blocks(), 1);
    source.stop();
    expectNumbers(receiver, count);
}

TEST_F(StandardInputTest, EndsAtTheSampleLimit) {
    m_pipe.write("1\n2\n3\n4\nbroken\n");
    ByteStreamSource source(inputFrom(m_pipe.reader()), {}, m_clock);
    SourceReceiver receiver(source);
    source.setSampleLimit(3);
    source.start();
    source.grantCredit(2);
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_EQ(receiver.all().value, (QList<double>{1, 2, 3}));
    EXPECT_EQ(receiver.all().malformedCount, 0);
}

TEST_F(StandardInputTest, ReadsAFileAsStandardInputToItsEnd) {
    QTemporaryFile file;
    ASSERT_TRUE(file.open());
    file.write(QByteArray::fromStdString(numbers(100'000)));
    ASSERT_TRUE(file.seek(0));
    ASSERT_EQ(lseek(file.handle(), 0, SEEK_SET), 0);
    ByteStreamSource source(inputFrom(file.handle()), {}, m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(2);
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_FALSE(receiver.error());
    expectNumbers(receiver, 100'000);
}

TEST_F(StandardInputTest, LeavesTheDescriptorAsItWas) {
    const int before = fcntl(m_pipe.reader(), F_GETFL);
    m_pipe.write("1\n");
    {
        ByteStreamSource source(inputFrom(m_pipe.reader()), {}, m_clock);
        SourceReceiver receiver(source);
        source.start();
        source.grantCredit(2);
        ASSERT_TRUE(receiver.waitForSamples(1));
        EXPECT_EQ(fcntl(m_pipe.reader(), F_GETFL), before);
        source.stop();
    }
    EXPECT_EQ(fcntl(m_pipe.reader(), F_GETFL), before) << "still open, still blocking";
}

TEST_F(StandardInputTest, CountsWhatItCannotReadAndGoesOn) {
    m_pipe.write("?\n1\n\n# note\n{\"value\":2}\n3");
    m_pipe.closeWriter();
    ByteStreamSource source(inputFrom(m_pipe.reader()), {}, m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(2);
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_EQ(receiver.all().value, (QList<double>{1, 2, 3}));
    EXPECT_EQ(receiver.all().malformedCount, 1);
}

TEST_F(StandardInputTest, SaysWhatIsWrongWithItsInput) {
    const std::vector<std::pair<std::string, ErrorCode>> cases{
        {"", ErrorCode::EmptyInput},
        {"\n# note\n", ErrorCode::EmptyInput},
        {"no\nnumbers\n", ErrorCode::UnreadableInput},
    };
    for (const auto& [text, code] : cases) {
        Pipe pipe;
        pipe.write(text);
        pipe.closeWriter();
        ByteStreamSource source(inputFrom(pipe.reader()), {}, m_clock);
        SourceReceiver receiver(source);
        source.start();
        source.grantCredit(2);
        ASSERT_TRUE(receiver.waitForEnd());
        ASSERT_TRUE(receiver.error()) << text;
        EXPECT_EQ(receiver.error()->code, code) << text;
        EXPECT_EQ(receiver.error()->subject, QStringLiteral("standard input"));
    }
}

TEST_F(StandardInputTest, FailsOnADescriptorThatCannotBeRead) {
    const int closed = dup(m_pipe.reader());
    close(closed);
    const int folder = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const int event = eventfd(0, EFD_CLOEXEC); // what stands at 0 in a program started without standard input
    for (const int descriptor : {closed, folder, event, -1}) {
        ByteStreamSource source(inputFrom(descriptor), {}, m_clock);
        SourceReceiver receiver(source);
        source.start();
        source.grantCredit(2);
        ASSERT_TRUE(receiver.waitForEnd());
        ASSERT_TRUE(receiver.error());
        EXPECT_EQ(receiver.error()->code, ErrorCode::FileUnreadable);
    }
    close(folder);
    close(event);
}

TEST_F(StandardInputTest, TakesAUnitAndNothingElse) {
    const auto isTaken = [this](const char* text) {
        return standardInputType().make(*SourceUri::parse(QString::fromUtf8(text)), {m_clock}).has_value();
    };
    EXPECT_TRUE(isTaken("stdin:?unit=kelvin"));
    EXPECT_TRUE(isTaken("stdin:?unit=F"));
    EXPECT_FALSE(isTaken("stdin:?unit=rankine"));
    EXPECT_FALSE(isTaken("stdin:file.csv"));
    EXPECT_FALSE(isTaken("stdin:?speed=1"));
}

TEST_F(StandardInputTest, WorksAndStopsOnAThreadOfItsOwn) {
    qRegisterMetaType<SampleBlock>();
    qRegisterMetaType<Error>();
    QThread thread;
    auto source = std::make_unique<ByteStreamSource>(inputFrom(m_pipe.reader()), TextOptions{}, m_clock);
    SourceReceiver receiver(*source);
    source->moveToThread(&thread);
    thread.start();
    QMetaObject::invokeMethod(source.get(), &SampleSource::start);
    QMetaObject::invokeMethod(source.get(), [&] { source->grantCredit(2); });
    m_pipe.write(numbers(100));
    ASSERT_TRUE(receiver.waitForSamples(100));
    QMetaObject::invokeMethod(source.get(), &SampleSource::stop);
    ASSERT_TRUE(receiver.waitForEnd());
    thread.quit();
    thread.wait();
    expectNumbers(receiver, 100);
}

} // namespace
} // namespace rillscope
