// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.store.JdbcStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CentralTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CountDownLatch told = new CountDownLatch(1);

  private int run(String... words) throws InterruptedException {
    return new Central(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            told)
        .run(List.of(words));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Path storeWith(List<JournalRecord> records) throws Exception {
    Path file = folder.resolve("central.db");
    try (JdbcStore store = JdbcStore.open(file.toString())) {
      store.store(Samples.sound(records));
    }
    return file;
  }

  @Test
  void helpNamesEveryVerb() throws Exception {
    assertThat(run("help")).isZero();
    assertThat(said()).contains("central run", "central status", "--json");
    assertThat(run("run", "--help")).isZero();
    assertThat(run()).isZero();
  }

  @Test
  void whatIsNotUnderstoodEndsWithTwoAndOneLine() throws Exception {
    String[][] wrong = {
      {"walk"},
      {"run"},
      {"run", "--broker", "tcp://h:1", "--store", "f"},
      {"run", "--broker", "h:1", "--store", "f", "--tenant", "t"},
      {"run", "--broker", "tcp://h:1", "--store", "f", "--tenant", "T E"},
      {"run", "--broker", "tcp://h:1", "--store", "f", "--tenant", "t", "--page-port", "x"},
      {"run", "--broker", "tcp://h:1", "--store", "f", "--tenant", "t", "--page-port", "99999"},
      {"run", "--broker"},
      {"status"},
      {"status", "--store", "a", "--store", "b"},
      {"status", "--colour"},
    };
    for (String[] words : wrong) {
      err.reset();
      assertThat(run(words)).as(String.join(" ", words)).isEqualTo(Central.BAD_ARGUMENTS);
      assertThat(complained().lines()).hasSize(1).first().asString().startsWith("central: ");
    }
  }

  @Test
  void anOccupiedPortEndsWithFourAndTheRemedy() throws Exception {
    try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(occupied.getLocalPort());
      int code =
          run(
              "run",
              "--broker",
              "tcp://127.0.0.1:1",
              "--store",
              folder.resolve("c.db").toString(),
              "--tenant",
              "t",
              "--page-port",
              port);
      assertThat(code).isEqualTo(Central.PORT_TAKEN);
      assertThat(complained().lines()).hasSize(1).first().asString().contains(port, "--page-port");
    }
  }

  @Test
  void runsWithoutABrokerUntilToldToEnd() throws Exception {
    told.countDown();
    int code =
        run(
            "run",
            "--broker",
            "tcp://127.0.0.1:1",
            "--store",
            folder.resolve("c.db").toString(),
            "--tenant",
            "t",
            "--page-port",
            "0");
    assertThat(code).isZero();
    assertThat(said()).contains("page http://127.0.0.1:");
  }

  @Test
  void aStoreThatIsNotThereEndsWithThree() throws Exception {
    assertThat(run("status", "--store", folder.resolve("none.db").toString()))
        .isEqualTo(Central.STORE_FAILED);
    assertThat(complained()).contains("none.db", "no such file");
  }

  @Test
  void aCompleteStoreEndsWithZero() throws Exception {
    Path store = storeWith(Samples.chain("gw-1", "weighing.lane-1", 4));
    assertThat(run("status", "--store", store.toString())).isZero();
    assertThat(said())
        .endsWith(
            "stored 4, missing 0, thinned 0, lost 0, repeated 0, conflicts 0, refused 0, chain ok: complete\n");
  }

  @Test
  void aGapEndsWithOneAndIsListed() throws Exception {
    List<JournalRecord> records = new ArrayList<>(Samples.chain("gw-1", "weighing.lane-1", 12));
    records.subList(3, 6).clear();
    records.remove(records.size() - 2);
    Path store = storeWith(records);
    assertThat(run("status", "--store", store.toString())).isEqualTo(Central.NOT_COMPLETE);
    assertThat(said()).contains("missing: 4-6, 11").contains("NOT COMPLETE");
  }

  @Test
  void theSameIsThereAsJson() throws Exception {
    List<JournalRecord> records = Samples.chain("gw-1", "weighing.lane-1", 5);
    Path store = storeWith(List.of(records.get(0), records.get(4)));
    assertThat(run("status", "--store", store.toString(), "--json"))
        .isEqualTo(Central.NOT_COMPLETE);
    Value.Fields status = (Value.Fields) Json.read(said().strip()).root();
    assertThat(status.get("missing")).isEqualTo(new Value.Whole(3));
    Value.Fields stream = (Value.Fields) ((Value.Many) status.get("streams")).values().get(0);
    assertThat(Json.write(stream.get("missingRanges"))).isEqualTo("[[2,4]]");
    assertThat(stream.get("contiguousThrough")).isEqualTo(new Value.Whole(1));
  }

  @Test
  void anEmptyStoreIsNotCalledComplete() throws Exception {
    assertThat(run("status", "--store", storeWith(List.of()).toString())).isZero();
    assertThat(said()).contains("nothing stored yet");
  }
}
