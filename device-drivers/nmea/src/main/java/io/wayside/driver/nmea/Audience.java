// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.Sentence;
import io.wayside.core.health.Health;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.VesselReport;
import io.wayside.core.water.WaterReading;
import io.wayside.driver.nmea.sentence.plain.Plain.Answered;
import io.wayside.driver.nmea.session.Voices;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All who listen to one receiver, by what they listen for. */
final class Audience implements Voices {

  private final Listeners<Sentence> sentences;
  private final Listeners<AidReport> aids;
  private final Listeners<VesselReport> vessels;
  private final Listeners<WaterReading> water;
  private final String deviceId;
  private volatile Supplier<Health> receiver;
  private volatile Consumer<Answered> answers = answer -> {};

  Audience(String deviceId, BiConsumer<String, RuntimeException> log) {
    this.deviceId = deviceId;
    Health waiting = Health.starting("receiver " + deviceId + ": not started yet", 0);
    this.receiver = () -> waiting;
    String source = "receiver " + deviceId;
    this.sentences = new Listeners<>(source, log);
    this.aids = new Listeners<>(source, log);
    this.vessels = new Listeners<>(source, log);
    this.water = new Listeners<>(source, log);
  }

  /** From now on this receiver speaks to them. */
  void hears(Supplier<Health> health, Consumer<Answered> transponder) {
    receiver = health;
    answers = transponder;
  }

  String deviceId() {
    return deviceId;
  }

  String healthId() {
    return "device." + deviceId;
  }

  /** The receiver's, unless that is in order and a listener is not. */
  Health health() {
    return healthOver(receiver.get());
  }

  Listeners<Sentence> sentences() {
    return sentences;
  }

  Listeners<AidReport> aids() {
    return aids;
  }

  Listeners<VesselReport> vessels() {
    return vessels;
  }

  Listeners<WaterReading> water() {
    return water;
  }

  private Health healthOver(Health own) {
    return sentences.healthOver(aids.healthOver(vessels.healthOver(water.healthOver(own))));
  }

  @Override
  public void sentence(Sentence sentence) {
    sentences.received(sentence);
  }

  @Override
  public void aid(AidReport report) {
    aids.received(report);
  }

  @Override
  public void vessel(VesselReport report) {
    vessels.received(report);
  }

  @Override
  public void water(WaterReading reading) {
    water.received(reading);
  }

  @Override
  public void answered(Answered answered) {
    answers.accept(answered);
  }

  @Override
  public void interrupted(Interruption interruption) {
    sentences.interrupted(interruption);
    aids.interrupted(interruption);
    vessels.interrupted(interruption);
    water.interrupted(interruption);
  }
}
