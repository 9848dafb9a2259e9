// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.health.Health.Status;
import io.wayside.rig.contracts.SampleStreamContract;
import io.wayside.rig.contracts.SourceHarness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/**
 * The suite over a tape of a hundred numbered blocks that is played in a loop on simulated time: to
 * say the next number is to let the time of a block pass. Taking the file away breaks the link.
 */
class ReplaySampleStreamTest extends SampleStreamContract {

  @TempDir Path folder;

  @Override
  protected SourceHarness<SampleStream, SampleBlock> start() {
    return new Harness(Tapes.binary(folder.resolve("tape-" + System.nanoTime() + ".wsr"), 100));
  }

  private static final class Harness implements SourceHarness<SampleStream, SampleBlock> {

    private final SimulatedTime time = new SimulatedTime();
    private final Path file;
    private final Path away;
    private final Replay replay;

    Harness(Path file) {
      this.file = file;
      this.away = file.resolveSibling(file.getFileName() + ".away");
      this.replay =
          new Replay(
              Tapes.config(
                  ReplayConfig.class,
                  Map.of(
                      "device_id",
                      "tape-1",
                      "file",
                      file.toString(),
                      "loop",
                      true,
                      "awaitListener",
                      false)),
              time);
      Tapes.until("it plays", () -> replay.health().status() == Status.OK);
    }

    @Override
    public SampleStream device() {
      return replay;
    }

    @Override
    public long monotonicNanos() {
      return time.monotonicNanos();
    }

    @Override
    public void peerSays(int number) {
      time.pass(Tapes.BLOCK_NANOS);
    }

    @Override
    public boolean carries(SampleBlock block, int number) {
      return block.samples()[0][0] == number && block.samples()[1][9] == -number;
    }

    @Override
    public void breakLink() {
      move(file, away);
    }

    @Override
    public void restoreLink() {
      move(away, file);
    }

    private static void move(Path from, Path to) {
      try {
        Files.move(from, to);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      replay.stop();
    }
  }
}
