// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import io.wayside.rig.scenarios.site.ControlSocket;
import io.wayside.rig.scenarios.site.GatewayProcess;
import io.wayside.rig.simulators.llrp.LlrpReader;
import io.wayside.rig.simulators.llrp.SimulatedTag;
import io.wayside.rig.systemtests.Patience;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drives a vehicle through a lane of a gateway that runs beside the test. It leaves the safety loop
 * only when the lane says that it saw it there: a machine that does other things at that moment
 * makes the vehicle slow, not invisible.
 *
 * @param station the lane's name
 * @param firstLine what its lines are counted from
 */
record LaneDrive(
    GatewayProcess gateway,
    ControlSocket control,
    GpioFolder gpio,
    LlrpReader reader,
    String station,
    int firstLine) {

  private static final Pattern COMMITTED = Pattern.compile("\"committed\":(\\d+)");

  /** Over L1 to the raised barrier, over L3 and away; returns when its record is durable. */
  void through(SimulatedTag tag) {
    until("the barrier is down", () -> !gpio.on(firstLine + TollSite.RAISE));
    until("the lane answers", () -> committed() >= 0);
    long before = committed();
    gpio.input(firstLine + TollSite.L1, true);
    until(
        "the barrier rises for " + tag,
        () -> {
          reader.tagInField(tag, 1, -52, 1);
          return gpio.on(firstLine + TollSite.RAISE);
        });
    gpio.input(firstLine + TollSite.L1, false);
    after(300);
    gpio.input(firstLine + TollSite.L3, true);
    until("it is seen under the barrier", () -> state().contains("\"state\":\"passing\""));
    after(300);
    gpio.input(firstLine + TollSite.L3, false);
    until("its record is durable", () -> committed() > Math.max(before, 0));
  }

  /** Negative while the lane does not answer. */
  private long committed() {
    Matcher found = COMMITTED.matcher(state());
    return found.find() ? Long.parseLong(found.group(1)) : -1;
  }

  /** Empty while the gateway does not answer yet. */
  private String state() {
    try {
      return control
          .ask("command {\"target\":\"station." + station + "\",\"verb\":\"state\"}")
          .text();
    } catch (IOException notYet) {
      return "";
    }
  }

  private void until(String what, Callable<Boolean> condition) {
    Patience.until(what, condition, () -> state() + "\n" + gateway.output());
  }

  static void after(long ms) {
    long end = System.nanoTime() + ms * 1_000_000;
    Patience.until(ms + " ms", () -> System.nanoTime() - end >= 0, () -> "");
  }
}
