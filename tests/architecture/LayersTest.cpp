// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/IncludeRules.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace rillscope::test {
namespace {

std::vector<SourceFile> cppFiles() {
    std::vector<SourceFile> files = readProject({"core", "ui", "app", "tests"});
    std::erase_if(files, [](const SourceFile& file) { return !file.isCpp(); });
    return files;
}

SourceFile including(std::string path, std::string_view header) {
    return {std::move(path), "#pragma once\n\n#include " + std::string(header) + "\n"};
}

TEST(LayersTest, FindsTheSourcesItIsToJudge) {
    const std::vector<SourceFile> files = cppFiles();
    EXPECT_TRUE(
        std::ranges::any_of(files, [](const SourceFile& f) { return f.path == "core/model/Sample.h"; }));
    EXPECT_TRUE(std::ranges::any_of(
        files, [](const SourceFile& f) { return includesOf(f).project.size() > 1 && f.isIn("core"); }));
}

TEST(LayersTest, DependenciesPointOneWay) {
    EXPECT_EQ(check(cppFiles(), layerViolations), Violations{});
}

TEST(LayersTest, CoreAndCommandLineIncludeNoGuiHeader) {
    EXPECT_EQ(check(cppFiles(), guiHeaderViolations), Violations{});
}

TEST(LayersTest, FlagsAnIncludeAgainstTheDirection) {
    const std::pair<const char*, const char*> offences[] = {
        {"core/base/A.h", "\"core/model/Sample.h\""},
        {"core/model/A.h", "\"core/history/SampleHistory.h\""},
        {"core/parse/A.h", "\"core/source/SourceUri.h\""},
        {"core/history/A.cpp", "\"core/process/Rules.h\""},
        {"core/source/A.h", "\"core/history/SampleHistory.h\""},
        {"core/export/A.h", "\"core/parse/Line.h\""},
        {"core/export/A.h", "\"core/pipeline/Pipeline.h\""},
        {"core/pipeline/A.h", "\"ui/MainWindow.h\""},
        {"ui/chart/A.cpp", "\"app/gui/Application.h\""},
        {"ui/chart/A.cpp", "\"ui/panels/Card.h\""},
        {"ui/panels/A.cpp", "\"ui/chart/LiveChartView.h\""},
        {"ui/text/A.cpp", "\"ui/widgets/Card.h\""},
        {"ui/widgets/A.cpp", "\"ui/theme/Theme.h\""},
        {"app/cli/A.cpp", "\"ui/theme/Theme.h\""},
        {"app/cli/A.cpp", "\"app/gui/Application.h\""},
        {"core/model/A.cpp", "\"tests/support/ManualClock.h\""},
        {"core/model/A.cpp", "\"Sample.h\""},
        {"core/novelty/A.cpp", "\"core/base/Time.h\""},
    };
    for (const auto& [path, header] : offences)
        EXPECT_EQ(layerViolations(including(path, header)).size(), 1U) << path << " includes " << header;
}

/// The recorder and its other followers do not know that there are files; the pipeline, which owns all of
/// them, does.
TEST(LayersTest, OnlyWhatFollowsARecordingIntoAFileKnowsOfCaptures) {
    const std::vector<std::string> knowing{"core/pipeline/CaptureFollower", "core/pipeline/CaptureLoss",
                                           "core/pipeline/Pipeline", "core/pipeline/StreamSummary"};
    Violations violations;
    int judged = 0;
    for (const SourceFile& file : cppFiles()) {
        const std::string name = file.path.substr(0, file.path.rfind('.'));
        if (!file.isIn("core/pipeline") || std::ranges::find(knowing, name) != knowing.end())
            continue;
        ++judged;
        for (const std::string& include : includesOf(file).project) {
            if (include.starts_with("core/capture/"))
                violations.push_back(file.path + ": may not include " + include);
        }
    }
    EXPECT_GT(judged, 20);
    EXPECT_EQ(violations, Violations{});
}

TEST(LayersTest, LetsTheTwoPairsOfSiblingsMeet) {
    EXPECT_EQ(layerViolations(including("core/source/A.h", "\"core/parse/Line.h\"")), Violations{});
    EXPECT_EQ(layerViolations(including("core/export/A.h", "\"core/history/SampleHistory.h\"")),
              Violations{});
}

TEST(LayersTest, FlagsAGuiHeaderHoweverItIsWritten) {
    for (const char* header : {"<QColor>", "<QWidget>", "<QtWidgets/QLabel>", "<QtGui>", "<qpainter.h>",
                               "<QImage>", "<QtCharts/QLineSeries>", "<QLineSeries>", "<QSvgGenerator>"})
        EXPECT_EQ(guiHeaderViolations(including("core/model/A.h", header)).size(), 1U) << header;
    for (const char* header :
         {"<QString>", "<QtCore/QObject>", "<QtConcurrent/QtConcurrentRun>", "<QFuture>", "<vector>"})
        EXPECT_EQ(guiHeaderViolations(including("app/cli/A.h", header)), Violations{}) << header;
}

TEST(LayersTest, DoesNotMistakeACommentForAnInclude) {
    const SourceFile file{"core/base/A.h", "// #include <QColor>\n/*\n#include \"ui/MainWindow.h\"\n*/\n"
                                           "const char* text = \"// \"; char quote = '\"';\n"
                                           "  #  include \"core/model/Sample.h\" // why\n"};
    EXPECT_EQ(includesOf(file).libraries.size(), 0U);
    EXPECT_EQ(includesOf(file).project, std::vector<std::string>{"core/model/Sample.h"});
}

} // namespace
} // namespace rillscope::test
