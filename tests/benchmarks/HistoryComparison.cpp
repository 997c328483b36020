// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/ChannelHistory.h"
#include "tests/benchmarks/Comparison.h"
#include "tests/benchmarks/Stream.h"

#include <QThread>

#include <malloc.h>
#include <qcustomplot.h>

namespace rillscope::bench {
namespace {

constexpr double mostBytes = 13.0;
constexpr double mostNanoseconds = 10.0;

template <typename Append>
double grownBytes(int samples, const Append& append) {
    malloc_trim(0);
    const double before = residentBytes();
    Stream stream;
    for (int i = 0; i < samples; ++i) {
        stream.next();
        append(stream);
    }
    return (residentBytes() - before) / samples;
}

/// ns a sample.
template <typename Append>
double appendTime(const std::vector<std::pair<Timestamp, double>>& samples, const Append& append) {
    const double begin = milliseconds();
    for (const auto& [time, value] : samples)
        append(time, value);
    return (milliseconds() - begin) * 1e6 / static_cast<double>(samples.size());
}

double peerAppendTime(const std::vector<std::pair<Timestamp, double>>& samples) {
    QCustomPlot plot;
    QCPGraph* graph = plot.addGraph();
    return appendTime(samples, [graph](Timestamp time, double value) {
        graph->addData(toSeconds(time.sinceEpoch()), value);
    });
}

std::vector<std::pair<Timestamp, double>> drawSamples(std::size_t count) {
    std::vector<std::pair<Timestamp, double>> samples(count);
    Stream stream;
    for (auto& [time, value] : samples) {
        stream.next();
        time = stream.time();
        value = stream.value();
    }
    return samples;
}

/// Half of the peer's 16 bytes is what the value alone takes.
const QString whyMemory = QStringLiteral(": doubles are kept to the bit, 8 B, beside times and levels");

} // namespace

void compareMemory(Report& report, bool isQuick) {
    const int samples = isQuick ? 3'000'000 : 10'000'000;
    auto history = std::make_unique<ChannelHistory>();
    const double ours = grownBytes(
        samples, [&](const Stream& stream) { history->append(stream.time(), stream.value(), {}); });
    QCustomPlot plot;
    QCPGraph* graph = plot.addGraph();
    const double peer =
        grownBytes(samples, [&](const Stream& stream) { graph->addData(stream.seconds(), stream.value()); });
    const bool isMet = ours <= mostBytes && ours <= peer / 2.0;
    report.add({QStringLiteral("memory a sample, 0.1..0.5 s apart, levels included"),
                QStringLiteral("B"),
                ours,
                {},
                QStringLiteral("B QCustomPlot"),
                peer,
                QStringLiteral("<= 13 B, <= half the peer"),
                isMet,
                isMet ? QString() : shortfall(ours, std::min(mostBytes, peer / 2.0)) + whyMemory});
    auto fast = std::make_unique<ChannelHistory>();
    std::int64_t index = 0;
    history.reset();
    const double regular = grownBytes(samples, [&](const Stream& stream) {
        fast->append(fromNanoseconds(1'767'225'600'000'000'000 + 1'000'000 * ++index), stream.value(), {});
    });
    const bool isRegularMet = regular <= mostBytes && regular <= peer / 2.0;
    report.add({QStringLiteral("memory a sample, 1 kHz, levels included"),
                QStringLiteral("B"),
                regular,
                {},
                QStringLiteral("B QCustomPlot"),
                peer,
                QStringLiteral("<= 13 B, <= half the peer"),
                isRegularMet,
                isRegularMet ? QString() : shortfall(regular, std::min(mostBytes, peer / 2.0)) + whyMemory});
}

void measureMachine(Report& report, bool isQuick) {
    const std::vector<std::pair<Timestamp, double>> samples = drawSamples(1'000'000);
    std::vector<double> times;
    for (int i = 0; i < (isQuick ? 3 : 7); ++i)
        times.push_back(peerAppendTime(samples));
    report.add({QStringLiteral("this machine: QCustomPlot addData"),
                QStringLiteral("ns"),
                median(times),
                {},
                {},
                {},
                {},
                {},
                QStringLiteral("%1 cores").arg(QThread::idealThreadCount())});
}

void compareAppend(Report& report, bool isQuick) {
    const std::vector<std::pair<Timestamp, double>> samples = drawSamples(isQuick ? 1'000'000 : 5'000'000);
    std::vector<double> ours;
    std::vector<double> peers;
    for (int i = 0; i < (isQuick ? 3 : 7); ++i) {
        ChannelHistory history;
        ours.push_back(
            appendTime(samples, [&](Timestamp time, double value) { history.append(time, value, {}); }));
        peers.push_back(peerAppendTime(samples));
    }
    const double value = median(ours);
    const double peer = median(peers);
    const bool isMet = value <= mostNanoseconds && peer >= 5.0 * value;
    report.add({QStringLiteral("append to history, levels included"),
                QStringLiteral("ns"),
                value,
                {},
                QStringLiteral("ns QCustomPlot addData"),
                peer,
                QStringLiteral("<= 10 ns, 5 x faster than the peer"),
                isMet,
                isMet
                    ? QString()
                    : shortfall(value, std::min(mostNanoseconds, peer / 5.0)) +
                          QStringLiteral(": the peer appends to a vector, without levels, gaps and marks")});
}

} // namespace rillscope::bench
