// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/source/simulator/SimulationSettings.h"

#include <QStringList>

#include <vector>

namespace rillscope::torture {

/// A simulated stream that is the same at every start: a seed, and a start of its own.
QString simulatedUri(int samplesPerSecond, int channels, quint64 seed);

/// Compares the captures of one session, sample by sample and bit for bit, with what its source must have
/// sent, which a simulated stream with seed and start tells. Reads the files by plain SQL, so that it has no
/// fault in common with the program's reader. Thread: one owner.
class StreamComparison {
public:
    /// From and to (excluded): samples of the stream that follow each other in a file.
    using Run = std::pair<qint64, qint64>;

    explicit StreamComparison(const QString& uri);

    /// A complaint for what the source never sent, or that is in another order or otherwise not as it was.
    void add(const QString& path);

    /// Samples of the source that are in at least one file.
    qint64 found() const;
    /// Up to the first that is in none.
    qint64 foundWithoutHole() const;
    const std::vector<Run>& runs() const { return m_runs; }
    const QStringList& complaints() const { return m_complaints; }

    /// The complaints, and one more if acknowledged samples are missing.
    QStringList verdict(qint64 acknowledged) const;

private:
    Result<void> compareFile(const QString& path);
    std::vector<Run> merged() const;

    SimulationSettings m_settings;
    std::vector<Run> m_runs;
    QStringList m_complaints;
};

} // namespace rillscope::torture
