// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/tail/Tail.h"
#include "tests/core/source/SourceReceiver.h"
#include "tests/core/source/tail/GrowingFile.h"
#include "tests/support/ManualClock.h"

namespace rillscope::test {

/// Lets the source notice what was done to its file.
inline void runEvents() {
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
}

/// A source that follows a real file. Thread: that of the test.
class TailFixture : public testing::Test {
protected:
    using Credit = SourceReceiver::Credit;

    ~TailFixture() override {
        m_receiver.reset();
        m_source.reset();
    }

    SourceUri uri(const QString& parameters = {}) const {
        return *SourceUri::parse(QStringLiteral("tail:") + m_file.path() + parameters);
    }

    void start(const QString& parameters = {}, Credit credit = Credit::HandBack) {
        auto made = tailType().make(uri(parameters), {m_clock, m_position});
        ASSERT_TRUE(made) << made.error().message().toStdString();
        m_source = std::move(*made);
        m_receiver = std::make_unique<SourceReceiver>(*m_source, credit);
        m_source->start();
        if (credit == Credit::HandBack)
            m_source->grantCredit(2);
    }

    /// Stops the source; the next one goes on where it was.
    void stop() {
        m_source->stop();
        m_position = m_receiver->position();
        m_receiver.reset();
        m_source.reset();
    }

    ::testing::AssertionResult receives(const QList<double>& values) {
        if (!m_receiver->waitForSamples(values.size()))
            return ::testing::AssertionFailure() << "only " << m_receiver->count() << " samples came";
        runEvents();
        return m_receiver->all().value == values
                   ? ::testing::AssertionSuccess()
                   : ::testing::AssertionFailure() << m_receiver->count() << " samples, or other values";
    }

    /// The reasons of what may be missing, each counted once.
    QStringList unknownLosses() const {
        QStringList reasons;
        for (const InputNotice& notice : m_receiver->all().notices) {
            if (notice.kind == InputNotice::Kind::UnknownLoss)
                reasons.append(notice.reason.english());
        }
        EXPECT_EQ(reasons.size(), m_receiver->all().unknownLossCount);
        return reasons;
    }

    GrowingFile m_file;
    ManualClock m_clock;
    QByteArray m_position;
    std::unique_ptr<SampleSource> m_source;
    std::unique_ptr<SourceReceiver> m_receiver;
};

} // namespace rillscope::test
