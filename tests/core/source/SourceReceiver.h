// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SampleSource.h"
#include "tests/support/WaitFor.h"

#include <QByteArray>

#include <optional>

namespace rillscope::test {

/// Takes what a source sends and adds it up. Hands back each credit at once, unless told to withhold it.
/// Thread: that of the test, which may be another than the source's.
class SourceReceiver : public QObject {
public:
    enum class Credit { HandBack, Withhold };

    explicit SourceReceiver(SampleSource& source, Credit credit = Credit::HandBack) {
        connect(&source, &SampleSource::samplesReady, this,
                [this, &source, credit](const SampleBlock& block) {
                    add(block);
                    if (credit == Credit::HandBack)
                        QMetaObject::invokeMethod(
                            &source, [&source] { source.grantCredit(1); }, Qt::QueuedConnection);
                });
        connect(&source, &SampleSource::stoppedAt, this,
                [this](const QByteArray& position) { m_position = position; });
        connect(&source, &SampleSource::finished, this, [this] { ++m_ends; });
        connect(&source, &SampleSource::failed, this, [this](const Error& error) {
            ++m_ends;
            m_error = error;
        });
    }

    const SampleBlock& all() const { return m_all; }
    qsizetype count() const { return m_all.size(); }
    int blocks() const { return m_blocks; }
    qsizetype largestBlock() const { return m_largestBlock; }
    bool hasEnded() const { return m_ends > 0; }
    int ends() const { return m_ends; }
    const std::optional<Error>& error() const { return m_error; }
    /// Where the source stopped.
    const QByteArray& position() const { return m_position; }
    /// Where to go on behind the blocks that came.
    const QByteArray& blockPosition() const { return m_blockPosition; }

    bool waitForEnd() const {
        return waitFor([this] { return hasEnded(); });
    }
    bool waitForSamples(qsizetype wanted) const {
        return waitFor([this, wanted] { return count() >= wanted; });
    }

private:
    void add(const SampleBlock& block) {
        ++m_blocks;
        m_blockPosition = block.position;
        m_largestBlock = std::max(m_largestBlock, block.size());
        m_all.channels = block.channels;
        for (qsizetype i = 0; i < block.size(); ++i)
            m_all.append(block.at(i));
        m_all.malformedCount += block.malformedCount;
        m_all.unknownLossCount += block.unknownLossCount;
        m_all.notices += block.notices;
    }

    SampleBlock m_all;
    int m_blocks = 0;
    qsizetype m_largestBlock = 0;
    int m_ends = 0;
    std::optional<Error> m_error;
    QByteArray m_position;
    QByteArray m_blockPosition;
};

} // namespace rillscope::test
