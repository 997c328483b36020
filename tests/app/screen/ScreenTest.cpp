// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/screen/ScreenTest.h"

#include "ui/chart/LiveChartView.h"

#include <QDir>
#include <QScreen>

#include <cmath>

namespace rillscope::test {
namespace {

/// Rows of "time,value…", a tenth of a second apart.
QByteArray rows(const QByteArray& header, int channels, const std::function<double(int, int)>& value) {
    QByteArray table = header + '\n';
    for (int row = 0; row < 600; ++row) {
        table += QByteArray::number(1'700'000'000'000 + 100 * row);
        for (int channel = 0; channel < channels; ++channel)
            table += ',' + QByteArray::number(value(row, channel), 'g', 17);
        table += '\n';
    }
    return table;
}

} // namespace

std::string nameOf(const testing::TestParamInfo<ScreenCase>& info) {
    return info.param.name;
}

QByteArray longNames() {
    constexpr int channels = 16;
    QByteArray header = "time_ms";
    for (int channel = 0; channel < channels; ++channel)
        header += ",pressure in the return line of heating circuit " + QByteArray::number(channel + 1) +
                  QByteArray(2 * channel, 'x');
    return rows(header, channels,
                [](int row, int channel) { return 10.0 * channel + 4.0 * std::sin(row / 20.0 + channel); });
}

QByteArray billions() {
    return rows("time_ms,counter", 1, [](int row, int) { return 1.1e9 + 1e6 * row; });
}

QByteArray millivolts() {
    return rows("time_ms,voltage", 1, [](int row, int) { return 0.005 * std::sin(row / 30.0); });
}

QByteArray temperature() {
    return rows("time_ms,temperature (°C)", 1,
                [](int row, int) { return 20.0 + 5.0 * std::sin(row / 30.0); });
}

std::vector<ScreenCase> screenCases() {
    return {{"LongNamesLight", {1'440, 900}, ThemeMode::Light, longNames},
            {"LongNamesSmallDark", {1'024, 640}, ThemeMode::Dark, longNames},
            {"BillionsDark", {1'440, 900}, ThemeMode::Dark, billions},
            {"MillivoltsSmall", {1'024, 640}, ThemeMode::Light, millivolts},
            {"Celsius", {1'440, 900}, ThemeMode::Light, temperature}};
}

void ScreenTest::show(const ScreenCase& shown) {
    const QString table = write("table.csv", shown.table());
    GuiOptions options = this->options();
    const auto uri = SourceUri::parse(QStringLiteral("replay:%1?speed=max").arg(table));
    ASSERT_TRUE(uri) << uri.error().message().toStdString();
    options.source = *uri;
    options.theme = shown.theme;
    start(options);
    window().resize(shown.size);
    ASSERT_TRUE(waitFor([&] { return window().size() == shown.size; }));
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    chart().followAll();
    chart().refreshAll();
    QCursor::setPos(window().mapToGlobal(QPoint(1, 1)));
}

QImage ScreenTest::chartOnScreen() const {
    const QWidget& picture = *chart().viewport();
    const QPoint place = picture.mapTo(&window(), QPoint());
    return window()
        .screen()
        ->grabWindow(window().winId(), place.x(), place.y(), picture.width(), picture.height())
        .toImage()
        .convertToFormat(QImage::Format_RGB32);
}

void ScreenTest::keep(const QImage& image, const char* name) const {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    const QString file =
        QStringLiteral("%1-%2.png")
            .arg(QString::fromUtf8(test->name()).replace(u'/', u'-'), QString::fromUtf8(name));
    image.save(QDir(qEnvironmentVariable("RILLSCOPE_PICTURES")).filePath(file));
}

Difference differenceOf(const QImage& one, const QImage& other) {
    Difference difference;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QRgb a = one.pixel(x, y);
            const QRgb b = other.pixel(x, y);
            const int levels = std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                                         std::abs(qBlue(a) - qBlue(b))});
            difference.pixels += levels > 0 ? 1 : 0;
            difference.levels = std::max(difference.levels, levels);
        }
    }
    return difference;
}

double unlikePart(const QImage& one, const QImage& other) {
    constexpr int tile = 4; // pixels: a letter's stem and its surroundings
    constexpr int clearLevels = 48;
    const auto fromAfar = [](const QImage& image) {
        return image.convertToFormat(QImage::Format_RGB32)
            .scaled(image.size() / tile, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage a = fromAfar(one);
    const QImage b = fromAfar(other);
    qint64 unlike = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            unlike += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > clearLevels ? 1 : 0;
    }
    return static_cast<double>(unlike) / (static_cast<double>(a.width()) * a.height());
}

} // namespace rillscope::test
