// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.device.TagSighting;
import io.wayside.core.device.TagSource;
import io.wayside.rig.contracts.Eventually;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.llrp.LlrpReader;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import io.wayside.rig.simulators.llrp.SimulatedTag;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** The driver with the rig's reader, which has an encoder of its own, at the other end. */
final class SimulatedReader implements SourceHarness<TagSource, TagSighting> {

  private final RealRigClock clock = new RealRigClock();
  private final LlrpReader simulated;
  private final Reader reader;

  private SimulatedReader(ReaderTraits traits, Map<String, Object> settings) throws IOException {
    this.simulated = new LlrpReader(0, traits, clock);
    this.reader = Site.reader(simulated.port(), settings);
  }

  /** Started, and hearing tags. */
  static SimulatedReader hearing(ReaderTraits traits, Map<String, Object> settings)
      throws IOException {
    SimulatedReader harness = new SimulatedReader(traits, settings);
    harness.until("the radio is on", harness.simulated::transmitting);
    return harness;
  }

  static SimulatedReader started(ReaderTraits traits, Map<String, Object> settings)
      throws IOException {
    return new SimulatedReader(traits, settings);
  }

  void until(String what, java.util.function.BooleanSupplier condition) {
    new Eventually(Duration.ofSeconds(60), () -> {}).until(what, condition);
  }

  LlrpReader simulated() {
    return simulated;
  }

  Reader reader() {
    return reader;
  }

  @Override
  public TagSource device() {
    return reader;
  }

  @Override
  public long monotonicNanos() {
    return Site.TIME.monotonicNanos();
  }

  static SimulatedTag tag(int number) {
    return SimulatedTag.of(epc(number));
  }

  static String epc(int number) {
    return String.format("3416214b9400f680%08x", number);
  }

  @Override
  public void peerSays(int number) {
    simulated.tagInField(tag(number), 1, -60, 1);
  }

  @Override
  public boolean carries(TagSighting sighting, int number) {
    return sighting.epc().equals(epc(number));
  }

  /** The reader hangs up and takes nobody, as after an unclean end of a connection. */
  @Override
  public void breakLink() {
    simulated.haunted(true);
    simulated.hangUp();
  }

  @Override
  public void restoreLink() {
    simulated.haunted(false);
  }

  @Override
  public Duration deadline() {
    return Duration.ofSeconds(60);
  }

  @Override
  public void close() {
    reader.stop();
    simulated.close();
    clock.close();
  }
}
