// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace rillscope::test {

/// A file of the project. `path` is relative to the project's root, with '/'.
struct SourceFile {
    std::string path;
    std::string text;

    bool isCpp() const { return path.ends_with(".cpp") || path.ends_with(".h"); }
    bool isIn(std::string_view folder) const { return path.starts_with(std::string(folder) + '/'); }
    std::string fileName() const { return std::filesystem::path(path).filename().string(); }
};

/// What a rule found, as "path: what is wrong", one for each offence.
using Violations = std::vector<std::string>;

/// Every file in the named folders of the project, sorted by path.
std::vector<SourceFile> readProject(const std::vector<std::string>& folders);

/// The same text with comments blanked; strings stay, and so do the line numbers.
std::string withoutComments(std::string_view text);

/// The same text with the insides of strings and characters blanked; comments must be gone.
std::string withoutLiterals(std::string_view text);

/// Applies `rule` to each file and gathers what it finds.
template <typename Rule>
Violations check(const std::vector<SourceFile>& files, Rule rule) {
    Violations all;
    for (const SourceFile& file : files) {
        for (std::string& violation : rule(file))
            all.push_back(std::move(violation));
    }
    return all;
}

} // namespace rillscope::test
