// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import java.util.Arrays;
import java.util.Locale;

/** How the lanes of the station reach each other in a run. */
enum NetworkKind {
  /** A wired network: under a millisecond, one datagram in ten thousand lost. */
  GOOD(200_000, 300_000, 0.0001, 0, 0, false),
  /** Radio between far lanes: late, out of order, a fifth lost, a tenth twice, some damaged. */
  POOR(5_000_000, 30_000_000, 0.2, 0.1, 0.01, false),
  /** As good, but gone for seconds every few seconds. */
  FAILING(200_000, 300_000, 0.0001, 0, 0, true),
  /** Nothing arrives: every lane is an island. */
  DOWN(0, 0, 1, 0, 0, false),
  /** One lane alone is under test and asks nobody; those beside open for everybody. */
  NONE(0, 0, 1, 0, 0, false);

  final long leastNanos;
  final long meanMoreNanos;
  final double loses;
  final double doubles;
  final double damages;
  final boolean fails;

  NetworkKind(
      long leastNanos,
      long meanMoreNanos,
      double loses,
      double doubles,
      double damages,
      boolean fails) {
    this.leastNanos = leastNanos;
    this.meanMoreNanos = meanMoreNanos;
    this.loses = loses;
    this.doubles = doubles;
    this.damages = damages;
    this.fails = fails;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static NetworkKind named(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--network wants one of good, poor, failing, down, none, not '" + word + "'"));
  }
}
