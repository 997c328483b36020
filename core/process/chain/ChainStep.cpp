// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/chain/ChainStep.h"

namespace rillscope {

void ChainStep::addReader(ChainStep* reader, const QString&) {
    m_readers.push_back(reader);
}

} // namespace rillscope
