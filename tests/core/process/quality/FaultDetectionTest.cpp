// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/SampleValidator.h"
#include "core/process/quality/QualityRule.h"
#include "core/source/simulator/SampleGenerator.h"

#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <set>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

using Concerned = std::set<Timestamp>; ///< the event times of samples

/// A sample as it arrived, with all marks.
struct Judged {
    Timestamp eventTime;
    Quality quality;
};

/// About 200,000 samples of a walking temperature, one a second or so, with every fault there is.
class FaultDetectionTest : public testing::Test {
protected:
    FaultDetectionTest() {
        const QString uri = QStringLiteral(
            "sim:walk?mean=20&sd=3&relaxation=10min&interval=0.5s..1.5s&gap=0.001&gapFor=10s..60s&"
            "duplicate=0.002&late=0.002&lateBy=2s..8s&spike=0.002&spikeBy=8..40&stuck=0.0005&"
            "stuckFor=15s..60s&drift=0.0002&driftFor=2min..5min&driftBy=5..10&burst=0.0005&nan=0.002");
        SampleGenerator generator(SimulationSettings::fromUri(SourceUri::parse(uri).value()).value(), seed,
                                  fromNanoseconds(0));
        generator.setFaultLog(&m_faults);
        SampleBlock block;
        while (block.size() < 200'000)
            generator.generate(1'000, block);
        judge(block);
    }

    void judge(const SampleBlock& block) {
        std::vector<std::unique_ptr<QualityRule>> rules;
        for (const StepSettings& settings :
             {StepSettings(RangeRule{.minimum = 0.0, .maximum = 45.0}), StepSettings(RateRule{5.0}),
              StepSettings(StuckRule{.after = 10s, .tolerance = 0.0}), StepSettings(GapRule{8s})})
            rules.push_back(makeQualityRule(settings));
        SampleValidator validator(Unit::Celsius);
        for (qsizetype i = 0; i < block.size(); ++i) {
            const Timestamp time = block.eventTime.at(i);
            Quality quality = validator.judge(time, block.value.at(i));
            for (const auto& rule : rules)
                quality |= rule->judge(time, block.value.at(i));
            m_samples.push_back({time, quality});
        }
    }

    /// By fault, the samples that a mark of it may be on: by default the samples concerned themselves.
    std::map<Timestamp, Concerned> faultsOf(FaultKind kind) const {
        std::map<Timestamp, Concerned> faults;
        for (const InjectedFault& fault : m_faults) {
            if (fault.kind == kind && fault.eventTime < m_samples.back().eventTime - 10min)
                faults[fault.begin].insert(fault.eventTime);
        }
        return faults;
    }

    /// The same, and the first sample after them in event time.
    std::map<Timestamp, Concerned> withNext(std::map<Timestamp, Concerned> faults) const {
        Concerned times;
        for (const Judged& sample : m_samples)
            times.insert(sample.eventTime);
        for (auto& [begin, concerned] : faults) {
            if (const auto next = times.upper_bound(*concerned.rbegin()); next != times.end())
                concerned.insert(*next);
        }
        return faults;
    }

    /// Prints and compares with the least asked for. Recall: the share of the faults on which the mark is;
    /// precision: the share of the marks that are on one.
    void expectFound(const char* fault, const std::map<Timestamp, Concerned>& faults, QualityFlag mark,
                     double leastPrecision, double leastRecall) const {
        Concerned marked;
        for (const Judged& sample : m_samples) {
            if (sample.quality.testFlag(mark) && sample.eventTime < m_samples.back().eventTime - 10min)
                marked.insert(sample.eventTime);
        }
        std::size_t found = 0;
        Concerned right;
        for (const auto& [begin, concerned] : faults) {
            const std::size_t before = right.size();
            for (const Timestamp time : concerned) {
                if (marked.contains(time))
                    right.insert(time);
            }
            found += right.size() > before ? 1 : 0;
        }
        const double precision = static_cast<double>(right.size()) / static_cast<double>(marked.size());
        const double recall = static_cast<double>(found) / static_cast<double>(faults.size());
        std::cout << "  " << fault << " by " << qualityFlagName(mark) << ": " << faults.size() << " faults, "
                  << marked.size() << " samples marked, precision " << precision << ", recall " << recall
                  << '\n';
        EXPECT_GT(faults.size(), 20U) << fault;
        EXPECT_GE(precision, leastPrecision) << fault;
        EXPECT_GE(recall, leastRecall) << fault;
    }

    static constexpr quint64 seed = 20'261'122;

    std::vector<InjectedFault> m_faults;
    std::vector<Judged> m_samples;
};

TEST_F(FaultDetectionTest, FindsWhatTheSimulatorInjected) {
    expectFound("gap", withNext(faultsOf(FaultKind::Gap)), QualityFlag::Gap, 0.9, 0.9);
    expectFound("duplicate", faultsOf(FaultKind::Duplicate), QualityFlag::Duplicate, 1.0, 0.9);
    expectFound("late", faultsOf(FaultKind::Late), QualityFlag::OutOfOrder, 0.9, 0.9);
    expectFound("spike", withNext(faultsOf(FaultKind::Spike)), QualityFlag::RateOfChange, 0.9, 0.9);
    expectFound("spike", faultsOf(FaultKind::Spike), QualityFlag::OutOfRange, 0.9, 0.3);
    expectFound("stuck", faultsOf(FaultKind::Stuck), QualityFlag::Stuck, 0.9, 0.9);
    expectFound("nan", faultsOf(FaultKind::NotANumber), QualityFlag::NotANumber, 1.0, 0.99);
    // Of a drift only the end is seen: the jump back. For a burst there is no rule: its times are right.
    expectFound("drift", withNext(faultsOf(FaultKind::Drift)), QualityFlag::RateOfChange, 0.0, 0.7);
    expectFound("burst", faultsOf(FaultKind::Burst), QualityFlag::OutOfOrder, 0.0, 0.0);
}

} // namespace
} // namespace rillscope
