// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.uplink;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.rig.benchmarks.journal.DiskUse;
import io.wayside.rig.benchmarks.journal.FilledJournal;
import io.wayside.rig.benchmarks.journal.SampleRecords;
import io.wayside.uplink.Uplink;
import io.wayside.uplink.wire.Message;
import io.wayside.uplink.wire.Topics;
import io.wayside.uplink.wire.WaysideJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.paho.client.mqttv3.MqttException;

/**
 * The child process that drains: a filled journal through an uplink, or messages of the same size
 * from memory through the bare client library. It does so twice; the first time is thrown away.
 *
 * <p>Arguments: {@code uplink} or {@code bare}, journal folder, its number of records, broker's
 * port, window, a word that no earlier run had. Prints {@code HOW-WINDOW NAME VALUE} lines.
 */
final class DrainLoad {

  private static final long PATIENCE_S = 120;

  private DrainLoad() {}

  private record Drained(long nanos, long cpuNanos) {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    int records = Integer.parseInt(arguments[2]);
    int port = Integer.parseInt(arguments[3]);
    int window = Integer.parseInt(arguments[4]);
    String unheard = arguments[5];
    Drained drained = new Drained(0, 0);
    if (arguments[0].equals("bare")) {
      Message message = sample(folder);
      for (int run = 0; run < 2; run++) {
        drained = bare(message, records, port, window);
      }
      say(arguments[0], window, "bytes", message.payload().length);
    } else {
      try (SqliteJournal journal = FilledJournal.open(folder)) {
        for (int run = 0; run < 2; run++) {
          drained = uplink(journal, records, port, window, unheard + "-" + run);
        }
      }
    }
    say(arguments[0], window, "rate", records * 1e9 / drained.nanos());
    say(arguments[0], window, "cpu", drained.cpuNanos() / 1e3 / records);
    say(arguments[0], window, "resident", DiskUse.residentKiB() / 1024.0);
  }

  private static Drained bare(Message message, int records, int port, int window)
      throws MqttException, InterruptedException {
    try (BareClient client = new BareClient(port, window)) {
      long cpu = cpuNanos();
      long nanos = client.publishAll(message.topic(), records, number -> message.payload());
      return new Drained(nanos, cpuNanos() - cpu);
    }
  }

  private static Drained uplink(
      SqliteJournal journal, int records, int port, int window, String destination)
      throws JournalException, InterruptedException {
    TimedOutbox outbox = new TimedOutbox(journal.outbox(destination), records);
    long cpu = cpuNanos();
    Uplink uplink = QuickUplink.start(destination, outbox, port, window);
    try {
      long nanos = outbox.awaitDrained(PATIENCE_S);
      return new Drained(nanos, cpuNanos() - cpu);
    } finally {
      uplink.close();
    }
  }

  /** A record of the journal as the uplink would send it. */
  private static Message sample(Path folder) throws IOException, JournalException {
    try (SqliteJournal journal = FilledJournal.open(folder)) {
      JournalRecord record =
          journal
              .read(new RecordId(SampleRecords.GATEWAY, SampleRecords.stream(0), 1))
              .orElseThrow(() -> new IOException("the journal in " + folder + " is empty"));
      return new WaysideJson(new Topics(QuickUplink.TENANT, SampleRecords.GATEWAY), "bench")
          .record(record);
    }
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private static void say(String how, int window, String name, double value) {
    System.out.println(String.format(Locale.ROOT, "%s-%d %s %.3f", how, window, name, value));
  }
}
