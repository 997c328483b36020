// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

#include <random>

namespace rillscope::torture {

/// What every fault is tried with. Thread: one owner.
struct Torment {
    enum class Length {
        Quick, ///< all of it in two minutes
        Whole,
        Long ///< with the half hour
    };

    Length length = Length::Whole;
    std::mt19937_64 random;
    QTemporaryDir folder;

    /// So many in a quick run, so many else.
    int times(int quick, int whole) const { return length == Length::Quick ? quick : whole; }
    /// From 0 to below.
    int number(int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); }
    /// A new folder, which goes with all others.
    QString makeFolder();

private:
    int m_folders = 0;
};

} // namespace rillscope::torture
