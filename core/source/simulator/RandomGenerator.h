// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace rillscope {

/// Random numbers that are the same for the same seed, to the bit, on every run (normal() and exponential()
/// as far as the platform's exp and log are the same). The streams of one seed never overlap: they lie 2^128
/// draws apart. Thread: a value, no sharing.
/// Source: xoshiro256++, Blackman & Vigna, "Scrambled linear pseudorandom number generators", 2018, seeded by
/// splitmix64 (Steele, Lea, Flood, OOPSLA 2014).
class RandomGenerator {
public:
    using State = std::array<std::uint64_t, 4>;

    /// `stream` counts jumps of a microsecond each: it is meant to be small.
    explicit RandomGenerator(std::uint64_t seed, int stream = 0);
    explicit RandomGenerator(const State& state) : m_state(state) {}

    std::uint64_t next() {
        const std::uint64_t result = std::rotl(m_state[0] + m_state[3], 23) + m_state[0];
        const std::uint64_t shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }

    /// In [0, 1), a multiple of 2^-53.
    double uniform() { return toUniform(next()); }
    /// Mean 0, standard deviation 1. Ziggurat of 256 layers: Marsaglia & Tsang, J. Stat. Softw. 5(8), 2000,
    /// with layer and position from separate bits (Doornik, "An improved ziggurat method", 2005).
    double normal();
    /// Mean 1, by inversion.
    double exponential() { return toExponential(next()); }

    /// The same from 64 random bits drawn earlier.
    static double toUniform(std::uint64_t bits) { return static_cast<double>(bits >> 11) * 0x1p-53; }
    static double toExponential(std::uint64_t bits);

    /// Goes 2^128 draws ahead.
    void jump();

    const State& state() const { return m_state; }

private:
    double normalTail(bool isNegative);

    State m_state;
};

} // namespace rillscope
