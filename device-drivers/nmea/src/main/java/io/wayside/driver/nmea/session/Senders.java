// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.session;

import io.wayside.driver.nmea.heard.BySender;
import io.wayside.driver.nmea.sentence.Fault;
import io.wayside.driver.nmea.sentence.Framer;
import java.util.EnumMap;
import java.util.Map;

/** A framer for each who sends on one line. */
final class Senders {

  private final Map<Fault, Long> forgotten = new EnumMap<>(Fault.class);
  private final BySender<Framer> framers =
      new BySender<>(Framer::new, framer -> add(framer, forgotten));

  Framer of(String sender) {
    return framers.of(sender);
  }

  /** What was begun will not be finished. */
  void finish() {
    framers.all().forEach(Framer::finish);
  }

  /** What was dropped of all of them, and why. */
  Map<Fault, Long> faults() {
    Map<Fault, Long> all = new EnumMap<>(Fault.class);
    all.putAll(forgotten);
    framers.all().forEach(framer -> add(framer, all));
    return all;
  }

  private static void add(Framer framer, Map<Fault, Long> to) {
    framer.faults().all().forEach((fault, count) -> to.merge(fault, count, Long::sum));
  }
}
