// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/PowerLossDisk.h"

#include "tests/torture/DiskFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace rillscope::torture {
namespace {

constexpr std::int64_t sectorSize = 512;

bool toss(std::mt19937_64& random) {
    return random() % 2 == 0;
}

} // namespace

PowerLossDisk::PowerLossDisk(Syncing syncing) : m_syncing(syncing), m_layer(DiskFile::makeLayer(*this)) {}

PowerLossDisk::~PowerLossDisk() {
    DiskFile::removeLayer(*m_layer);
}

std::shared_ptr<PowerLossDisk::Contents> PowerLossDisk::opened(const QString& path) {
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<Contents>& contents = m_names[path];
    if (!contents) {
        contents = std::make_shared<Contents>();
        m_pendingNames.push_back({path, contents});
    }
    return contents;
}

void PowerLossDisk::removed(const QString& path, bool isSynced) {
    const std::lock_guard lock(m_mutex);
    if (m_names.erase(path) == 0)
        return;
    m_pendingNames.push_back({path, nullptr});
    if (isSynced && m_syncing == Syncing::Honest) {
        m_safeNames = m_names;
        m_pendingNames.clear();
    }
}

void PowerLossDisk::add(Contents& contents, Change change) {
    const std::lock_guard lock(m_mutex);
    contents.pending.push_back(std::move(change));
}

void PowerLossDisk::synced(Contents& contents, bool isFolderToo) {
    if (m_syncing == Syncing::Lied)
        return;
    const std::lock_guard lock(m_mutex);
    for (const Change& change : contents.pending)
        apply(contents.safe, change);
    contents.pending.clear();
    if (isFolderToo) {
        m_safeNames = m_names;
        m_pendingNames.clear();
    }
}

void PowerLossDisk::apply(QByteArray& bytes, const Change& change) {
    if (change.isTruncation) {
        bytes.resize(static_cast<qsizetype>(change.offset));
        return;
    }
    const auto offset = static_cast<qsizetype>(change.offset);
    if (bytes.size() < offset + change.bytes.size())
        bytes.append(offset + change.bytes.size() - bytes.size(), '\0');
    std::copy(change.bytes.begin(), change.bytes.end(), bytes.begin() + offset);
}

/// Each sector of the file that the write touches makes it, does not, or makes it in part.
void PowerLossDisk::applyTorn(QByteArray& bytes, const Change& change, std::mt19937_64& random) {
    const std::int64_t end = change.offset + change.bytes.size();
    for (std::int64_t begin = change.offset; begin < end;) {
        const std::int64_t next = std::min(end, (begin / sectorSize + 1) * sectorSize);
        const auto fate = random() % 8;
        std::int64_t written = fate < 4 ? next - begin : 0;
        if (fate == 7)
            written = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(next - begin));
        if (written > 0)
            apply(bytes, {begin,
                          change.bytes.mid(static_cast<qsizetype>(begin - change.offset),
                                           static_cast<qsizetype>(written)),
                          false});
        begin = next;
    }
}

QByteArray PowerLossDisk::afterCrash(const Contents& contents, std::mt19937_64& random) {
    enum Style { DropsAll, KeepsAll, DropsSome, TearsSome, KeepsTheFirst };
    const auto style = static_cast<Style>(random() % 5);
    const std::size_t first = contents.pending.empty() ? 0 : random() % (contents.pending.size() + 1);
    QByteArray bytes = contents.safe;
    for (std::size_t i = 0; i < contents.pending.size(); ++i) {
        const Change& change = contents.pending[i];
        const bool isTorn = style == TearsSome && !change.isTruncation && toss(random);
        if (isTorn)
            applyTorn(bytes, change, random);
        else if (style == KeepsAll || (style == KeepsTheFirst && i < first) ||
                 ((style == DropsSome || style == TearsSome) && toss(random)))
            apply(bytes, change);
    }
    return bytes;
}

PowerLossDisk::Image PowerLossDisk::crash(std::mt19937_64& random) const {
    const std::lock_guard lock(m_mutex);
    Names names = m_safeNames;
    for (const NameChange& change : m_pendingNames) {
        if (toss(random))
            continue;
        if (change.contents)
            names[change.path] = change.contents;
        else
            names.erase(change.path);
    }
    Image image;
    for (const auto& [path, contents] : names)
        image[path] = afterCrash(*contents, random);
    return image;
}

bool PowerLossDisk::write(const Image& image, const QString& folder) {
    return std::ranges::all_of(image, [&folder](const auto& entry) {
        QFile file(QDir(folder).filePath(QFileInfo(entry.first).fileName()));
        return file.open(QIODevice::WriteOnly) && file.write(entry.second) == entry.second.size();
    });
}

} // namespace rillscope::torture
