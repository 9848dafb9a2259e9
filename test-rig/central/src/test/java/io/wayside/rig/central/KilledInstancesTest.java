// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.store.Archive;
import io.wayside.rig.central.store.Evidence;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.verify.Proof;
import io.wayside.rig.central.verify.Verification;
import io.wayside.rig.transports.Mosquitto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances as processes of their own, killed in turn in the middle of a flood. */
class KilledInstancesTest {

  private static final int LAST = 100;
  private static final int FLOOD = 2_000;
  private static final int KILLS = 4;
  private static final int RECORDS = KILLS * FLOOD;

  @TempDir Path folder;

  @Test
  void nothingIsMissingOrDoubledOnPostgresql() throws Exception {
    killInTheFlood(Postgres.required().newDatabase());
  }

  @Test
  void nothingIsMissingOrDoubledOnOneSqliteFile() throws Exception {
    killInTheFlood(folder.resolve("central.db").toString());
  }

  private void killInTheFlood(String store) throws Exception {
    List<JournalRecord> records = Samples.chain("gw-1", "weighing.lane-1", RECORDS);
    Path dir = Files.createDirectory(folder.resolve("broker"));
    try (Mosquitto broker = new Mosquitto(dir, "max_queued_messages 0")) {
      broker.start();
      Process[] instances = {start(broker, store, 0, 0), start(broker, store, 1, 0)};
      try {
        for (int kill = 0; kill < KILLS; kill++) {
          int begin = kill * FLOOD;
          CountDownLatch killed = new CountDownLatch(1);
          Thread gateway =
              new Thread(() -> send(broker, records.subList(begin, begin + FLOOD), killed));
          gateway.start();
          Eventually.that("some came", () -> stored(store) >= begin + 100);
          int victim = kill % 2;
          instances[victim].destroyForcibly().waitFor();
          killed.countDown();
          gateway.join();
          instances[victim] = start(broker, store, victim, kill + 1);
          Eventually.that("all came", () -> stored(store) == begin + FLOOD);
        }
      } finally {
        for (Process instance : instances) {
          instance.destroyForcibly().waitFor();
        }
      }
    }
    assertThat(new Counts(Evidence.of(store)).proven()).isTrue();
    try (Archive archive = Archive.open(store)) {
      List<Proof> proofs = new Verification(archive, Map.of()).run();
      assertThat(proofs).hasSize(1);
      assertThat(proofs.get(0).holds()).isTrue();
      assertThat(proofs.get(0).records()).isEqualTo(RECORDS);
    }
  }

  private Process start(Mosquitto broker, String store, int number, int attempt) throws Exception {
    Path log = folder.resolve("instance-" + number + "-" + attempt + ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Central.class.getName(),
                "run",
                "--broker",
                broker.address(),
                "--store",
                store,
                "--tenant",
                "test",
                "--group",
                "centre",
                "--client-id",
                "instance-" + number,
                "--page-port",
                "0")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Eventually.that("subscribed", () -> Files.readString(log).contains("subscribed to"));
    return process;
  }

  /** The last are sent only once an instance was killed: however quick the others, it was amid. */
  private static void send(Mosquitto broker, List<JournalRecord> records, CountDownLatch killed) {
    try (Publisher gateway = new Publisher(broker.address())) {
      gateway.send(records.subList(0, records.size() - LAST));
      killed.await();
      gateway.send(records.subList(records.size() - LAST, records.size()));
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static long stored(String store) {
    try {
      return new Counts(Evidence.of(store)).stored();
    } catch (StoreFailed notYetThere) {
      return 0;
    }
  }
}
