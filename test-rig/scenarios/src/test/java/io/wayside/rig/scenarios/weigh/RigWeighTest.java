// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.quality.Flag;
import io.wayside.core.recording.Damage;
import io.wayside.core.recording.RecordingDecoder;
import io.wayside.core.recording.RecordingHead;
import io.wayside.core.recording.RecordingSink;
import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.Scenarios;
import io.wayside.rig.simulators.motion.road.RoadSpec;
import io.wayside.weighing.lane.OpenInstrument;
import io.wayside.weighing.motion.MotionVehicle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RigWeighTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int weigh(String... arguments) {
    return RigWeigh.run(
        List.of(arguments),
        Made.SHELF,
        new PrintStream(out, true, UTF_8),
        new PrintStream(errors, true, UTF_8));
  }

  @Test
  void helpAndListSayWhatThereIs() {
    assertThat(weigh("--help")).isZero();
    assertThat(out.toString(UTF_8))
        .contains(
            "--scenario", "--seed", "--vehicles", "--direct", "--json", "--pairs", "--record");
    assertThat(weigh("--list")).isZero();
    assertThat(out.toString(UTF_8)).contains(Scenarios.names());
    assertThat(errors.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--sped 3",
        "--scenario",
        "--scenario nowhere",
        "--platform standing",
        "--platform static --scenario bridge",
        "--platform static --runs 3",
        "--seed 1",
        "--scenario bridge --vehicles 0",
        "--scenario bridge --vehicles many",
        "--scenario bridge --runs 101",
        "--scenario bridge --seed -1",
        "--scenario bridge --json --json"
      })
  void wrongUsageIsOneLineThatNamesIt(String line) {
    assertThat(weigh(line.split(" ", -1))).isEqualTo(RigWeigh.WRONG_USAGE);
    assertThat(errors.toString(UTF_8).lines()).hasSize(1);
    assertThat(errors.toString(UTF_8)).startsWith("wayside rig weigh: ").contains("--");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidAndNotWrongUsage() {
    String nowhere = folder.resolve("no/such/folder.wsr").toString();
    assertThat(
            weigh(
                "--scenario",
                "bridge",
                "--vehicles",
                "1",
                "--runs",
                "2",
                "--direct",
                "--record",
                nowhere))
        .isEqualTo(RigWeigh.CANNOT_RUN);
    assertThat(errors.toString(UTF_8)).contains("folder.wsr");
  }

  private static Progress quiet() {
    return new Progress(new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
  }

  private static Measured measured(String scenario, Signal.Way way, int vehicles, int runs)
      throws Exception {
    return new Measuring(Scenarios.named(scenario), 7, way, Made.SHELF, quiet())
        .run(vehicles, runs, Optional.empty());
  }

  @Test
  void throughTheWireComesWhatComesDirectly() throws Exception {
    Measured direct = measured("four-lines-class-i", DirectSignal.WAY, 12, 3);
    Measured wire = measured("four-lines-class-i", WireSignal.WAY, 12, 3);
    assertThat(wire.pairs()).hasSameSizeAs(direct.pairs());
    for (int i = 0; i < wire.pairs().size(); i++) {
      MotionVehicle one = wire.pairs().get(i).weighed();
      MotionVehicle other = direct.pairs().get(i).weighed();
      assertThat(one.grossN()).isCloseTo(other.grossN(), within(2e-4 * other.grossN()));
      assertThat(one.flags()).isEqualTo(other.flags());
      assertThat(one.axles()).hasSameSizeAs(other.axles());
    }
    assertThat(wire.way()).contains("iiod", "driver.iio");
  }

  @ParameterizedTest
  @ValueSource(strings = {"four-lines-class-i", "platform-3m-low-speed", "bridge"})
  void calibrationFindsGainsAndVehiclesComeOutNearTheTruth(String scenario) throws Exception {
    Measured measured = measured(scenario, WireSignal.WAY, 15, 3);
    assertThat(measured.calibrated().seen()).isEqualTo(12);
    assertThat(measured.calibrated().fits())
        .allSatisfy(fit -> assertThat(fit.factor()).isBetween(0.8, 1.2));
    assertThat(measured.pairs()).hasSizeBetween(13, 15);
    assertThat(measured.wrongs().unflagged()).isEmpty();
    assertThat(measured.clean().rows())
        .filteredOn(row -> row.criterion().word().equals("gross"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.n()).isPositive();
              assertThat(Math.abs(row.mean())).isLessThan(3);
              assertThat(Math.abs(row.worst())).isLessThan(10);
            });
    assertThat(measured.claim()).startsWith("in simulation, road").contains("IRI");
    assertThat(MeasuredText.of(measured)).contains(measured.claim(), "calibration", "gross");
  }

  @Test
  void onASmoothRoadTheGainsThatNobodyTellsAreFound() throws Exception {
    Scenario named = Scenarios.named("four-lines-class-i");
    Scenario smooth = named.at(named.site().on(RoadSpec.SMOOTH));
    Calibrated calibrated =
        new Calibrating(smooth, DirectSignal.WAY)
            .run(3, 7, passed -> assertThat(passed).isPositive());
    double warmer = Math.exp(-2e-4 * (30 - 20)); // of the gain, from 20 °C to the lane's 30 °C
    assertThat(calibrated.fits())
        .hasSize(8)
        .allSatisfy(
            fit -> {
              double right = 4e-4 / (smooth.scene(7).trueGain(fit.sensor()) * warmer);
              assertThat(fit.factor()).isCloseTo(right, within(0.005 * right));
            });
  }

  @Test
  void jsonAndPairsCarryTheFigures() throws Exception {
    Path pairs = folder.resolve("pairs.csv");
    assertThat(
            weigh(
                "--scenario",
                "bridge",
                "--vehicles",
                "8",
                "--runs",
                "2",
                "--direct",
                "--json",
                "--pairs",
                pairs.toString()))
        .isZero();
    Node json = Node.read("json", out.toString(UTF_8));
    assertThat(json.member("scenario").text()).isEqualTo("bridge");
    assertThat(json.member("claim").text()).startsWith("in simulation, ");
    assertThat(json.member("all").member("gross").member("n").number()).isPositive();
    List<String> lines = Files.readAllLines(pairs);
    assertThat(lines.get(0)).isEqualTo("criterion,reference,measured,vehicle,axles");
    assertThat(lines).filteredOn(line -> line.startsWith("gross,")).hasSizeBetween(7, 8);
    assertThat(errors.toString(UTF_8)).contains("weighing: 8 of 8");
  }

  /** Weighs a recording as {@code wayside weigh} does. */
  private static final class Again implements RecordingSink {
    private final List<MotionVehicle> found = new ArrayList<>();
    private @Nullable RecordingHead head;
    private @Nullable OpenInstrument instrument;

    @Override
    public void head(RecordingHead read) {
      head = read;
      try {
        instrument =
            OpenInstrument.of(
                Node.of("recording", read.instrument()),
                read.offered().stream().map(SampleStream.Channel::name).toList());
      } catch (GarbledData garbled) {
        throw new AssertionError(garbled);
      }
    }

    @Override
    public void block(SampleBlock block) {
      Objects.requireNonNull(instrument).weighing().samples(block, found::add);
    }

    @Override
    public void damaged(Damage damage) {
      throw new AssertionError(damage);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"four-lines-class-i", "platform-3m-low-speed"})
  void aRecordingIsWeighedAgainToTheSameFigures(String scenario) throws Exception {
    Path file = folder.resolve("signal.wsr");
    Measured measured =
        new Measuring(Scenarios.named(scenario), 5, WireSignal.WAY, Made.SHELF, quiet())
            .run(5, 2, Optional.of(file));
    Again again = new Again();
    byte[] bytes = Files.readAllBytes(file);
    RecordingDecoder decoder = new RecordingDecoder();
    decoder.accept(bytes, 0, bytes.length, again);
    decoder.finish(again);
    Objects.requireNonNull(again.instrument).weighing().finish(again.found::add);
    assertThat(again.found).hasSize(measured.weighed());
    assertThat(again.found)
        .extracting(MotionVehicle::grossN, MotionVehicle::beganNanos)
        .containsAll(
            measured.pairs().stream()
                .map(Matching.Pairing::weighed)
                .map(vehicle -> tuple(vehicle.grossN(), vehicle.beganNanos()))
                .toList());
    assertThat(again.found).allMatch(vehicle -> vehicle.flags().has(Flag.SIMULATED));
    Node truth = Node.of("truth", Objects.requireNonNull(again.head).truth());
    assertThat(truth.member("vehicles").elements()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(truth.member("vehicles").elements().get(0).member("axlesN").numbers())
        .hasSize(measured.played().own().get(0).axles().size());
  }
}
