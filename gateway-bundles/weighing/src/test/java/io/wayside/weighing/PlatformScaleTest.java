// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.device.ScaleKeys.Tare;
import io.wayside.core.device.ScaleKeys.TareKind;
import io.wayside.core.device.WeightReading;
import io.wayside.core.health.Health.Status;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.unit.Mass;
import io.wayside.weighing.rig.SteppedTime;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformScaleTest {

  private static final double RATE_HZ = 100;

  /** A converter whose samples the test says. */
  private static final class ScriptedConverter implements SampleStream {
    private final List<Listener<? super SampleBlock>> listeners = new ArrayList<>();
    private long sequence;

    @Override
    public String deviceId() {
      return "adc-1";
    }

    @Override
    public List<Channel> channels() {
      return List.of(new Channel("cell", "1"));
    }

    @Override
    public double nominalRateHz() {
      return RATE_HZ;
    }

    @Override
    public Subscription subscribe(Listener<? super SampleBlock> listener) {
      listeners.add(listener);
      return () -> listeners.remove(listener);
    }

    void say(double seconds, double value) {
      double[] samples = new double[(int) (seconds * RATE_HZ)];
      java.util.Arrays.fill(samples, value);
      SampleBlock block =
          new SampleBlock(
              Math.round(sequence * 1e9 / RATE_HZ),
              1e9 / RATE_HZ,
              sequence,
              new double[][] {samples},
              Flags.NONE);
      sequence += samples.length;
      List.copyOf(listeners).forEach(listener -> listener.received(block));
    }
  }

  private static final class Hearer implements Listener<WeightReading> {
    private final List<WeightReading> readings = new ArrayList<>();
    private final List<Interruption> interruptions = new ArrayList<>();

    @Override
    public void received(WeightReading reading) {
      readings.add(reading);
    }

    @Override
    public void interrupted(Interruption interruption) {
      interruptions.add(interruption);
    }

    WeightReading last() {
      return readings.get(readings.size() - 1);
    }
  }

  private record Given(String device_id, String samplesDevice, String instrumentFile)
      implements PlatformScaleConfig {
    @Override
    public Class<? extends Annotation> annotationType() {
      return PlatformScaleConfig.class;
    }
  }

  @TempDir Path folder;
  private final ScriptedConverter converter = new ScriptedConverter();
  private final Hearer hearer = new Hearer();
  private Path document;

  @BeforeEach
  void document() throws IOException {
    document = folder.resolve("platform.json");
    Files.writeString(
        document,
        """
        {"instrument": "p1", "kind": "platform", "lengthM": 3,
         "cells": [{"channel": "cell", "newtonsPerUnit": 9.80665}],
         "scaleIntervalKg": 10, "maxKg": 30000, "mode": "static"}""");
  }

  private PlatformScale scale() {
    PlatformScale scale =
        new PlatformScale(
            new Given("scale-1", "adc-1", document.toString()), converter, new SteppedTime());
    var unused = scale.subscribe(hearer);
    return scale;
  }

  @Test
  void samplesBecomeIndicationsOfItsOwnDevice() {
    PlatformScale scale = scale();
    assertThat(scale.deviceId()).isEqualTo("scale-1");
    assertThat(scale.health().status()).isEqualTo(Status.STARTING);
    converter.say(5, 50);
    converter.say(5, 50 + 7_777);
    assertThat(hearer.last().mass().kilograms()).isEqualTo(7_780);
    assertThat(hearer.last().motion()).isEqualTo(WeightReading.Motion.AT_REST);
    assertThat(scale.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void aMissingDocumentIsToldWithItsPathAndNothingIsIndicated() throws IOException {
    Files.delete(document);
    PlatformScale scale = scale();
    assertThat(scale.health().status()).isEqualTo(Status.FAILED);
    assertThat(scale.health().code()).isEqualTo("instrument-unreadable");
    assertThat(scale.health().message()).contains(document.toString());
    converter.say(5, 50);
    assertThat(hearer.readings).isEmpty();
  }

  @Test
  void aWrongDocumentIsToldWithThePlaceOfTheError() throws IOException {
    Files.writeString(document, Files.readString(document).replace("static", "still"));
    assertThat(scale().health().message()).contains("/mode must be one of");
    Files.writeString(
        document,
        Files.readString(document).replace("still", "static").replace("cell\"", "dell\""));
    assertThat(scale().health().message()).contains("dell").contains("[cell]");
  }

  @Test
  void whenSamplesStopItsListenersAreTold() {
    PlatformScale scale = scale();
    converter.say(5, 50);
    Interruption lost = new Interruption(7, Interruption.Cause.LINK_DOWN, "the cable is out");
    scale.interrupted(lost);
    assertThat(hearer.interruptions).containsExactly(lost);
    assertThat(scale.health().code()).isEqualTo("no-samples");
    assertThat(scale.health().message()).contains("adc-1").contains("the cable is out");
    converter.say(5, 50);
    assertThat(scale.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void outOfRangeIsAHealthOfItsOwn() {
    PlatformScale scale = scale();
    converter.say(5, 50);
    converter.say(5, 40_000);
    assertThat(hearer.last().flags().has(Flag.OUT_OF_RANGE)).isTrue();
    assertThat(scale.health().code()).isEqualTo("out-of-range");
  }

  @Test
  void aListenerThatThrowsDisturbsNobodyAndIsReported() {
    PlatformScale scale = scale();
    var unused =
        scale.subscribe(
            new Listener<WeightReading>() {
              @Override
              public void received(WeightReading reading) {
                throw new IllegalStateException("broken");
              }

              @Override
              public void interrupted(Interruption interruption) {}
            });
    converter.say(5, 50);
    assertThat(hearer.readings).isNotEmpty();
    assertThat(scale.health().code()).isEqualTo("listener-failed");
  }

  @Test
  void itsKeysSetZeroAndTareAndEachReadingKnowsItsTare() throws Exception {
    PlatformScale scale = scale();
    converter.say(5, 50);
    converter.say(5, 50 + 4_000);
    assertThat(scale.tareInForce()).isEmpty();
    scale.tare();
    assertThat(scale.tareInForce()).isEmpty(); // no reading was made with it yet
    converter.say(1, 50 + 4_000);
    assertThat(hearer.last().mass().kilograms()).isZero();
    assertThat(scale.tareInForce()).contains(new Tare(new Mass(4_000), TareKind.WEIGHED));
    scale.clearTare();
    scale.presetTare(new Mass(1_000));
    converter.say(1, 50 + 4_000);
    assertThat(hearer.last().mass().kilograms()).isEqualTo(3_000);
    assertThat(scale.tareInForce()).contains(new Tare(new Mass(1_000), TareKind.PRESET));
    converter.say(5, 50 + 300);
    scale.zero();
    converter.say(1, 50 + 300);
    assertThat(hearer.last().mass().kilograms()).isZero();
    assertThat(scale.tareInForce()).isEmpty();
  }

  @Test
  void withoutAnIndicatorThereAreNoKeys() throws IOException {
    Files.delete(document);
    assertThatThrownBy(scale()::zero)
        .isInstanceOf(DeviceException.LinkDown.class)
        .hasMessageContaining("health");
  }

  /** A station hears readings behind the very lock under which somebody may wait for a key. */
  @Test
  void aKeyIsPressedWhileAListenerIsBusyWithoutWaitingForIt() throws Exception {
    PlatformScale scale = scale();
    converter.say(5, 50);
    List<Throwable> refusals = new CopyOnWriteArrayList<>();
    AtomicBoolean once = new AtomicBoolean();
    var unused =
        scale.subscribe(
            new Listener<WeightReading>() {
              @Override
              public void received(WeightReading reading) {
                if (once.compareAndSet(false, true)) {
                  Thread other = new Thread(() -> pressZero(scale, refusals));
                  other.start();
                  join(other);
                }
              }

              @Override
              public void interrupted(Interruption interruption) {}
            });
    converter.say(1, 50);
    assertThat(once).isTrue();
    assertThat(refusals).isEmpty();
  }

  private static void pressZero(PlatformScale scale, List<Throwable> refusals) {
    try {
      scale.zero();
    } catch (DeviceException refused) {
      refusals.add(refused);
    }
  }

  private static void join(Thread other) {
    try {
      other.join(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(other.isAlive()).isFalse();
  }

  @Test
  void afterStoppingNothingIsHeardAnyMore() {
    PlatformScale scale = scale();
    converter.say(5, 50);
    int before = hearer.readings.size();
    scale.stop();
    converter.say(5, 50);
    assertThat(hearer.readings).hasSize(before);
  }
}
