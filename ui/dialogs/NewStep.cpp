// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/NewStep.h"

#include "core/process/definition/DefinitionEdit.h"
#include "core/process/definition/DefinitionWords.h"

namespace rillscope {
namespace {

using namespace std::chrono_literals;

struct FirstSettings {
    void operator()(RangeRule& rule) const {
        rule.minimum = -40.0;
        rule.maximum = 125.0; // what most sensors can measure
    }
    void operator()(RateRule& rule) const { rule.perSecond = 10.0; }
    void operator()(StuckRule& rule) const { rule.after = 1min; }
    void operator()(GapRule& rule) const { rule.longerThan = 10s; }
    void operator()(MovingAverage& filter) const { filter.over = 10s; }
    void operator()(MovingMedian& filter) const { filter.over = 10s; }
    void operator()(ExponentialSmoothing& filter) const { filter.timeConstant = 5s; }
    void operator()(HampelFilter& filter) const { filter.over = 30s; }
    void operator()(DeadBand& filter) const { filter.band = 0.5; }
    void operator()(Decimation& filter) const { filter.every = 1s; }
    void operator()(UnitConversion&) const {}
    void operator()(RateOfChange& filter) const { filter.per = 1min; }
    void operator()(ChannelDifference& filter) const { filter.within = 1s; }
    void operator()(TumblingWindow& window) const {
        window.size = 1min;
        window.aggregates = defaultAggregates();
    }
    void operator()(HoppingWindow& window) const {
        window.size = 1min;
        window.slide = 10s;
        window.aggregates = defaultAggregates();
    }
    void operator()(SessionWindow& window) const {
        window.gap = 10s;
        window.aggregates = defaultAggregates();
    }
    void operator()(CumulatingWindow& window) const {
        window.size = 1min;
        window.step = 10s;
        window.aggregates = defaultAggregates();
    }
    void operator()(AlarmRule& rule) const {
        rule.high = 30.0;
        rule.low = 10.0;
        rule.staleAfter = 10s;
    }
};

} // namespace

StepDefinition newStep(const QString& kind, const QList<StepDefinition>& steps) {
    StepDefinition step;
    step.settings = *settingsOfKind(kind);
    step.name = unusedName(steps, QString(kind).replace(u'_', u' '));
    std::visit(FirstSettings(), step.settings);
    return step;
}

} // namespace rillscope
