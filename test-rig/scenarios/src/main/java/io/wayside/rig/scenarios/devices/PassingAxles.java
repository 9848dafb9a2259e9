// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.devices;

import io.wayside.rig.simulators.iiod.ScanSource;

/**
 * Four bridges under a plate that an axle crosses every second: 24-bit offset binary, half of a
 * sine over a fifth of a second, the later bridges a little later.
 */
final class PassingAxles implements ScanSource {

  private static final long ZERO = 1 << 23;
  private static final double PEAK = 400_000;
  private static final double PASSAGE_S = 0.2;
  private static final double STEP_S = 0.05;

  private final double rateHz;
  private long scan;

  PassingAxles(double rateHz) {
    this.rateHz = rateHz;
  }

  @Override
  public long[] next() {
    double seconds = scan++ / rateHz;
    long[] raw = new long[4];
    for (int bridge = 0; bridge < raw.length; bridge++) {
      double since = (seconds + 1 - bridge * STEP_S) % 1;
      double load = since < PASSAGE_S ? Math.sin(Math.PI * since / PASSAGE_S) : 0;
      raw[bridge] = ZERO + Math.round(PEAK * load);
    }
    return raw;
  }
}
