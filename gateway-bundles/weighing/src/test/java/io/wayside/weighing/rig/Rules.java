// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rig;

import io.wayside.weighing.rest.RestRule;
import io.wayside.weighing.statics.Plausibility;
import io.wayside.weighing.statics.StaticRules;

/** The rules most tests weigh by: the component's defaults, with a vehicle gap of five seconds. */
public final class Rules {

  public static final long SECOND = 1_000_000_000L;

  public static final RestRule REST = new RestRule(20, 5, SECOND, SECOND / 50);

  public static final StaticRules USUAL =
      new StaticRules(
          REST,
          20,
          100,
          40,
          30_000,
          5 * SECOND,
          SECOND / 2,
          60 * SECOND,
          new Plausibility(300, 25_000, 6, 800, 60_000));

  private Rules() {}
}
