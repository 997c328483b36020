// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/filter/Filter.h"

#include "core/process/filter/DeadBandFilter.h"
#include "core/process/filter/DecimationFilter.h"
#include "core/process/filter/ExponentialFilter.h"
#include "core/process/filter/MeanFilter.h"
#include "core/process/filter/MedianFilter.h"
#include "core/process/filter/OutlierFilter.h"
#include "core/process/filter/SlopeFilter.h"
#include "core/process/filter/UnitFilter.h"

#include <cmath>
#include <limits>

namespace rillscope {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct FilterMaker {
    using Made = std::unique_ptr<Filter>;

    Unit unit;

    Made operator()(const MovingAverage& settings) const { return std::make_unique<MeanFilter>(settings); }
    Made operator()(const MovingMedian& settings) const { return std::make_unique<MedianFilter>(settings); }
    Made operator()(const ExponentialSmoothing& settings) const {
        return std::make_unique<ExponentialFilter>(settings);
    }
    Made operator()(const HampelFilter& settings) const { return std::make_unique<OutlierFilter>(settings); }
    Made operator()(const DeadBand& settings) const { return std::make_unique<DeadBandFilter>(settings); }
    Made operator()(const Decimation& settings) const { return std::make_unique<DecimationFilter>(settings); }
    Made operator()(const UnitConversion& settings) const {
        return std::make_unique<UnitFilter>(unit, settings);
    }
    Made operator()(const RateOfChange& settings) const { return std::make_unique<SlopeFilter>(settings); }

    template <typename Other>
    Made operator()(const Other&) const {
        return nullptr;
    }
};

} // namespace

std::optional<double> Filter::filter(Timestamp eventTime, double value) {
    if (eventTime < m_newestTime)
        return std::nullopt;
    m_newestTime = eventTime;
    const std::optional<double> result = std::isfinite(value) ? next(eventTime, value) : atBreak(eventTime);
    return result && !std::isfinite(*result) ? nan : result;
}

std::optional<double> Filter::atBreak(Timestamp) {
    return nan;
}

std::unique_ptr<Filter> makeFilter(const StepSettings& settings, Unit unit) {
    return std::visit(FilterMaker{unit}, settings);
}

Unit derivedUnit(const StepSettings& settings, Unit unit) {
    if (const auto* conversion = std::get_if<UnitConversion>(&settings))
        return conversion->to == Unit::Celsius ? unit : Unit::None;
    const bool isDifference =
        std::holds_alternative<RateOfChange>(settings) || std::holds_alternative<ChannelDifference>(settings);
    return isDifference ? Unit::None : unit;
}

} // namespace rillscope
