// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.wayside.rig.contracts.Spoiling.Fault;
import java.util.Map;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * A device that breaks one promise.
 *
 * @param name how it fails
 * @param suite the suite that must fail for it
 * @param caughtBy the test of the suite that must fail
 * @param faults what it does instead, by method
 */
record Mutant(String name, Class<?> suite, String caughtBy, Map<String, Fault> faults) {

  private static final int RUNS = 5;

  static Mutant of(Class<?> suite, String name, String caughtBy, String method, Fault fault) {
    return new Mutant(name, suite, caughtBy, Map.of(method, fault));
  }

  /**
   * Runs the one test without the fault, then with it until it fails: what a device does wrong on a
   * thread of its own may come too late for one run on a busy machine.
   */
  void assertCaught() {
    assertThat(failures()).as("%s keeps its promises", suite.getSimpleName()).isZero();
    Spoiling.with(faults);
    try {
      long failures = 0;
      for (int run = 0; run < RUNS && failures == 0; run++) {
        failures = failures();
      }
      assertThat(failures).as("%s fails when a device %s", caughtBy, name).isEqualTo(1);
    } finally {
      Spoiling.with(Map.of());
    }
  }

  private long failures() {
    var tests =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectMethod(suite, caughtBy))
            .execute()
            .testEvents();
    assertThat(tests.started().count()).as(caughtBy + " was run").isEqualTo(1);
    return tests.failed().count();
  }

  @Override
  public String toString() {
    return suite.getSimpleName() + ": a device that " + name;
  }
}
