// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/source/replay/TextReplayInput.h"

#include <chrono>
#include <cstdio>
#include <ctime>

#include <sys/resource.h>

using namespace rillscope;

/// Reads a text file as a replay does, keeps nothing of it, and prints as JSON what that took. A program of
/// its own, so that its memory is that of reading alone.
int main(int argc, char* argv[]) {
    if (argc != 2)
        return 1;
    const SystemClock clock;
    TextReplayInput input(QString::fromLocal8Bit(argv[1]), {}, clock);
    const std::clock_t begin = std::clock();
    const auto beginSniffing = std::chrono::steady_clock::now();
    if (const auto error = input.open()) {
        std::fprintf(stderr, "%s\n", qPrintable(error->detail.english()));
        return 2;
    }
    const std::chrono::duration<double, std::milli> sniffing =
        std::chrono::steady_clock::now() - beginSniffing;
    constexpr qsizetype blockSamples = 4'096;
    qint64 rows = 0;
    qint64 samples = 0;
    SampleBlock block;
    while (true) {
        if (input.readRow(block)) {
            ++rows;
            if (block.size() >= blockSamples) {
                samples += block.size();
                block = {};
            }
        } else if (input.isAtEnd()) {
            break;
        } else {
            input.readMore();
        }
    }
    samples += block.size();
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf(
        "{\"rows\": %lld, \"values\": %lld, \"seconds\": %.6f, \"sniffing\": %.3f, \"peakKiB\": %ld}\n",
        static_cast<long long>(rows), static_cast<long long>(samples), seconds, sniffing.count(),
        usage.ru_maxrss);
    return input.verdict() ? 2 : 0;
}
