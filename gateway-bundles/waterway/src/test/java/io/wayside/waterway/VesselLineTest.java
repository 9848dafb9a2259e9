// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.device.Device;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Journal;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.core.traffic.ClassedVehicle;
import io.wayside.core.traffic.VehicleClassSource;
import io.wayside.core.water.Fix;
import io.wayside.core.water.VesselReport;
import io.wayside.core.water.VesselReport.Hull;
import io.wayside.core.water.VesselReport.Station;
import io.wayside.core.water.VesselSource;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The component as a framework drives it. */
class VesselLineTest {

  private static final long S = 1_000_000_000L;
  private static final long PATIENCE_NANOS = 60 * S;

  private final AtomicLong now = new AtomicLong();
  private final List<Draft> kept = new CopyOnWriteArrayList<>();
  private final Radio radio = new Radio();
  private final Camera camera = new Camera();
  private final VesselLine line = line(Map.of("camera", "count-1"));
  private boolean stopped;

  /** A receiver that says what the test wants. */
  private static final class Radio implements VesselSource {
    private final Listeners<VesselReport> listeners =
        new Listeners<>("ais-1", (words, fault) -> {});

    @Override
    public String deviceId() {
      return "ais-1";
    }

    @Override
    public Subscription subscribe(Listener<? super VesselReport> listener) {
      return listeners.subscribe(listener);
    }
  }

  /** A counting station beside the line. */
  private static final class Camera implements VehicleClassSource {
    private final Listeners<ClassedVehicle> listeners =
        new Listeners<>("count-1", (words, fault) -> {});

    @Override
    public Subscription subscribe(Listener<? super ClassedVehicle> listener) {
      return listeners.subscribe(listener);
    }
  }

  private static VesselLineConfig config(Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>();
    values.put("station_id", "bridge-1");
    values.put("receivers", new String[] {"ais-1"});
    values.put("fromLatitudeDeg", 20.0);
    values.put("fromLongitudeDeg", 106.0);
    values.put("toLatitudeDeg", 20.004);
    values.put("toLongitudeDeg", 106.0);
    values.put("toRight", "downstream");
    values.put("toLeft", "upstream");
    values.putAll(more);
    return (VesselLineConfig)
        Objects.requireNonNull(
            Proxy.newProxyInstance(
                VesselLineConfig.class.getClassLoader(),
                new Class<?>[] {VesselLineConfig.class},
                (proxy, method, arguments) ->
                    values.getOrDefault(method.getName(), method.getDefaultValue())));
  }

  private VesselLine line(Map<String, Object> more) {
    TimeSource time =
        new TimeSource() {
          @Override
          public long monotonicNanos() {
            return now.get();
          }

          @Override
          public Stamp at(long nanos) {
            Instant begin = Instant.parse("2026-11-22T00:00:00Z");
            return new Stamp(begin.plusNanos(nanos), ClockQuality.unsynchronised(), "boot", nanos);
          }
        };
    return new VesselLine(
        config(more), journal(), time, () -> new Provenance("0.1.0", "0123456789abcdef", "none"));
  }

  private Journal journal() {
    return (Journal)
        Objects.requireNonNull(
            Proxy.newProxyInstance(
                Journal.class.getClassLoader(),
                new Class<?>[] {Journal.class},
                (proxy, method, arguments) -> {
                  Draft draft = (Draft) arguments[0];
                  kept.add(draft);
                  return CompletableFuture.completedFuture(
                      new RecordId("g", draft.stream(), kept.size()));
                }));
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (!stopped) {
      line.stop();
    }
  }

  private void listens() {
    line.addReceiver(radio, Map.of(Device.ID, "ais-1"));
    line.addCamera(camera, Map.of("station.id", "count-1"));
  }

  private void reports(long second, double eastDeg, boolean named) {
    radio.listeners.received(
        new VesselReport(
            second * S,
            "mmsi:574123456",
            Station.CLASS_A,
            Optional.of(Fix.of(20.002, 106 + eastDeg)),
            OptionalDouble.of(5),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            named ? Optional.of("PHU LUONG 27") : Optional.empty(),
            named ? OptionalInt.of(79) : OptionalInt.empty(),
            named ? Optional.of(new Hull(50, 10, 5, 4)) : Optional.empty(),
            named ? OptionalDouble.of(2.4) : OptionalDouble.empty()));
  }

  private Value.Fields body(int index) {
    return kept.get(index).body();
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  @Test
  void aPassageIsARecordThatSaysWhatItCovers() throws IOException {
    listens();
    reports(100, -0.001, false);
    reports(130, -0.0002, false);
    reports(160, 0.001, true);

    assertThat(kept).hasSize(1);
    assertThat(kept.get(0).stream()).isEqualTo("waterway.bridge-1");
    assertThat(kept.get(0).kind()).hasToString("vessel-passage/1");
    assertThat(body(0).values())
        .containsEntry("how", text("ais"))
        .containsEntry("covers", text("AIS-equipped vessels"))
        .containsEntry("direction", text("downstream"))
        .containsEntry("vessel", text("mmsi:574123456"))
        .containsEntry("name", text("PHU LUONG 27"))
        .containsEntry("group", text("cargo"))
        .containsEntry("lengthM", new Value.Real(60))
        .containsEntry("gapS", new Value.Real(30));
    fits(body(0));
  }

  @Test
  void aVesselThatOnlyTheCameraSawIsARecordToo() throws IOException {
    listens();
    camera.listeners.received(
        new ClassedVehicle(
            100 * S,
            104 * S,
            "camera-size",
            "boat",
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty()));
    now.set(2_000 * S);
    waitUntilKept(1);

    assertThat(body(0).values())
        .containsEntry("at", text("2026-11-22T00:01:42Z"))
        .containsEntry("how", text("camera"))
        .containsEntry("covers", text("seen by camera only"))
        .containsEntry("direction", Value.ABSENT)
        .containsEntry("vessel", Value.ABSENT);
    fits(body(0));
  }

  /** The component's own thread ticks once a second; it may be late. */
  private void waitUntilKept(int records) {
    long begin = System.nanoTime();
    while (kept.size() < records && System.nanoTime() - begin < PATIENCE_NANOS) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(kept).hasSize(records);
  }

  @Test
  void whatWaitsForItsNameIsRecordedWhenTheStationStops() throws InterruptedException, IOException {
    listens();
    reports(100, -0.001, false);
    reports(160, 0.001, false);
    assertThat(kept).isEmpty();
    line.stop();
    stopped = true;

    assertThat(body(0).values())
        .containsEntry("group", text("unknown"))
        .containsEntry("shipType", Value.ABSENT);
    fits(body(0));
  }

  @Test
  void healthNamesTheReceiverThatIsNotHeard() {
    assertThat(line.health().status()).isEqualTo(Status.DEGRADED);
    assertThat(line.health().message()).contains("ais-1");
    listens();
    assertThat(line.health().status()).isEqualTo(Status.OK);
    radio.listeners.interrupted(new Interruption(0, Cause.SILENT, "ais-1 hears nothing, look"));
    assertThat(line.health().message()).contains("ais-1 hears nothing, look");
    reports(100, -0.001, false);
    assertThat(line.health().status()).isEqualTo(Status.OK);
    line.removeReceiver(radio);
    assertThat(line.health().message()).contains("left the gateway");
    reports(160, 0.001, true);
    assertThat(kept).as("it is not heard any more").isEmpty();
  }

  /** A receiver's own word on how it is. */
  private static final class Doctor implements HealthSource {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Health health = Health.starting("ais-1: waiting for the first sentence", 0);
    private volatile boolean breaks;

    @Override
    public String healthId() {
      return "device.ais-1";
    }

    @Override
    public Health health() {
      asked.incrementAndGet();
      if (breaks) {
        throw new NoClassDefFoundError("com/example/Missing");
      }
      return health;
    }
  }

  private void untilHealth(String code) {
    long begin = System.nanoTime();
    while (!line.health().code().equals(code) && System.nanoTime() - begin < PATIENCE_NANOS) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(line.health().code()).isEqualTo(code);
  }

  @Test
  void aReceiverThatWorksAndHearsNobodyIsNotTakenForOneThatIsNotThere() {
    Doctor doctor = new Doctor();
    listens();
    line.addHealth(doctor, Map.of(Device.ID, "ais-1"));
    line.addHealth(new Doctor(), Map.of(Device.ID, "ais-9"));
    untilHealth("no-receiver");
    assertThat(line.health().message()).contains("waiting for the first sentence");

    doctor.health = Health.ok(0);
    untilHealth("no-vessel-yet");
    assertThat(line.health().status()).isEqualTo(Status.OK);
    assertThat(line.health().message()).contains("ais-1");

    reports(100, -0.001, false);
    assertThat(line.health().code()).isEqualTo("ok");
    radio.listeners.interrupted(new Interruption(0, Cause.LINK_DOWN, "ais-1 is unplugged"));
    doctor.health = new Health(Status.FAILED, "link-down", "ais-1 is unplugged", 0);
    untilHealth("no-receiver");
    doctor.health = new Health(Status.DEGRADED, "noisy-line", "ais-1: check the cable", 0);
    untilHealth("no-vessel-yet");
    line.removeHealth(doctor);
  }

  /** The line has heard its answer when it asks again. */
  private static void untilHeard(Doctor doctor) {
    int before = doctor.asked.get();
    long begin = System.nanoTime();
    while (doctor.asked.get() < before + 2 && System.nanoTime() - begin < PATIENCE_NANOS) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(doctor.asked.get()).isGreaterThanOrEqualTo(before + 2);
  }

  @Test
  void aDeviceThatIsWellAndTellsNoVesselsIsNotListenedTo() {
    Doctor doctor = new Doctor();
    doctor.health = Health.ok(0);
    line.addHealth(doctor, Map.of(Device.ID, "ais-1"));
    untilHeard(doctor);
    assertThat(line.health().code()).isEqualTo("no-receiver");

    listens();
    untilHealth("no-vessel-yet");
    line.removeReceiver(radio);
    untilHeard(doctor);
    assertThat(line.health().message()).contains("left the gateway");
  }

  @Test
  void aReceiverThatCannotSayHowItIsHoldsUpNoRecord() {
    Doctor doctor = new Doctor();
    doctor.breaks = true;
    line.addHealth(doctor, Map.of(Device.ID, "ais-1"));
    listens();
    reports(100, -0.001, false);
    reports(160, 0.001, false);
    untilHeard(doctor);
    now.set(2_000 * S);
    waitUntilKept(1);
  }

  @Test
  void othersAreNotListenedTo() {
    line.addReceiver(radio, Map.of(Device.ID, "ais-2"));
    line.addCamera(camera, Map.of("station.id", "count-2"));
    reports(100, -0.001, true);
    reports(160, 0.001, true);
    assertThat(kept).isEmpty();
    assertThat(line.healthId()).isEqualTo("station.bridge-1");
  }

  @Test
  void aStationThatHearsNobodyIsRefused() {
    assertThatThrownBy(() -> line(Map.of("receivers", new String[0])))
        .hasMessageContaining("receivers")
        .hasMessageContaining("nmea-receiver");
    assertThatThrownBy(() -> line(Map.of("toLatitudeDeg", 20.0)))
        .hasMessageContaining("correct their coordinates");
  }

  private static void fits(Value.Fields body) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                Files.readString(
                    Path.of("../../config/schema/records/vessel-passage-1.schema.json")));
    assertThat(schema.validate(Json.write(body), InputFormat.JSON)).isEmpty();
  }
}
