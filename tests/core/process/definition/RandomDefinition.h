// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/PipelineDefinition.h"

#include <random>

namespace rillscope::test {

/// Definitions without a mistake, of every kind of step, and changes of them as a person makes in the window.
/// Same seed, same definitions.
class RandomDefinition {
public:
    explicit RandomDefinition(std::uint64_t seed) : m_random(seed) {}

    PipelineDefinition make();
    StepDefinition makeStep(const QList<StepDefinition>& earlier);
    /// Adds, removes, moves, renames or changes something; what it makes is without a mistake, too.
    void change(PipelineDefinition& definition);

    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(m_random() % bound); }
    bool isOneIn(std::size_t count) { return below(count) == 0; }

private:
    Duration duration();
    Duration milliseconds(std::int64_t factor = 1);
    double number();
    double positive();
    QString name();
    QString text();
    QList<Aggregate> aggregates();
    QString readable(const QList<StepDefinition>& earlier, bool isWindow);
    AlarmRule alarm();
    StepSettings settings(std::size_t kind);

    std::mt19937_64 m_random;
};

} // namespace rillscope::test
