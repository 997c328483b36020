// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QRectF>
#include <QString>

#include <memory>

namespace rillscope::test {

/// One text that was painted; in the device's own coordinates.
struct PaintedText {
    QString text;
    QRectF ink;  ///< what its letters cover
    QRectF clip; ///< where painting was allowed

    /// The clip, or the device, cuts no letter off at its sides; with Edges::All neither above nor below.
    enum class Edges { Sides, All };
    bool isWhole(Edges edges) const;
};

/// A paint device that draws nothing and remembers which texts were painted, where, and what of them is seen.
class TextRecorder final : public QPaintDevice {
public:
    TextRecorder(QSize size, int dotsPerInch, double pixelRatio = 1.0);
    ~TextRecorder() override;

    QPaintEngine* paintEngine() const override;
    const QList<PaintedText>& texts() const { return m_texts; }

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;

    QSize m_size;
    int m_dotsPerInch;
    double m_pixelRatio;
    std::unique_ptr<Engine> m_engine;
    QList<PaintedText> m_texts;
};

/// The texts that are cut, one a line; empty when there is none.
QString cutTexts(const QList<PaintedText>& texts, PaintedText::Edges edges);

} // namespace rillscope::test
