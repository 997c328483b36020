// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/filter/MeanFilter.h"

#include <algorithm>
#include <limits>

namespace rillscope {
namespace {

/// A power of two, so that it costs no digit: the sum of a full window stays below the largest double.
constexpr double scale = 1.0 / static_cast<double>(TrailingWindow::mostSamples);
constexpr double largest = std::numeric_limits<double>::max();

} // namespace

std::optional<double> MeanFilter::next(Timestamp eventTime, double value) {
    m_window.moveOn(eventTime, [this](double) { leave(); });
    m_window.append(eventTime, value);
    m_newSum += value * scale;
    const double sum = m_newSum + (m_oldSums.empty() ? 0.0 : m_oldSums.back());
    const double mean = sum / (static_cast<double>(m_window.size()) * scale);
    return std::clamp(mean, -largest, largest); // it may be rounded up to infinity
}

/// The oldest sample has left the window.
void MeanFilter::leave() {
    if (m_oldSums.empty())
        turnOver();
    else
        m_oldSums.pop_back();
}

/// The new samples become the old ones.
void MeanFilter::turnOver() {
    double sum = 0.0;
    for (std::size_t i = m_window.size(); i > 0; --i) {
        sum += m_window.value(i - 1) * scale;
        m_oldSums.push_back(sum);
    }
    m_newSum = 0.0;
}

std::unique_ptr<Filter> MovingAverage::makeFilter(Unit) const {
    return std::make_unique<MeanFilter>(*this);
}

} // namespace rillscope
