// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/IncludeRules.h"

#include <QLibraryInfo>

#include <algorithm>
#include <map>
#include <regex>

namespace rillscope::test {
namespace {

/// Who may depend on whom, besides itself. Parsing lines and reading a capture are parts of replaying a file,
/// a capture keeps what history and processing have made, and exporting is a walk over all of it. A report
/// tells of a whole session, its account included.
const std::map<std::string, std::vector<std::string>>& allowedLayers() {
    static const std::vector<std::string> core{"core/base",    "core/model",   "core/parse",  "core/process",
                                               "core/history", "core/capture", "core/source", "core/export"};
    static const auto plus = [](std::vector<std::string> layers, std::vector<std::string> more) {
        layers.insert(layers.end(), more.begin(), more.end());
        return layers;
    };
    static const std::vector<std::string> withPipeline = plus(core, {"core/pipeline"});
    static const std::vector<std::string> wholeCore = plus(withPipeline, {"core/report"});
    static const std::vector<std::string> userInterface{"ui", "ui/text", "ui/widgets", "ui/chart",
                                                        "ui/panels"};
    static const std::map<std::string, std::vector<std::string>> layers{
        {"core/base", {}},
        {"core/model", {"core/base"}},
        {"core/parse", {"core/base", "core/model"}},
        {"core/process", {"core/base", "core/model"}},
        {"core/history", {"core/base", "core/model"}},
        {"core/capture", {"core/base", "core/model", "core/process", "core/history"}},
        {"core/source", {"core/base", "core/model", "core/parse", "core/capture"}},
        {"core/export", {"core/base", "core/model", "core/process", "core/history", "core/capture"}},
        {"core/pipeline", core},
        {"core/report", withPipeline},
        {"ui/text", wholeCore},
        {"ui/widgets", plus(wholeCore, {"ui/text"})},
        {"ui/chart", plus(wholeCore, {"ui/text", "ui/widgets"})},
        {"ui/panels", plus(wholeCore, {"ui/text", "ui/widgets"})},
        {"ui", plus(wholeCore, userInterface)},
        {"app/cli", wholeCore},
        {"app/gui", plus(wholeCore, userInterface)},
        {"tests", plus(plus(wholeCore, userInterface), {"app/cli", "app/gui"})},
    };
    return layers;
}

bool qtModuleHas(const std::string& module, const std::string& header) {
    static const std::filesystem::path root = QLibraryInfo::path(QLibraryInfo::HeadersPath).toStdString();
    return std::filesystem::exists(root / module / header);
}

/// "" when the header may be used without a GUI; else the Qt module it belongs to.
std::string guiModuleOf(const std::string& header) {
    static const std::vector<std::string> allowed{"QtCore", "QtConcurrent"};
    const std::string module = header.substr(0, header.find('/'));
    if (module != header)
        return module.starts_with("Qt") && std::ranges::find(allowed, module) == allowed.end() ? module : "";
    for (const std::string& name : allowed) {
        if (qtModuleHas(name, header))
            return "";
    }
    for (const char* name : {"QtGui", "QtWidgets", "QtCharts", "QtSvg", "QtSvgWidgets", "QtPrintSupport",
                             "QtOpenGL", "QtOpenGLWidgets", "QtQml", "QtQuick"}) {
        if (qtModuleHas(name, header))
            return name;
    }
    return "";
}

} // namespace

Includes includesOf(const SourceFile& file) {
    static const std::regex pattern(R"re((?:^|\n)[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"])re");
    const std::string text = withoutComments(file.text);
    Includes includes;
    for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match)
        (match->str(1) == "<" ? includes.libraries : includes.project).push_back(match->str(2));
    return includes;
}

std::string layerOf(std::string_view path) {
    const std::string_view top = path.substr(0, path.find('/'));
    if (top == "tests")
        return "tests";
    const std::string folder(path.substr(0, path.find('/', top.size() + 1)));
    if (top == "ui")
        return allowedLayers().contains(folder) ? folder : "ui";
    return top == "core" || top == "app" ? folder : std::string();
}

Violations layerViolations(const SourceFile& file) {
    const std::string layer = layerOf(file.path);
    const auto rule = allowedLayers().find(layer);
    if (rule == allowedLayers().end())
        return {file.path + ": lies in no known layer"};
    Violations violations;
    for (const std::string& include : includesOf(file).project) {
        const std::string target = layerOf(include);
        const bool isGenerated = include.ends_with(".moc");
        const bool isAllowed =
            target == layer || std::ranges::find(rule->second, target) != rule->second.end();
        if (!isAllowed && !isGenerated)
            violations.push_back(file.path + ": may not include " + include);
    }
    return violations;
}

Violations guiHeaderViolations(const SourceFile& file) {
    Violations violations;
    if (!file.isIn("core") && !file.isIn("app/cli"))
        return violations;
    for (const std::string& header : includesOf(file).libraries) {
        if (const std::string module = guiModuleOf(header); !module.empty())
            violations.push_back(file.path + ": includes " + header + " of " + module);
    }
    return violations;
}

} // namespace rillscope::test
