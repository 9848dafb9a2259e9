// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import io.wayside.core.device.Sentence;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.VesselReport;
import io.wayside.core.water.WaterQuantity;
import io.wayside.core.water.WaterReading;
import io.wayside.driver.nmea.ais.Announcement;
import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.sentence.plain.Plain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything an interpreter told, for tests. */
final class Told implements Ears {

  static final long SECOND = 1_000_000_000L;

  final List<AidReport> aids = new ArrayList<>();
  final List<VesselReport> vessels = new ArrayList<>();
  final List<WaterReading> water = new ArrayList<>();
  final Interpreter interpreter;
  private long nanos = SECOND;

  private Told(List<String> transducers, List<String> gauges, boolean announces) {
    interpreter =
        new Interpreter(
            new Listening(
                TransducerNames.parse(transducers),
                GaugeSigns.parse(gauges),
                Listening.plainly().areas(),
                announces),
            this);
  }

  static Told plainly() {
    return new Told(List.of(), List.of(), false);
  }

  static Told announcing() {
    return new Told(List.of(), List.of(), true);
  }

  static Told withTransducers(String... lines) {
    return new Told(List.of(lines), List.of(), false);
  }

  static Told withGauges(String... lines) {
    return new Told(List.of(), List.of(lines), false);
  }

  void pass(long moreNanos) {
    nanos += moreNanos;
  }

  /** Hears a sentence without its check sum, a millisecond after the last. */
  Optional<Plain.Answered> hear(String text) {
    return hear(text, "");
  }

  Optional<Plain.Answered> hear(String text, String sender) {
    nanos += 1_000_000;
    return interpreter.hear(new Sentence(nanos, text, ""), sender);
  }

  void hear(Bits message) {
    hearAll(new Announcement("AI", 1, message).received('A'), "");
  }

  void hearAll(List<String> sentences, String sender) {
    sentences.forEach(each -> hear(each.substring(0, each.indexOf('*')), sender));
  }

  AidReport aid() {
    return aids.get(aids.size() - 1);
  }

  VesselReport vessel() {
    return vessels.get(vessels.size() - 1);
  }

  Map<WaterQuantity, Double> figures() {
    Map<WaterQuantity, Double> all = new LinkedHashMap<>();
    water.forEach(reading -> all.put(reading.quantity(), reading.value()));
    return all;
  }

  @Override
  public void aid(AidReport report) {
    aids.add(report);
  }

  @Override
  public void vessel(VesselReport report) {
    vessels.add(report);
  }

  @Override
  public void water(WaterReading reading) {
    water.add(reading);
  }
}
