// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import io.wayside.uplink.delivery.Publications;
import io.wayside.uplink.transport.Publication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that judges commands, so that a slow station delays neither records nor
 * acknowledgements. At most {@value #WAITING} messages wait; what comes beyond is not looked at,
 * and one answer says how many those were.
 */
public final class CommandDesk implements AutoCloseable {

  static final int WAITING = 32;

  private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);
  private static final Incoming END = new Incoming("", new byte[0], false);

  private final CommandIntake intake;
  private final Optional<KuraIntake> requests;
  private final Consumer<Publication> answers;
  private final BlockingQueue<Incoming> waiting = new ArrayBlockingQueue<>(WAITING);
  private final AtomicLong dropped = new AtomicLong();
  private volatile boolean closed;

  @SuppressWarnings("ArrayRecordComponent") // compared with END only
  private record Incoming(String topic, byte[] payload, boolean retained) {}

  /**
   * @param requests where they are heard too
   * @param answers takes each answer without blocking, on the desk's thread
   */
  public CommandDesk(
      String name,
      CommandIntake intake,
      Optional<KuraIntake> requests,
      Consumer<Publication> answers) {
    this.intake = intake;
    this.requests = requests;
    this.answers = answers;
    Thread thread = new Thread(this::work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** What is to be subscribed to. */
  public List<String> filters() {
    List<String> filters = new ArrayList<>();
    filters.add(intake.topics().command());
    requests.ifPresent(kura -> filters.add(kura.filter()));
    return filters;
  }

  /** Takes a message without blocking; for the transport's threads. */
  public void receive(String topic, byte[] payload, boolean retained) {
    byte[] kept = payload.length > CommandIntake.LARGEST ? cut(payload) : payload;
    if (!waiting.offer(new Incoming(topic, kept, retained))) {
      dropped.incrementAndGet();
    }
  }

  /** One byte beyond the limit is enough to be refused, and bounds what the queue holds. */
  private static byte[] cut(byte[] payload) {
    return Arrays.copyOf(payload, CommandIntake.LARGEST + 1);
  }

  private void work() {
    try {
      while (!closed) {
        Incoming next = waiting.take();
        if (next.equals(END)) {
          return;
        }
        answer(next);
        if (waiting.isEmpty()) {
          long lost = dropped.getAndSet(0);
          if (lost > 0) {
            answers.accept(result(intake.overrun(lost)));
          }
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(Incoming next) {
    if (requests.isEmpty() || next.topic().equals(intake.topics().command())) {
      answers.accept(result(intake.receive(next.payload(), next.retained())));
      return;
    }
    requests
        .get()
        .receive(next.topic(), next.payload(), next.retained())
        .map(reply -> Publications.of(reply, "application/x-protobuf"))
        .ifPresent(answers);
  }

  private Publication result(byte[] answer) {
    return new Publication(intake.topics().result(), answer, 1, false).typed("application/json");
  }

  /**
   * Ends the thread after the command it is at; what waits is not looked at, as if it had never
   * come. Not by an interrupt, which could hit the journal while it writes.
   */
  @Override
  public void close() {
    closed = true;
    waiting.clear();
    if (!waiting.offer(END)) {
      LOG.debug("a message came in between; the desk ends after it");
    }
  }
}
