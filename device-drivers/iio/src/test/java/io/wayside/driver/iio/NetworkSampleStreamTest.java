// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.rig.contracts.SampleStreamContract;
import io.wayside.rig.contracts.SourceHarness;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/** The suite over a real connection to an iiod by script, on simulated time. */
class NetworkSampleStreamTest extends SampleStreamContract {

  static final String XML =
      "<context name=\"network\"><device id=\"iio:device3\" name=\"ad7192\">"
          + "<channel id=\"voltage0\" type=\"input\">"
          + "<scan-element index=\"0\" format=\"be:u24/32&gt;&gt;8\"/>"
          + "<attribute name=\"scale\"/><attribute name=\"offset\"/></channel>"
          + "<channel id=\"voltage1\" type=\"input\">"
          + "<scan-element index=\"1\" format=\"le:s16/16&gt;&gt;0\"/></channel>"
          + "<channel id=\"timestamp\" type=\"input\">"
          + "<scan-element index=\"2\" format=\"le:s64/64&gt;&gt;0\"/></channel>"
          + "<attribute name=\"sampling_frequency\"/></device></context>";

  static ScriptedIiod iiod() throws IOException {
    ScriptedIiod iiod = new ScriptedIiod(XML);
    iiod.answers.put("READ iio:device3 INPUT voltage0 scale", "4\n0.5\n\n");
    iiod.answers.put("READ iio:device3 INPUT voltage0 offset", "5\n-100\n\n");
    iiod.answers.put("READ iio:device3 sampling_frequency", "3\n50\n\n");
    return iiod;
  }

  /** Scans of voltage0, voltage1 and stamps. */
  static byte[] block(int voltage0, int voltage1, long firstNanos, int count) {
    ByteBuffer scans = ByteBuffer.allocate(16 * count);
    for (int i = 0; i < count; i++) {
      scans.order(ByteOrder.BIG_ENDIAN).putInt(voltage0 << 8);
      scans.order(ByteOrder.LITTLE_ENDIAN).putShort((short) voltage1).putShort((short) -1);
      scans.putLong(firstNanos + i * Bench.INTERVAL_NANOS);
    }
    return scans.array();
  }

  @Override
  protected SourceHarness<SampleStream, SampleBlock> start() throws IOException {
    return new Harness();
  }

  private static final class Harness implements SourceHarness<SampleStream, SampleBlock> {

    /** The other machine's clock is its own. */
    private static final long AHEAD = 77_000_000_000_000L;

    private final SimulatedTime time = new SimulatedTime();
    private final ScriptedIiod iiod = iiod();
    private final Converter converter;

    Harness() throws IOException {
      converter =
          Bench.converter(
              Map.of(
                  "transport",
                  iiod.address(),
                  "channels",
                  new String[] {"left=voltage0", "voltage1 scale=0.25"}),
              time);
      Bench.until("the buffer is open", iiod::isOpen);
    }

    @Override
    public SampleStream device() {
      return converter;
    }

    @Override
    public long monotonicNanos() {
      return time.monotonicNanos();
    }

    @Override
    public synchronized void peerSays(int number) {
      long first = time.monotonicNanos();
      time.pass(Bench.BLOCK * Bench.INTERVAL_NANOS);
      iiod.sample(block(number + 100, number, first + AHEAD, Bench.BLOCK));
    }

    @Override
    public boolean carries(SampleBlock block, int number) {
      return block.samples()[0][3] == number * 0.5 && block.samples()[1][9] == number * 0.25;
    }

    @Override
    public void breakLink() {
      iiod.cut();
    }

    @Override
    public void restoreLink() {
      iiod.restore();
    }

    @Override
    public void close() {
      converter.stop();
      iiod.close();
    }
  }
}
