// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import io.wayside.rig.central.store.StoredRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open page. It gets the latest records and the situation as Server-Sent Events, at most four
 * times a second: records that come faster than that push older ones out, because the page shows
 * only the latest and takes its counts from the situation.
 */
final class Viewer {

  private static final Logger LOG = LoggerFactory.getLogger(Viewer.class);

  /** Records that wait for a viewer. */
  static final int MOST_WAITING = 40;

  private static final long PACE_MS = 250;
  private static final long HEARTBEAT_MS = 10_000;
  private static final long IDLE = Long.MAX_VALUE;

  private final OutputStream out;
  private final Supplier<String> situation;
  private final Deque<StoredRecord> waiting = new ArrayDeque<>();
  private final Semaphore changed = new Semaphore(0);
  private volatile long writingSinceNanos = IDLE;

  Viewer(OutputStream out, Supplier<String> situation) {
    this.out = out;
    this.situation = situation;
  }

  void stored(StoredRecord record) {
    synchronized (waiting) {
      if (waiting.size() == MOST_WAITING) {
        waiting.removeFirst();
      }
      waiting.addLast(record);
    }
    changed();
  }

  void changed() {
    changed.release();
  }

  /** How long it has not taken what was written; 0 when it takes everything. */
  long stalledNanos(long nowNanos) {
    long since = writingSinceNanos;
    return since == IDLE ? 0 : nowNanos - since;
  }

  /** Sends until the page is gone or the thread is interrupted. */
  void serve(String hello) throws InterruptedException {
    try {
      send("event: hello\n" + data(hello));
      while (true) {
        List<StoredRecord> records = next();
        StringBuilder events = new StringBuilder();
        for (StoredRecord record : records) {
          events.append("event: record\n").append(data(RecordJson.of(record)));
        }
        events.append("event: situation\n").append(data(situation.get()));
        send(events.toString());
        Thread.sleep(PACE_MS);
      }
    } catch (IOException gone) {
      LOG.debug("a page was closed: {}", gone.getMessage());
    }
  }

  /** What came since, or nothing but the situation when it is time to show that all is alive. */
  private List<StoredRecord> next() throws InterruptedException {
    boolean unused = changed.tryAcquire(HEARTBEAT_MS, TimeUnit.MILLISECONDS);
    changed.drainPermits();
    synchronized (waiting) {
      List<StoredRecord> records = new ArrayList<>(waiting);
      waiting.clear();
      return records;
    }
  }

  private void send(String events) throws IOException {
    writingSinceNanos = System.nanoTime();
    out.write(events.getBytes(StandardCharsets.UTF_8));
    out.flush();
    writingSinceNanos = IDLE;
  }

  /** A line break within the data starts a new data line. */
  private static String data(String json) {
    return "data: " + json.replaceAll("\r\n|\r|\n", "\ndata: ") + "\n\n";
  }
}
