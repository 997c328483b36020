// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/source/SampleSource.h"

#include <QMetaObject>

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

namespace rillscope::test {

/// A source that sends prepared blocks as fast as credit allows, then ends as it was told.
class ScriptedSource final : public SampleSource {
public:
    enum class Ending { Finish, Fail, GoOnForEver, StayIdle };

    ScriptedSource(const Clock& clock, QList<SampleBlock> blocks, Ending ending)
        : SampleSource(clock), m_blocks(std::move(blocks)), m_ending(ending) {}

    /// Samples handed out so far; read it after the pipeline has stopped.
    std::shared_ptr<std::atomic<qint64>> deliveredCount() const { return m_delivered; }

    /// Positions that were acknowledged to it, in their order. Any thread.
    class Acknowledged {
    public:
        void add(const QByteArray& position) {
            const std::lock_guard lock(m_mutex);
            m_positions.append(position);
        }
        QList<QByteArray> all() const {
            const std::lock_guard lock(m_mutex);
            return m_positions;
        }

    private:
        mutable std::mutex m_mutex; ///< guards m_positions
        QList<QByteArray> m_positions;
    };
    std::shared_ptr<const Acknowledged> acknowledged() const { return m_acknowledged; }

private:
    void onStarted() override {
        tellState({.kind = SourceState::Kind::Waiting});
        sendNext();
    }
    void onStopping() override {}
    void onCreditGranted() override { sendNext(); }
    void onAcknowledged(const QByteArray& position) override { m_acknowledged->add(position); }

    void sendNext() {
        if (!canDeliver())
            return;
        if (m_next == m_blocks.size() && m_ending == Ending::StayIdle)
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
    std::shared_ptr<Acknowledged> m_acknowledged = std::make_shared<Acknowledged>();
};

} // namespace rillscope::test
