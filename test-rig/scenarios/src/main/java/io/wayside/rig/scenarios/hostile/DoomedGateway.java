// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.rig.scenarios.hostile.Combination.Wire;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A gateway in a process of its own, to be killed: says on its standard output what it hands in
 * ({@code d NUMBER}) and what was accepted ({@code k NUMBER STREAM SEQUENCE}), and hands in a few
 * every so often until it has been killed.
 *
 * <p>Arguments: journal folder, broker, wire, seed, records, over how many milliseconds.
 */
final class DoomedGateway {

  private static final int TICK_MS = 25;

  private DoomedGateway() {}

  public static void main(String[] arguments) throws Exception {
    Load load = new Load(Long.parseLong(arguments[3]));
    int records = Integer.parseInt(arguments[4]);
    long overMs = Long.parseLong(arguments[5]);
    try (FileOutputStream said = new FileOutputStream(FileDescriptor.out)) {
      PrintStream out = new PrintStream(said, false, StandardCharsets.US_ASCII);
      GatewayBox gateway =
          GatewayBox.open(
              Path.of(arguments[0]), arguments[1], Wire.valueOf(arguments[2]), load.seed());
      Producer producer = new Producer(load, 0, new Saying(out));
      long begun = System.nanoTime();
      while (producer.lastNumber() < records) {
        long spentMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        long due = Math.min(records, records * spentMs / overMs);
        producer.next((int) (due - producer.lastNumber()), gateway::append);
        TimeUnit.MILLISECONDS.sleep(TICK_MS);
      }
      TimeUnit.DAYS.sleep(1); // until it is killed
      gateway.close();
    }
  }

  /** One line for each fact, written before the next can happen. */
  private record Saying(PrintStream out) implements Producer.Notes {
    @Override
    public void handedIn(long number, Load.Stream stream) {
      say("d " + number);
    }

    @Override
    public void accepted(Key key, long number) {
      say("k " + number + " " + key.stream() + " " + key.sequence());
    }

    @Override
    public void notAccepted(long number) {
      say("n " + number);
    }

    private synchronized void say(String fact) {
      out.print(fact + "\n");
      out.flush();
      if (out.checkError()) {
        throw new UncheckedIOException(new IOException("nobody listens"));
      }
    }
  }
}
