// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/source/SampleSource.h"

#include <QMetaObject>

#include <optional>

namespace rillscope::test {

/// A source that sends prepared blocks as fast as credit allows, then ends as it was told.
class ScriptedSource final : public SampleSource {
public:
    enum class Ending { Finish, Fail, GoOnForEver };

    ScriptedSource(const Clock& clock, QList<SampleBlock> blocks, Ending ending)
        : SampleSource(clock), m_blocks(std::move(blocks)), m_ending(ending) {}

    /// Samples handed out so far; read it after the pipeline has stopped.
    std::shared_ptr<std::atomic<qint64>> deliveredCount() const { return m_delivered; }

private:
    void onStarted() override { sendNext(); }
    void onStopping() override {}
    void onCreditGranted() override { sendNext(); }

    void sendNext() {
        if (!canDeliver())
            return;
        if (m_next == m_blocks.size() && m_ending != Ending::GoOnForEver) {
            end();
            return;
        }
        const SampleBlock& block = m_blocks.at(m_next % m_blocks.size());
        ++m_next;
        *m_delivered += std::min(block.size(), remainingSamples());
        deliver(block);
        // By way of the event loop, so that stop() gets its turn.
        QMetaObject::invokeMethod(
            this, [this] { sendNext(); }, Qt::QueuedConnection);
    }

    void end() {
        if (m_ending == Ending::Fail)
            fail({ErrorCode::UnreadableInput, QStringLiteral("script"),
                  Message::verbatim(QStringLiteral("told to fail"))});
        else
            finish();
    }

    QList<SampleBlock> m_blocks;
    Ending m_ending;
    qsizetype m_next = 0;
    std::shared_ptr<std::atomic<qint64>> m_delivered = std::make_shared<std::atomic<qint64>>(0);
};

} // namespace rillscope::test
