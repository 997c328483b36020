// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/chain/ProcessingChain.h"
#include "core/process/definition/DefinitionParser.h"

#include <gtest/gtest.h>

#include <QMap>

namespace rillscope::test {

/// Keeps all that a chain makes.
class ChainRecord final : public ChainOutput {
public:
    std::optional<ChannelIndex> addDerivedChannel(const ChannelInfo& info) override {
        if (!derived.contains(info.name) && derived.size() == mostDerived)
            return std::nullopt;
        if (!derived.contains(info.name)) {
            names.append(info.name);
            units.insert(info.name, info.unit);
            derived.insert(info.name, {});
        }
        return static_cast<ChannelIndex>(100 + names.indexOf(info.name));
    }
    void takeDerived(const Sample& sample) override {
        derived[names.at(sample.channel - 100)].append({sample.eventTime, sample.value});
    }
    std::size_t addWindowSeries(const WindowSeriesInfo& info) override { return windows.addSeries(info); }
    void takeWindow(std::size_t series, const WindowRow& row) override { windows.append(series, row); }
    AlarmTable& alarms() override { return table; }

    qsizetype mostDerived = 100;
    QStringList names;
    QMap<QString, Unit> units;
    QMap<QString, QList<std::pair<Timestamp, double>>> derived;
    WindowResults windows;
    AlarmTable table;
};

/// A chain of a definition given as text; two raw channels, "oven" and "hall".
class ChainFixture : public testing::Test {
protected:
    static constexpr ChannelIndex oven = 0;
    static constexpr ChannelIndex hall = 1;

    static PipelineDefinition definitionOf(const char* steps) {
        const auto parsed = parseDefinition(QByteArray("format = 1\n") + steps, QStringLiteral("test.toml"));
        if (parsed)
            return *parsed;
        for (const DefinitionMistake& mistake : parsed.error())
            ADD_FAILURE() << mistake.message().toStdString();
        return {};
    }

    void begin(const char* steps, SourceTime sourceTime = SourceTime::Replayed) {
        chain.setDefinition(definitionOf(steps));
        chain.beginStream(sourceTime);
        if (hasChannels)
            return;
        chain.addChannel(oven, {QStringLiteral("oven"), Unit::Celsius});
        chain.addChannel(hall, {QStringLiteral("hall"), Unit::Celsius});
        hasChannels = true;
    }

    /// Returns the marks. It arrives when it was measured, unless told otherwise.
    Quality feed(Duration time, double value, ChannelIndex channel = oven,
                 std::optional<Duration> arrival = {}) {
        Sample sample{channel, Timestamp{time}, value, {}};
        const Timestamp arrivalTime{arrival.value_or(time)};
        sample.quality = chain.judge(sample, arrivalTime);
        chain.process(sample, arrivalTime);
        return sample.quality;
    }

    QList<double> derived(const char* name) const {
        QList<double> values;
        for (const auto& [time, value] : record.derived.value(QString::fromLatin1(name)))
            values.append(value);
        return values;
    }

    /// "0..10 n=2; 10..20 n=1", seconds.
    std::string windows(const char* step, const char* channel = "oven") const {
        const WindowSeries* series =
            record.windows.find(QString::fromLatin1(step), QString::fromLatin1(channel));
        std::string text;
        for (qsizetype i = 0; series && i < series->size(); ++i) {
            const WindowRow& row = series->row(i);
            const auto seconds = [](Timestamp time) {
                return std::to_string(std::chrono::floor<std::chrono::seconds>(time.sinceEpoch()).count());
            };
            text += (i == 0 ? "" : "; ") + seconds(row.start) + ".." + seconds(row.end) +
                    " n=" + std::to_string(static_cast<int>(row.value(Aggregate::Count)));
        }
        return text;
    }

    ChainRecord record;
    ProcessingChain chain{record};
    bool hasChannels = false;
};

} // namespace rillscope::test
