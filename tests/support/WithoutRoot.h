// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

namespace rillscope::test {

/// While it exists, root is nobody, who may not read everything. Changes nothing for other users.
/// Thread: of the whole process.
class WithoutRoot {
public:
    WithoutRoot() {
        constexpr uid_t nobody = 65'534;
        m_isNobody = geteuid() == 0 && seteuid(nobody) == 0;
    }
    ~WithoutRoot() {
        if (m_isNobody && seteuid(0) != 0)
            _exit(1); // no other test means to run as nobody
    }
    WithoutRoot(const WithoutRoot&) = delete;
    WithoutRoot& operator=(const WithoutRoot&) = delete;

private:
    bool m_isNobody = false;
};

} // namespace rillscope::test
