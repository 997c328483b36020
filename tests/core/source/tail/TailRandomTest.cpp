// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/source/tail/TailFixture.h"

#include <random>

namespace rillscope::test {
namespace {

using TailRandomTest = TailFixture;

/// A logger that does anything a logger may do, and credit that comes now and then. Every line that was
/// written must come, once and in order. A file is not truncated before all of it was read: what else it held
/// would be gone for everybody.
class RandomLogger {
public:
    RandomLogger(quint32 seed, GrowingFile& file, SampleSource& source, const SourceReceiver& receiver)
        : m_random(seed), m_file(file), m_source(source), m_receiver(receiver) {}

    void act() {
        switch (draw(0, 9)) {
        case 0:
            rotate();
            break;
        case 1:
            m_isOutside ? comeBack() : goOutside();
            break;
        case 2:
            truncate();
            break;
        default:
            writeLines(draw(1, 20));
            break;
        }
        if (draw(0, 2) > 0)
            m_source.grantCredit(draw(1, 3));
        for (int i = draw(0, 5); i > 0; --i)
            QCoreApplication::processEvents();
    }

    void finish() {
        if (m_isOutside)
            comeBack();
        readAll();
    }

    const QList<double>& written() const { return m_written; }

private:
    int draw(int least, int greatest) { return std::uniform_int_distribution(least, greatest)(m_random); }

    void writeLines(int count) {
        for (int i = 0; i < count; ++i) {
            const QByteArray line = QByteArray::number(1'700'000'000 + m_written.size()) + ',' +
                                    QByteArray::number(m_written.size()) + '\n';
            m_written.append(static_cast<double>(m_written.size()));
            const int cut = draw(0, static_cast<int>(line.size()));
            m_file.append(line.left(cut));
            if (draw(0, 3) == 0)
                runEvents();
            m_file.append(line.mid(cut));
        }
    }

    void writeHeader() {
        if (draw(0, 1) == 0)
            m_file.append("time,temperature\n");
    }

    void rotate() {
        if (m_isOutside)
            return;
        m_file.rotate();
        writeHeader();
        writeLines(1);
        runEvents(); // it is to be seen before it is replaced in its turn
    }

    void goOutside() {
        m_file.rename();
        if (draw(0, 1) == 0)
            m_file.makeEmptySuccessor();
        m_isOutside = true;
    }

    void comeBack() {
        m_file.open();
        m_isOutside = false;
        writeHeader();
        writeLines(1);
        runEvents();
    }

    void readAll() {
        ASSERT_TRUE(waitFor([this] {
            m_source.grantCredit(1);
            return m_receiver.count() >= m_written.size();
        })) << m_receiver.count()
            << " of " << m_written.size();
    }

    void truncate() {
        if (m_isOutside)
            return;
        readAll();
        m_file.truncate();
        m_source.grantCredit(1);
        runEvents();
        writeHeader();
    }

    std::mt19937 m_random;
    GrowingFile& m_file;
    SampleSource& m_source;
    const SourceReceiver& m_receiver;
    QList<double> m_written;
    bool m_isOutside = false; ///< the writer goes on in the renamed file
};

TEST_F(TailRandomTest, LosesAndRepeatsNoLineOfARandomLogger) {
    const quint32 seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    m_file.append("time,temperature\n");
    start({}, Credit::Withhold);
    RandomLogger logger(seed, m_file, *m_source, *m_receiver);
    for (int i = 0; i < 400; ++i) {
        logger.act();
        ASSERT_FALSE(HasFatalFailure());
    }
    logger.finish();
    ASSERT_EQ(m_receiver->count(), logger.written().size());
    EXPECT_EQ(m_receiver->all().value, logger.written());
    EXPECT_EQ(m_receiver->all().malformedCount, 0);
    EXPECT_FALSE(m_receiver->hasEnded());
}

} // namespace
} // namespace rillscope::test
