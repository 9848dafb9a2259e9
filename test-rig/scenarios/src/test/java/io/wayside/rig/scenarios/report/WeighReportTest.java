// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.motion.Scenarios;
import io.wayside.weighing.accuracy.AccuracyClass;
import io.wayside.weighing.accuracy.Criterion;
import io.wayside.weighing.accuracy.Pair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeighReportTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int report(String... arguments) {
    return WeighReport.run(
        List.of(arguments),
        Path.of(System.getProperty("wayside.home", "../..")),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  private int handful(Path folder) {
    return report("--out", folder.toString(), "--vehicles", "8", "--seeds", "1", "--runs", "12");
  }

  private static Map<String, String> written(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  files.put(folder.relativize(file).toString(), Files.readString(file));
                } catch (IOException unreadable) {
                  throw new UncheckedIOException(unreadable);
                }
              });
    }
    return files;
  }

  @Test
  void aHandfulOfVehiclesGivesThePageWithEveryPlotItShowsAndTwiceTheSameBytes(
      @TempDir Path once, @TempDir Path again) throws IOException {
    assertThat(handful(once)).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(handful(again)).isZero();

    Map<String, String> files = written(once);
    assertThat(written(again)).isEqualTo(files);
    String page = files.get(WeighReport.PAGE);
    WeighReport.SCENARIOS.forEach(name -> assertThat(page).contains(name));
    assertThat(page).contains("in simulation, road class B").contains("R 134 mass class");
    files.keySet().stream()
        .filter(file -> file.endsWith(".svg"))
        .forEach(
            file -> {
              assertThat(page).contains("](" + file + ")");
              assertThat(Picture.of(files.get(file)).elements("text", "tick")).isNotEmpty();
            });
    assertThat(files.keySet()).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void theSpeedPlotHasOneDotForEachGrossAndTheBarsCountThemAll() throws Exception {
    Outcome outcome = Weighed.of(Scenarios.named("platform-3m-low-speed"), 3, 8, 12);
    int gross = outcome.loads(Criterion.GROSS).size();
    assertThat(gross).isPositive();

    assertThat(Picture.of(Plots.errorAgainstSpeed(outcome, "t")).dots()).hasSize(gross);
    Picture bars = Picture.of(Plots.distribution(outcome, new AccuracyClass(5), "t"));
    assertThat(bars.elements("text", "note").get(0).getTextContent()).startsWith("n " + gross);
    assertThat(bars.elements("path", "limit")).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void theSignalPlotMarksEachAxleInBothHalves() throws Exception {
    Outcome outcome = Weighed.of(Scenarios.named("four-lines-class-i"), 2, 4, 12);
    Match match = outcome.matches().get(0);

    SignalWindow window = SignalWindow.of(outcome.scenario(), 2, match);
    Picture picture = Picture.of(Plots.signal(window, "t"));

    int axles = match.vehicle().axles().size();
    assertThat(picture.elements("path", "limit")).hasSize(2 * axles);
    assertThat(picture.elements("path", "first"))
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line.getAttribute("d").split("[ML]", -1))
                    .hasSize(window.timesS().size() + 1));
  }

  @Test
  void calibrationFindsTheGainsThatNobodyWasTold() throws Exception {
    // Gains are off by 5 % from the data sheet's, line by line: uncalibrated errors are as large.
    Outcome outcome = Weighed.of(Scenarios.named("four-lines-class-i"), 5, 12, 20);

    assertThat(outcome.miscounted()).isZero();
    assertThat(outcome.inSilence()).isZero();
    assertThat(outcome.invented()).isZero();
    assertThat(outcome.pairs())
        .filteredOn(pair -> pair.criterion() == Criterion.GROSS)
        .extracting(Pair::errorPercent)
        .allSatisfy(error -> assertThat(Math.abs(error)).isLessThan(5));
  }

  @Test
  void aWrongOptionIsNamed() {
    assertThat(report("--vehicels", "3")).isEqualTo(2);
    assertThat(report("--vehicles", "many")).isEqualTo(2);
    assertThat(report("--seeds")).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .satisfiesExactly(
            line -> assertThat(line).contains("--vehicels"),
            line -> assertThat(line).contains("--vehicles").contains("many"),
            line -> assertThat(line).contains("--seeds"));
  }

  @Test
  void helpListsTheOptions() {
    assertThat(report("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--out").contains("--vehicles");
  }
}
