// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.recording.Coding;
import io.wayside.core.recording.RecordedChannel;
import io.wayside.rig.simulators.motion.MotionSite;
import io.wayside.rig.simulators.motion.sensor.Detector;
import io.wayside.rig.simulators.motion.sensor.Electronics;
import io.wayside.rig.simulators.motion.sensor.Probe;
import io.wayside.weighing.instrument.InstrumentHead.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A channel as its converter hands it out: whole numbers of one step.
 *
 * @param name of the channel
 * @param unit of its values
 * @param bits over both signs
 * @param step value of one count
 */
record Quantum(String name, String unit, int bits, double step) {

  /** A thermometer is no converter's channel; such chips count in hundredths of a degree. */
  private static final double TEMPERATURE_STEP = 0.01;

  private static final int TEMPERATURE_BITS = 16;

  /** A contact is 0 or 1. */
  private static final int CONTACT_BITS = 2;

  /** All channels of a site, in the order of its samples. */
  static List<Quantum> of(MotionSite site) {
    return Stream.concat(
            site.probes().stream().map(Quantum::of),
            contacts(site).stream()
                .map(name -> new Quantum(contactChannel(name), "1", CONTACT_BITS, 1)))
        .toList();
  }

  /**
   * Contacts that are sampled too: at a platform, where vehicles creep over a loop's edge so slowly
   * that only its detector, which lets go later than it answers, tells one vehicle from two.
   */
  static List<String> contacts(MotionSite site) {
    return SiteDocument.kind(site) == Kind.PLATFORM
        ? site.detectors().stream().map(Detector::contact).toList()
        : List.of();
  }

  /** How the samples name a contact. */
  static String contactChannel(String contact) {
    return "contact." + contact;
  }

  private static Quantum of(Probe probe) {
    Electronics electronics = probe.electronics();
    return electronics.bits() == 0
        ? new Quantum(probe.channel(), probe.unit(), TEMPERATURE_BITS, TEMPERATURE_STEP)
        : new Quantum(
            probe.channel(),
            probe.unit(),
            electronics.bits(),
            2 * electronics.clip() / (1L << electronics.bits()));
  }

  /** The nearest count there is. */
  long raw(double value) {
    double end = 1L << (bits - 1);
    return (long) Math.max(-end, Math.min(end - 1, Math.rint(value / step)));
  }

  double value(long raw) {
    return raw * step;
  }

  /** Value of the highest count. */
  static double highest(Electronics electronics) {
    double step = 2 * electronics.clip() / (1L << electronics.bits());
    return electronics.clip() - step;
  }

  private int storedBits() {
    return bits <= 16 ? 16 : 32;
  }

  /** In the kernel's notation. */
  String format() {
    return "le:s" + bits + "/" + storedBits() + ">>0";
  }

  /** As a site document names it to the driver. */
  String wanted(String kernelId) {
    return String.format(Locale.ROOT, "%s=%s unit=%s scale=%s", name, kernelId, unit, step);
  }

  /** As a recording keeps it, without loss. */
  RecordedChannel recorded() {
    return new RecordedChannel(
        name, unit, storedBits() == 16 ? Coding.INT16 : Coding.INT32, step, 0);
  }
}
