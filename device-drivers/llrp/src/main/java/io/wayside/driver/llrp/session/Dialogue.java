// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import io.wayside.driver.llrp.codec.Build;
import io.wayside.driver.llrp.codec.Dictionary;
import io.wayside.driver.llrp.codec.Encoder;
import io.wayside.driver.llrp.codec.Message;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Requests and their answers, one at a time. An answer is the one waited for when its number and
 * its type are; an ERROR_MESSAGE when its number is.
 */
final class Dialogue {

  private static final int ERROR_MESSAGE = 100;

  /** What is done with an answer that came, and with a refusal. */
  interface Answer {
    void done(Message answer);

    void refused(Status status);
  }

  private record Pending(Message request, int answerType, long sentAt, Answer answer) {}

  private final long patienceNanos;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private @Nullable Pending pending;
  private long lastId;
  private int version = 1;
  private long now;

  Dialogue(long patienceNanos) {
    this.patienceNanos = patienceNanos;
  }

  /** What a new connection begins with. */
  void reset() {
    out.reset();
    pending = null;
    version = 1;
  }

  /** The time at which whatever follows happens. */
  void at(long time) {
    now = time;
  }

  long now() {
    return now;
  }

  void speakVersion(int newVersion) {
    version = newVersion;
  }

  /** Bytes to be written, once. */
  byte[] outgoing() {
    byte[] bytes = out.toByteArray();
    out.reset();
    return bytes;
  }

  boolean isWaiting() {
    return pending != null;
  }

  /** Sends a message without waiting for an answer. */
  void say(String message) {
    send(Build.message(message).message(version, ++lastId));
  }

  /** Sends a request whose answer does not matter. */
  void tell(Build request) {
    send(request.message(version, ++lastId));
  }

  /** Answers a message of the reader under its number. */
  void acknowledge(String message, long id) {
    send(Build.message(message).message(version, id));
  }

  /** Sends a request whose refusal is met like any other answer. */
  void ask(Build request, int requestVersion, Answer answer) {
    Message message = request.message(requestVersion, ++lastId);
    int answerType = Dictionary.messageNamed(message.name() + "_RESPONSE").orElseThrow().type();
    pending = new Pending(message, answerType, now, answer);
    send(message);
  }

  void ask(Build request, Consumer<Message> done, Consumer<Status> refused) {
    ask(
        request,
        version,
        new Answer() {
          @Override
          public void done(Message answer) {
            done.accept(answer);
          }

          @Override
          public void refused(Status status) {
            refused.accept(status);
          }
        });
  }

  private void send(Message message) {
    out.writeBytes(Encoder.encode(message));
  }

  /** Whether a message was the answer waited for; if so it has been dealt with. */
  boolean hears(Message message) {
    Pending waiting = pending;
    if (waiting == null
        || message.id() != waiting.request().id()
        || (message.type() != waiting.answerType() && message.type() != ERROR_MESSAGE)) {
      return false;
    }
    pending = null;
    Status status = Status.of(message);
    if (status.isDone() && message.type() != ERROR_MESSAGE) {
      waiting.answer().done(message);
    } else {
      waiting.answer().refused(status);
    }
    return true;
  }

  /** What was asked and not answered so far; empty when that is nothing. */
  String awaited() {
    Pending waiting = pending;
    return waiting == null ? "" : waiting.request().name();
  }

  /** What was asked and not answered in time; empty while there is time. */
  String overdue() {
    Pending waiting = pending;
    return waiting != null && now - waiting.sentAt() > patienceNanos ? awaited() : "";
  }
}
