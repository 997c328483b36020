// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/TextRecorder.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace rillscope::test {
namespace {

constexpr double tolerance = 1.0; ///< in pixels: letters are placed in parts of one, clips in whole ones

} // namespace

class TextRecorder::Engine final : public QPaintEngine {
public:
    explicit Engine(TextRecorder& recorder) : QPaintEngine(AllFeatures), m_recorder(recorder) {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    Type type() const override { return User; }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {}

    void drawTextItem(const QPointF& position, const QTextItem& item) override {
        if (item.text().trimmed().isEmpty())
            return;
        const QFontMetricsF metrics(item.font());
        QRectF ink = metrics.tightBoundingRect(item.text());
        ink.setLeft(std::max(ink.left(), 0.0)); // a letter may begin before its place by a part of a pixel
        ink.setWidth(std::max(ink.width(), 1.0));
        ink.translate(position);
        const QTransform toDevice = painter()->combinedTransform();
        const QRectF device(QPointF(), QSizeF(m_recorder.m_size));
        QRectF clip = device;
        if (painter()->hasClipping())
            clip &= toDevice.mapRect(painter()->clipBoundingRect());
        if (!systemClip().isEmpty())
            clip &= QRectF(systemClip().boundingRect());
        m_recorder.m_texts.append({item.text(), toDevice.mapRect(ink), clip});
    }

private:
    TextRecorder& m_recorder;
};

bool PaintedText::isWhole(Edges edges) const {
    // What is scrolled out of view altogether is not cut.
    if (!clip.intersects(ink))
        return true;
    const bool sides = ink.left() >= clip.left() - tolerance && ink.right() <= clip.right() + tolerance;
    const bool ends = ink.top() >= clip.top() - tolerance && ink.bottom() <= clip.bottom() + tolerance;
    return sides && (ends || edges == Edges::Sides);
}

TextRecorder::TextRecorder(QSize size, int dotsPerInch, double pixelRatio)
    : m_size(size)
    , m_dotsPerInch(dotsPerInch)
    , m_pixelRatio(pixelRatio)
    , m_engine(std::make_unique<Engine>(*this)) {}

TextRecorder::~TextRecorder() = default;

QPaintEngine* TextRecorder::paintEngine() const {
    return m_engine.get();
}

int TextRecorder::metric(PaintDeviceMetric metric) const {
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return static_cast<int>(std::lround(m_size.width() * 25.4 / m_dotsPerInch));
    case PdmHeightMM:
        return static_cast<int>(std::lround(m_size.height() * 25.4 / m_dotsPerInch));
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return m_dotsPerInch;
    case PdmDevicePixelRatio:
        return static_cast<int>(m_pixelRatio);
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(m_pixelRatio * devicePixelRatioFScale());
    case PdmNumColors:
        return 1 << 24;
    case PdmDepth:
        return 24;
    }
    return 0;
}

QString cutTexts(const QList<PaintedText>& texts, PaintedText::Edges edges) {
    QStringList lines;
    const auto placed = [](const QRectF& area) {
        const auto number = [](double value) { return QString::number(value, 'f', 1); };
        return QStringLiteral("%1…%2, %3…%4")
            .arg(number(area.left()), number(area.right()), number(area.top()), number(area.bottom()));
    };
    for (const PaintedText& text : texts) {
        if (!text.isWhole(edges))
            lines.append(QStringLiteral("“%1” at %2 is seen only in %3")
                             .arg(text.text, placed(text.ink), placed(text.clip)));
    }
    return lines.join(u'\n');
}

} // namespace rillscope::test
