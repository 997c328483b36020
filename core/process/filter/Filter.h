// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ChannelInfo.h"
#include "core/process/definition/StepSettings.h"

#include <memory>
#include <optional>

namespace rillscope {

/// Makes a derived channel of the samples of one channel, one by one in the order of their arrival. A sample
/// out of order (its event time before the newest the filter has seen) makes none, and changes nothing: a
/// filter never goes back. One that is NaN or infinite changes nothing either, but is passed on as NaN, so
/// that the derived line breaks where the raw one does. A result too great for a double is NaN.
/// Thread: one owner (processing). Errors: none, for any time and any value.
class Filter {
public:
    virtual ~Filter() = default;

    /// The value of the derived sample at the same event time; nothing: there is none.
    std::optional<double> filter(Timestamp eventTime, double value);

protected:
    /// `eventTime` is not before that of the call before; `value` is finite.
    virtual std::optional<double> next(Timestamp eventTime, double value) = 0;
    /// What is derived from a value that is NaN or infinite.
    virtual std::optional<double> atBreak(Timestamp eventTime);

private:
    Timestamp m_newestTime = Timestamp::min();
};

/// The filter of a step for one channel, whose values are in `unit`. Null for a step that is no filter, or
/// one that needs two channels.
std::unique_ptr<Filter> makeFilter(const StepSettings& settings, Unit unit);

/// What the values of the derived channel are to a history that takes every temperature to be in °C:
/// differences, slopes, and temperatures in other units are Unit::None, that is, shown as they are.
Unit derivedUnit(const StepSettings& settings, Unit unit);

/// Whether silence in the derived channel is a gap.
ChannelKind derivedKind(const StepSettings& settings);

} // namespace rillscope
