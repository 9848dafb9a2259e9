// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  /** Measures the same each time. */
  private record Fixed(String name, boolean fails) implements Benchmark {
    @Override
    public String about() {
      return "a against b";
    }

    @Override
    public List<Figure> run(boolean quick, Progress progress) throws Exception {
      if (fails) {
        throw new IllegalStateException("no disk");
      }
      progress.doing("measuring");
      Figure limit = Figure.plain(name, "limit", 200, "records/s", 1);
      Samples samples = new Samples();
      samples.add(90);
      samples.add(100);
      samples.add(500);
      return List.of(limit, Figure.ratio(name, "rate", samples, "records/s", limit));
    }
  }

  private int bench(String... arguments) {
    return Bench.run(
        List.of(arguments),
        List.of(new Fixed("good", false), new Fixed("bad", true)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  @Test
  void jsonIsOneLineForEachFigure() {
    assertThat(bench("good", "--json")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "{\"bench\":\"good\",\"figure\":\"limit\",\"value\":200.0,\"unit\":\"records/s\","
                + "\"against\":null,\"ratio\":null,\"runs\":1}",
            "{\"bench\":\"good\",\"figure\":\"rate\",\"value\":100.0,\"unit\":\"records/s\","
                + "\"against\":\"limit\",\"ratio\":0.5,\"runs\":3}");
  }

  @Test
  void theTableHasUnitsAndRatios() {
    assertThat(bench("good")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("a against b")
        .containsPattern("rate +100 records/s +0\\.50 +limit +3");
  }

  @Test
  void quickFiguresSayThatTheyAreNotForQuoting() {
    bench("good", "--quick");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("not for quoting");
  }

  @Test
  void oneFailureDoesNotHideTheOthers() {
    assertThat(bench("all")).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("rate");
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("bad failed").contains("no disk");
  }

  @Test
  void anUnknownNameIsWrongUsage() {
    assertThat(bench("god")).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("god").contains("--help");
  }

  @Test
  void helpListsEveryBenchmark() {
    assertThat(bench("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("good").contains("bad");
  }
}
