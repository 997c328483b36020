// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/RandomGenerator.h"

#include <cmath>
#include <numbers>

namespace rillscope {
namespace {

/// The bell curve exp(-x²/2) covered by horizontal layers of equal area. Layer i reaches from edge[i] inwards
/// and from height[i] up to height[i + 1]; layer 0 also holds the tail beyond edge[1].
class Ziggurat {
public:
    static constexpr std::size_t layers = 256;
    /// With it, 256 layers of equal area end exactly at the top of the curve (Marsaglia & Tsang, 2000).
    static constexpr double tailStart = 3.6541528853610088;

    Ziggurat() {
        const double tailArea =
            std::sqrt(std::numbers::pi / 2.0) * std::erfc(tailStart / std::numbers::sqrt2);
        const double area = tailStart * bell(tailStart) + tailArea;
        edge[0] = area / bell(tailStart);
        edge[1] = tailStart;
        for (std::size_t i = 1; i + 1 < layers; ++i)
            edge[i + 1] = std::sqrt(-2.0 * std::log(area / edge[i] + bell(edge[i])));
        edge[layers] = 0.0;
        for (std::size_t i = 0; i <= layers; ++i)
            height[i] = bell(edge[i]);
    }

    static double bell(double x) { return std::exp(-0.5 * x * x); }

    std::array<double, layers + 1> edge;
    std::array<double, layers + 1> height;
};

const Ziggurat& ziggurat() {
    static const Ziggurat tables;
    return tables;
}

std::uint64_t splitMix64(std::uint64_t& state) {
    state += 0x9e3779b97f4a7c15;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
}

} // namespace

RandomGenerator::RandomGenerator(std::uint64_t seed, int stream) {
    for (std::uint64_t& word : m_state)
        word = splitMix64(seed);
    for (int i = 0; i < stream; ++i)
        jump();
}

double RandomGenerator::normal() {
    const Ziggurat& tables = ziggurat();
    for (;;) {
        const std::uint64_t bits = next();
        const std::size_t layer = bits % Ziggurat::layers;
        const double position = static_cast<double>(static_cast<std::int64_t>(bits) >> 11) * 0x1p-52;
        const double x = position * tables.edge[layer];
        if (std::abs(x) < tables.edge[layer + 1])
            return x;
        if (layer == 0)
            return normalTail(position < 0.0);
        const double y = tables.height[layer] + uniform() * (tables.height[layer + 1] - tables.height[layer]);
        if (y < Ziggurat::bell(x))
            return x;
    }
}

double RandomGenerator::normalTail(bool isNegative) {
    for (;;) {
        const double beyond = exponential() / Ziggurat::tailStart;
        if (2.0 * exponential() >= beyond * beyond)
            return isNegative ? -Ziggurat::tailStart - beyond : Ziggurat::tailStart + beyond;
    }
}

double RandomGenerator::toExponential(std::uint64_t bits) {
    return -std::log1p(-toUniform(bits));
}

void RandomGenerator::jump() {
    static constexpr State polynomial{0x180ec6d33cfd0aba, 0xd5a61266f0c9392c, 0xa9582618e03fc9aa,
                                      0x39abdc4529b1661c};
    State sum{};
    for (const std::uint64_t word : polynomial) {
        for (int bit = 0; bit < 64; ++bit) {
            if ((word >> bit) & 1)
                for (std::size_t i = 0; i < sum.size(); ++i)
                    sum[i] ^= m_state[i];
            next();
        }
    }
    m_state = sum;
}

} // namespace rillscope
