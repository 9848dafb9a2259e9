// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Node;
import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.core.device.FrameSource;
import io.wayside.core.device.Listener;
import io.wayside.core.device.PlateReading;
import io.wayside.core.device.PlateSource;
import io.wayside.core.plate.PlateForms;
import io.wayside.core.plate.PlateKey;
import io.wayside.core.record.BlobRef;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.traffic.ClassedVehicle;
import io.wayside.core.traffic.VehicleClassSource;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.sight.ClassGroups;
import io.wayside.tolling.sight.Keeping;
import io.wayside.tolling.sight.LaneEyes;
import io.wayside.tolling.sight.SightRules;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lane at work that sees, from its devices to its records. */
class SeeingLaneTest {

  private static final PlateKey KEY = new PlateKey(new byte[16]);

  @TempDir Path folder;
  private LaneBench bench;
  private final Ears<PlateReading> plates = new Ears<>();
  private final Ears<Frame> frames = new Ears<>();
  private final Ears<ClassedVehicle> classes = new Ears<>();

  /** Who listens. */
  private static final class Ears<E> {
    private final List<Listener<? super E>> all = new ArrayList<>();

    void hear(E event) {
      List.copyOf(all).forEach(each -> each.received(event));
    }
  }

  private final class Plates implements PlateSource {
    @Override
    public String deviceId() {
      return "anpr-1";
    }

    @Override
    public Subscription subscribe(Listener<? super PlateReading> listener) {
      plates.all.add(listener);
      return () -> plates.all.remove(listener);
    }
  }

  private final class Overview implements FrameSource {
    @Override
    public String deviceId() {
      return "cam-1";
    }

    @Override
    public Subscription subscribe(Listener<? super Frame> listener) {
      frames.all.add(listener);
      return () -> frames.all.remove(listener);
    }
  }

  private final class Station implements VehicleClassSource {
    @Override
    public Subscription subscribe(Listener<? super ClassedVehicle> listener) {
      classes.all.add(listener);
      return () -> classes.all.remove(listener);
    }
  }

  @BeforeEach
  void begin() throws Exception {
    bench = new LaneBench(folder);
    Path vn = Path.of("../../config/plates/vn.json");
    bench.eyes =
        new LaneEyes(
            Optional.of(new Plates()),
            Optional.of(new Overview()),
            Optional.of(new Station()),
            new SightRules(
                Optional.of(KEY),
                Optional.of(PlateForms.from(Node.read("vn", Files.readString(vn)))),
                0,
                Keeping.IN_DOUBT,
                true,
                Optional.of(ClassGroups.from(LaneBench.document("class-groups-example")))));
    bench.start().pass(2_000);
  }

  @AfterEach
  void end() {
    bench.close();
    assertThat(plates.all).isEmpty();
    assertThat(frames.all).isEmpty();
    assertThat(classes.all).isEmpty();
  }

  private void shows() {
    frames.hear(
        new Frame(
            bench.time.monotonicNanos(),
            8,
            8,
            PixelFormat.GREY8,
            ByteBuffer.wrap(new byte[64]),
            0));
  }

  private void reads(String plate) {
    plates.hear(PlateReading.of(bench.time.monotonicNanos(), plate));
  }

  /** As {@link LaneBench#leaves}, with a picture on the way. */
  private void leaves(boolean withPicture) {
    bench.arming.is(false);
    bench.pass(500);
    bench.safety.is(true);
    bench.pass(100);
    if (withPicture) {
      shows();
    }
    bench.pass(600);
    bench.safety.is(false);
    bench.pass(50);
  }

  private JournalRecord only(String kind) {
    assertThat(bench.records(kind)).hasSize(1);
    return bench.records(kind).get(0);
  }

  @Test
  void aChargeHasBothPicturesAndThePlateAsAHash() {
    bench.arrives(KnownTags.ANNA);
    shows();
    reads("51F-123.45");
    bench.pass(10);
    leaves(true);

    JournalRecord passage = only("toll-passage");
    Fields body = new Fields(passage.body());
    assertThat(passage.blobs()).extracting(BlobRef::name).containsExactly("armed", "crossing");
    assertThat(body.whole("pictures")).contains(2L);
    assertThat(body.member("plate").text("hash")).contains(KEY.hidden("51F12345").hash());
    assertThat(body.member("plate").text("text")).isEmpty();
    assertThat(only("toll-grant").blobs()).isEmpty();
    assertThat(bench.works().view().pictures()).isEqualTo(2);
  }

  @Test
  void aRunThroughHasItsPlateAsTextWhereTheSiteAsksForIt() {
    bench.arrives(null);
    reads("51F-123.45");
    shows();
    bench.pass(10);
    leaves(true);

    JournalRecord violation = only("toll-violation");
    assertThat(new Fields(violation.body()).member("plate").text("text")).contains("51F12345");
    assertThat(violation.blobs()).extracting(BlobRef::name).contains("armed", "violation");
  }

  @Test
  void aCameraThatHangsDelaysNobodyAndIsTold() {
    bench.arrives(KnownTags.ANNA);
    leaves(false);
    assertThat(only("toll-passage").blobs()).isEmpty();
    bench.pass(1_500);

    assertThat(bench.healthCode()).isEqualTo("pictures-missing");
    assertThat(bench.works().health().message()).contains("2 pictures", "cam-1");
    bench.pass(601_000);
    assertThat(bench.healthCode()).isNotEqualTo("pictures-missing");
  }

  @Test
  void aMeasuredClassAboveTheRegisteredGroupIsEvidenceAndTheRegisteredOneIsCharged() {
    bench.arrives(KnownTags.ANNA);
    long now = bench.time.monotonicNanos();
    classes.hear(
        new ClassedVehicle(
            now - 1_000_000,
            now,
            "fhwa-13",
            "9",
            OptionalDouble.of(1),
            OptionalDouble.of(16.5),
            OptionalInt.of(5)));
    leaves(false);

    Fields body = new Fields(only("toll-passage").body());
    assertThat(body.member("measured").whole("group")).contains(4L);
    assertThat(body.member("measured").text("class")).contains("9");
    assertThat(body.member("decision").whole("group")).contains(1L);
    assertThat(body.value().toString()).contains("class-mismatch");
    assertThat(body.text("payment")).contains("account");
  }

  @Test
  void theHoursRecordCountsThePicturesThatWereTaken() {
    bench.arrives(KnownTags.ANNA);
    shows();
    leaves(true);
    bench.close();

    List<JournalRecord> health = bench.journal.all(LaneBench.ORIGIN.healthStream());
    assertThat(health).hasSize(1);
    assertThat(new Fields(health.get(0).body()).whole("pictures")).contains(2L);
  }
}
