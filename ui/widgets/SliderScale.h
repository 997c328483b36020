// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rillscope {

/// Maps the integer positions of a slider, 0 … positions(), to values and back.
/// Linear: a position each `step`. Logarithmic: 100 positions a decade, values rounded to two significant
/// digits, so that a dragged slider gives 250 and not 248.7. Both ends are exact.
class SliderScale {
public:
    enum class Kind { Linear, Logarithmic };

    /// `maximum` > `minimum`; `step` > 0 matters for Linear only; Logarithmic needs `minimum` > 0.
    static SliderScale linear(double minimum, double maximum, double step);
    static SliderScale logarithmic(double minimum, double maximum);

    double minimum() const { return m_minimum; }
    double maximum() const { return m_maximum; }
    Kind kind() const { return m_kind; }

    int positions() const { return m_positions; }
    /// How far an arrow key moves: one step, or about a tenth of the value, so that each press changes it.
    int keyStep() const { return m_kind == Kind::Linear ? 1 : 5; }
    /// How far Page Up moves.
    int pageStep() const;

    double valueAt(int position) const;
    /// The nearest position; values outside give the ends.
    int positionOf(double value) const;

private:
    SliderScale(Kind kind, double minimum, double maximum, double step);

    Kind m_kind;
    double m_minimum;
    double m_maximum;
    double m_step;
    int m_positions;
};

} // namespace rillscope
