// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/FaultBoard.h"

namespace rillscope::torture {

FaultBoard::FaultBoard(const QString& file, const QString& folder) : m_file(file), m_folder(folder) {
    if (m_file.open(QIODevice::ReadWrite) && m_file.resize(sizeof(FaultControls)))
        m_controls = reinterpret_cast<FaultControls*>(m_file.map(0, sizeof(FaultControls)));
}

FaultBoard::~FaultBoard() {
    if (m_controls)
        m_file.unmap(reinterpret_cast<uchar*>(m_controls));
}

void FaultBoard::addTo(QProcessEnvironment& environment) const {
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(RILLSCOPE_FAULTY_CALLS));
    environment.insert(QString::fromLatin1(FaultControls::fileVariable), m_file.fileName());
    environment.insert(QString::fromLatin1(FaultControls::folderVariable), m_folder);
}

} // namespace rillscope::torture
