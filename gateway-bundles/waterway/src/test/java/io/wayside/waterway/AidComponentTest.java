// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import static io.wayside.waterway.SteppedTime.S;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.Device;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Provenance;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSource;
import io.wayside.core.water.WaterReading;
import io.wayside.core.water.WaterSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The component as a framework drives it: sources come and go, its own thread ticks. */
class AidComponentTest {

  private static final long PATIENCE_NANOS = 60_000_000_000L;

  /** Night at the place. */
  private final SteppedTime time = new SteppedTime("2026-11-22T13:00:00Z");

  private final KeptJournal journal = new KeptJournal();
  private Optional<AidComponent> running = Optional.empty();

  private AidComponent component(Map<String, Object> more) throws Exception {
    AidComponent component =
        new AidComponent(
            Path.of(""),
            AidConfigs.of(more),
            journal,
            time,
            () -> new Provenance("0.1.0", "0123456789abcdef", "none"));
    running = Optional.of(component);
    return component;
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (running.isPresent()) {
      running.get().stop();
    }
  }

  /** A receiver of aids and of the water, as one object. */
  private static final class Receiver {
    private final Listeners<AidReport> aids = new Listeners<>("ais-1", (words, fault) -> {});
    private final Listeners<WaterReading> water = new Listeners<>("ais-1", (words, fault) -> {});

    AidSource aids() {
      return new AidSource() {
        @Override
        public String deviceId() {
          return "ais-1";
        }

        @Override
        public Subscription subscribe(Listener<? super AidReport> listener) {
          return aids.subscribe(listener);
        }
      };
    }

    WaterSource water() {
      return new WaterSource() {
        @Override
        public String deviceId() {
          return "ais-1";
        }

        @Override
        public Subscription subscribe(Listener<? super WaterReading> listener) {
          return water.subscribe(listener);
        }
      };
    }
  }

  private static final class Lamp implements Contact {
    private final Listeners<ContactChange> listeners = new Listeners<>("lamp", (words, f) -> {});
    private volatile Optional<Boolean> active = Optional.of(false);

    @Override
    public String deviceId() {
      return "lamp-1";
    }

    @Override
    public Optional<Boolean> active() {
      return active;
    }

    @Override
    public Subscription subscribe(Listener<? super ContactChange> listener) {
      return listeners.subscribe(listener);
    }

    void edge(long nanos, boolean on) {
      active = Optional.of(on);
      listeners.received(new ContactChange(nanos, on, StampedBy.KERNEL));
    }
  }

  private static Map<String, Object> device(String id) {
    return Map.of(Device.ID, id);
  }

  private void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start)
          .as("%s; health %s", what, running.map(AidComponent::health))
          .isLessThan(PATIENCE_NANOS);
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void itNamesWhatIsNotThereAndHearsWhatComes() throws Exception {
    AidComponent aid = component(Map.of("gauge", "ais-1/gauge:1", "photocell", "cell-1"));
    assertThat(aid.healthId()).isEqualTo("station.buoy-7");
    assertThat(aid.health().message()).contains("ais-1", "cell-1");

    Receiver receiver = new Receiver();
    Lamp cell = new Lamp();
    AidSource aids = receiver.aids();
    aid.addAids(aids, device("ais-1"));
    aid.addAids(new Receiver().aids(), device("ais-9"));
    aid.addWater(receiver.water(), device("ais-1"));
    aid.addContact(cell, device("cell-1"));
    receiver.aids.received(AidReport.of(0, "mmsi:995741007"));
    receiver.aids.received(AidReport.of(0, "mmsi:111111111"));
    receiver.aids.interrupted(new Interruption(0, Interruption.Cause.LINK_DOWN, "cut"));

    until("it is heard", () -> aid.health().code().equals("ok"));
    assertThat(journal.kept("aid-report")).hasSize(1);

    aid.removeAids(aids);
    aid.removeContact(cell);
    receiver.aids.received(AidReport.of(3600 * S, "mmsi:995741007"));
    assertThat(journal.kept("aid-report")).hasSize(1);
    assertThat(aid.health().message()).contains("cell-1").doesNotContain("ais-1");
  }

  @Test
  void aLampThatIsSeenToBeDarkAtNightIsToldWithoutAnyReport() throws Exception {
    AidComponent aid = component(Map.of("reports", new String[] {}, "lightInput", "lamp-1"));
    Lamp lamp = new Lamp();
    aid.addContact(lamp, device("lamp-1"));
    // Flashes of a second in four, then none; the clock goes as the edges do.
    for (int flash = 0; flash < 20; flash++) {
      lamp.edge(flash * (4 * S), true);
      lamp.edge(flash * (4 * S) + S, false);
    }
    time.set(80 * S);
    until("it is looked at", () -> !journal.kept("aid-report").isEmpty());
    long[] now = {80};
    until(
        "it is dark",
        () -> {
          time.set(++now[0] * S);
          return aid.health().code().equals("aid-dark");
        });

    assertThat(aid.health().message()).contains("by the light input");
    lamp.listeners.interrupted(
        new Interruption(time.monotonicNanos(), Interruption.Cause.STOPPED, "unplugged"));
    aid.removeContact(lamp);
    assertThat(aid.health().message()).doesNotContain("by nobody");
  }

  @Test
  void aChannelOfSamplesIsALightInput() throws Exception {
    AidComponent aid = component(Map.of("reports", new String[] {}, "lightInput", "adc-1/lamp"));
    Samples samples = new Samples();
    aid.addSamples(samples, device("adc-1"));
    double[] level = new double[4000];
    for (int block = 0; block < 20; block++) {
      for (int i = 0; i < level.length; i++) {
        level[i] = i < 1000 ? 0.8 : 0.02;
      }
      samples.listeners.received(
          new SampleBlock(
              block * (4 * S),
              1e6,
              block * 4000L,
              new double[][] {level, level.clone()},
              Flags.NONE));
    }
    time.set(80 * S);

    until("it is looked at", () -> !journal.kept("aid-report").isEmpty());
    aid.removeSamples(samples);
    assertThat(aid.health().message()).contains("adc-1");
  }

  private static final class Samples implements SampleStream {
    private final Listeners<SampleBlock> listeners = new Listeners<>("adc-1", (words, f) -> {});

    @Override
    public String deviceId() {
      return "adc-1";
    }

    @Override
    public List<Channel> channels() {
      return List.of(new Channel("solar", "V"), new Channel("lamp", "A"));
    }

    @Override
    public double nominalRateHz() {
      return 1000;
    }

    @Override
    public Subscription subscribe(Listener<? super SampleBlock> listener) {
      return listeners.subscribe(listener);
    }
  }

  @Test
  void aJournalThatCannotBeReadLetsItBeginAnew() throws Exception {
    journal.unreadable = true;
    Map<String, Object> more = new HashMap<>();

    AidComponent aid = component(more);

    assertThat(journal.kept("aid-state")).hasSize(1);
    assertThat(aid.health().code()).isEqualTo("no-source");
  }
}
