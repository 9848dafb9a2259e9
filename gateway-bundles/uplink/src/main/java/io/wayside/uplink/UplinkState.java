// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.centre.Reach;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.delivery.SetAside;
import io.wayside.uplink.transport.Trouble;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What the uplink says about itself; written by the carrier's thread, read by anybody. */
public final class UplinkState {

  private final TimeSource time;
  private final LongSupplier backlog;
  private volatile Health health;
  private volatile @Nullable Health withoutSome; // instead of ok
  private volatile Reach reach;

  public UplinkState(TimeSource time, LongSupplier backlog) {
    this.time = time;
    this.backlog = backlog;
    this.health = Health.starting("not connected yet", time.monotonicNanos());
    this.reach = new Reach(false, health.sinceMonotonicNanos());
  }

  public void connected(String broker) {
    withoutSome = null;
    reach(true);
    change(Status.OK, "ok", "connected to " + broker);
  }

  public void troubled(Trouble trouble, String why) {
    reach(false);
    switch (trouble) {
      case UNREACHABLE -> change(Status.DEGRADED, "centre-unreachable", why);
      case BUSY -> change(Status.DEGRADED, "broker-busy", why);
      case REFUSED -> change(Status.FAILED, "refused-by-broker", why);
      case REDIRECTED -> change(Status.FAILED, "broker-moved", why);
      case TAKEN_OVER -> change(Status.FAILED, "client-id-taken", why);
      case INSECURE -> change(Status.FAILED, "connection-not-secure", why);
    }
  }

  /** Records go up, but no commands come down. */
  void commandsRefused(String why) {
    reach(false);
    change(Status.DEGRADED, "commands-refused-by-broker", why);
  }

  /** Records go up, but for some that are too large for this session. */
  void setAside(SetAside all) {
    Health before = withoutSome;
    long since = before == null ? time.monotonicNanos() : before.sinceMonotonicNanos();
    withoutSome =
        new Health(
            Status.DEGRADED,
            "record-too-large",
            "record "
                + all.latest().stream()
                + "/"
                + all.latest().sequence()
                + " takes "
                + all.bytes()
                + " bytes as a message, more than the "
                + all.largest()
                + " allowed; it stays in the journal and the others go on, "
                + all.records()
                + " of this kind since connecting. Raise largestMessageKiB, and the broker's limit"
                + " if that is lower",
            since);
  }

  /** The transport that was asked for is not installed. */
  public void withoutTransport(String why) {
    change(Status.FAILED, "transport-missing", why);
  }

  public void journalUnreadable(String why) {
    reach(false);
    change(Status.FAILED, "journal-unreadable", why);
  }

  /** Anything else, in the words of whoever knows it. */
  public void say(Status status, String code, String message) {
    change(status, code, message);
  }

  private void change(Status status, String code, String message) {
    if (health.status() != status || !health.code().equals(code)) {
      health = new Health(status, code, message, time.monotonicNanos());
    } else if (!health.message().equals(message)) {
      health = new Health(status, code, message, health.sinceMonotonicNanos());
    }
  }

  private void reach(boolean up) {
    if (reach.up() != up) {
      reach = new Reach(up, time.monotonicNanos());
    }
  }

  /** Whether commands can come. */
  public Reach reach() {
    return reach;
  }

  /** As it is now, with the number of records that wait when the link is not in order. */
  public Health health() {
    Health now = health;
    Health instead = withoutSome;
    if (now.status() == Status.OK && instead != null) {
      return instead;
    }
    if (now.status() == Status.OK || now.status() == Status.STARTING) {
      return now;
    }
    return new Health(
        now.status(),
        now.code(),
        now.message() + " (" + backlog.getAsLong() + " records are safe in the journal and wait)",
        now.sinceMonotonicNanos());
  }
}
