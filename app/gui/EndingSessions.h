// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Pipeline.h"

#include <memory>
#include <vector>

namespace rillscope {

/// Sessions that were replaced, until what they received is on disk, or cannot be. Thread: GUI; it never
/// waits but for a source to stop, and when it is destroyed itself.
class EndingSessions : public QObject {
    Q_OBJECT

public:
    /// A disk that takes nothing must not let them become more and more.
    static constexpr std::size_t most = 4;

    bool isFull() const { return m_pipelines.size() >= most; }
    bool isEmpty() const { return m_pipelines.empty(); }
    /// Samples on their way to the disk.
    qint64 waiting() const;

    /// Stops it and lets it end. Nothing of it is told any more but what follows.
    void take(std::unique_ptr<Pipeline> pipeline);

Q_SIGNALS:
    /// It has ended, and is gone. The last word of its capture.
    void ended(const rillscope::CaptureStatus& status);

private:
    void remove(Pipeline* pipeline);

    std::vector<std::unique_ptr<Pipeline>> m_pipelines;
};

} // namespace rillscope
