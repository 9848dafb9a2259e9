// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.countscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountScoreTest {

  private static final String ONE =
      "{\"t\":1.0,\"line\":\"A\",\"direction\":\"left\",\"class\":\"light\"}\n";
  private static final String TWO = ONE + ONE.replace("1.0", "4.0");

  @TempDir Path box;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... arguments) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return CountScore.run(List.of(arguments), out, out);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(box.resolve(name), text).toString();
  }

  @Test
  void theTableSaysWhatWasMissed() throws IOException {
    int code = run("--events", file("e", ONE), "--truth", file("t", TWO));

    assertThat(code).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("A left", "0.5000", "1.0000", "missed: 4.00 s A left light");
  }

  @Test
  void belowWhatIsAskedForTheExitStatusIsOne() throws IOException {
    String events = file("e", ONE);
    String truth = file("t", TWO);

    assertThat(run("--events", events, "--truth", truth, "--at-least", "0.51")).isEqualTo(1);
    assertThat(run("--events", events, "--truth", truth, "--at-least", "0.5")).isZero();
  }

  @Test
  void theLimitInTimeIsAsAskedFor() throws IOException {
    String late = file("e", ONE.replace("1.0", "1.8"));
    String truth = file("t", ONE);

    assertThat(run("--events", late, "--truth", truth, "--within", "0.5s", "--at-least", "1"))
        .isEqualTo(1);
    assertThat(run("--events", late, "--truth", truth, "--at-least", "1")).isZero();
  }

  @Test
  void whatIsWrongWithTheCallIsSaid() throws IOException {
    String good = file("t", ONE);

    assertThat(run("--truth", good)).isEqualTo(2);
    assertThat(run("--events", box + "/none", "--truth", good)).isEqualTo(2);
    assertThat(run("--events", good, "--truth", good, "--within", "soon")).isEqualTo(2);
    assertThat(run("--events", good, "--truth", good, "--at-least", "7")).isEqualTo(2);
    assertThat(run("--events", good, "--truth")).isEqualTo(2);
    assertThat(run("--evnts", good)).isEqualTo(2);
    assertThat(run("--events", file("e", "{"), "--truth", good)).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("none is no file", "1s or 0.5s", "--evnts", "e: line 1");
    assertThat(run("--help")).isZero();
  }
}
