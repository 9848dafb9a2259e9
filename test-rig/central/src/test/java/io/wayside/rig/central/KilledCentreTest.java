// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.store.Evidence;
import io.wayside.rig.central.store.StoreFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The centre's process is killed, without any farewell, while records come. */
class KilledCentreTest {

  private static final int RECORDS = 900;

  @TempDir Path folder;

  @Test
  void nothingIsMissingOrDoubledAfterKillsInMidStream() throws Exception {
    Path store = folder.resolve("central.db");
    List<JournalRecord> records = Samples.chain("gw-1", "weighing.lane-1", RECORDS);
    try (TestBroker broker = new TestBroker(folder.resolve("broker"))) {
      long storedAtKill = 0;
      for (int kill = 0; kill < 2; kill++) {
        Process centre = start(broker, store, folder.resolve("centre-" + kill + ".log"));
        Thread gateway = sending(broker, records.subList(kill * 300, (kill + 1) * 300));
        long least = storedAtKill + 40;
        Eventually.that("some came", () -> stored(store) >= least);
        centre.destroyForcibly().waitFor();
        gateway.join();
        storedAtKill = stored(store);
      }
      assertThat(storedAtKill).isLessThanOrEqualTo(600);
      try (Publisher gateway = new Publisher(broker.address());
          CentralSubscriber centre =
              CentralSubscriber.start(
                  CentralPlan.of(broker.address(), store, "test", 0), record -> {})) {
        gateway.send(records.subList(600, RECORDS));
        Eventually.that("the rest came", () -> centre.counts().stored() == RECORDS);
        assertThat(centre.counts().proven()).isTrue();
      }
    }
    Counts counts = new Counts(Evidence.of(store.toString()));
    assertThat(counts.stored()).isEqualTo(RECORDS);
    assertThat(counts.missing()).isZero();
    assertThat(counts.proven()).isTrue();
  }

  private static Process start(TestBroker broker, Path store, Path log) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    Process centre =
        new ProcessBuilder(
                java,
                "-cp",
                classPath,
                Central.class.getName(),
                "run",
                "--broker",
                broker.address(),
                "--store",
                store.toString(),
                "--tenant",
                "test",
                "--page-port",
                "0")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Eventually.that("subscribed", () -> Files.readString(log).contains("subscribed to"));
    return centre;
  }

  private static long stored(Path store) {
    try {
      return new Counts(Evidence.of(store.toString())).stored();
    } catch (StoreFailed notYetThere) {
      return 0;
    }
  }

  private static Thread sending(TestBroker broker, List<JournalRecord> records) throws Exception {
    CountDownLatch connected = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try (Publisher gateway = new Publisher(broker.address())) {
                connected.countDown();
                gateway.send(records);
              } catch (Exception failed) {
                throw new IllegalStateException(failed);
              }
            });
    thread.start();
    connected.await();
    return thread;
  }
}
