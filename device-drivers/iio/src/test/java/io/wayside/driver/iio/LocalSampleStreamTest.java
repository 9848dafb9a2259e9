// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.rig.contracts.SampleStreamContract;
import io.wayside.rig.contracts.SourceHarness;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The suite over a tree of files with a pipe, on simulated time. */
class LocalSampleStreamTest extends SampleStreamContract {

  @TempDir Path folder;

  @Override
  protected SourceHarness<SampleStream, SampleBlock> start() {
    return new Harness(folder.resolve("root" + System.nanoTime()));
  }

  private static final class Harness implements SourceHarness<SampleStream, SampleBlock> {

    private final SimulatedTime time = new SimulatedTime();
    private final FakeTree tree;
    private final Converter converter;

    Harness(Path root) {
      tree = new FakeTree(root, true);
      converter = Bench.converter(tree.config(), time);
      Bench.until("the buffer is enabled", tree::isEnabled);
    }

    @Override
    public SampleStream device() {
      return converter;
    }

    @Override
    public long monotonicNanos() {
      return time.monotonicNanos();
    }

    /** Time passes by sampling, so that the signal has no gaps. */
    @Override
    public synchronized void peerSays(int number) {
      long first = time.monotonicNanos();
      time.pass(Bench.BLOCK * Bench.INTERVAL_NANOS);
      tree.sample(number + 100, number, first, Bench.INTERVAL_NANOS, Bench.BLOCK);
    }

    /** voltage0 is (raw - 100) x 0.5, voltage1 raw x 0.25. */
    @Override
    public boolean carries(SampleBlock block, int number) {
      return block.samples()[0][3] == number * 0.5 && block.samples()[1][9] == number * 0.25;
    }

    @Override
    public synchronized void breakLink() {
      tree.unplug();
    }

    @Override
    public synchronized void restoreLink() {
      tree.plug();
    }

    @Override
    public void close() {
      converter.stop();
      tree.close();
    }
  }
}
