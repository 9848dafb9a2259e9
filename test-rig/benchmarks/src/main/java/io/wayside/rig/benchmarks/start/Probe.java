// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.start;

/** The one component of the bare framework: says that it is active. */
public final class Probe {

  /** What it prints. */
  public static final String ACTIVE = "probe active";

  public Probe() {
    System.out.println(ACTIVE);
  }
}
