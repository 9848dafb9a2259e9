// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.ContactTeller;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.driver.modbus.round.Bit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The input of a contact. A change has the time of the look at which it was seen first. Locked,
 * since the stop may come while the module's thread tells something.
 */
final class ContactPort implements ModulePorts.Port {

  private final String deviceId;
  private final Bit bit;
  private final long lookEveryNanos;
  private final long blindAfterNanos;
  private final ContactTeller teller;
  private long lookedNanos;
  private boolean stopped;
  private volatile Health health;

  ContactPort(
      String deviceId,
      Bit bit,
      long lookEveryNanos,
      long blindAfterNanos,
      ContactTeller teller,
      long nowNanos) {
    this.deviceId = deviceId;
    this.bit = bit;
    this.lookEveryNanos = lookEveryNanos;
    this.blindAfterNanos = blindAfterNanos;
    this.teller = teller;
    this.health = Health.starting(deviceId + ": its module has told nothing yet", nowNanos);
  }

  @Override
  public Bit bit() {
    return bit;
  }

  @Override
  public long lookEveryNanos() {
    return lookEveryNanos;
  }

  Optional<Boolean> active() {
    return teller.active();
  }

  Health health() {
    return health;
  }

  @Override
  public synchronized void looked(boolean on, long nanos) {
    if (stopped) {
      return;
    }
    if (teller.isKnown() && nanos - lookedNanos > blindAfterNanos) {
      teller.lose(Cause.SILENT, blind(nanos - lookedNanos));
    }
    lookedNanos = nanos;
    if (teller.isKnown()) {
      teller.look(on, nanos, StampedBy.DRIVER);
    } else {
      health = Health.ok(nanos);
      teller.begin(on, nanos);
    }
  }

  private String blind(long nanos) {
    return "%s: not looked at for %d ms, more than blindAfter; ask less of its line or raise it"
        .formatted(deviceId, TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  @Override
  public synchronized void lost(Trouble trouble, long nowNanos) {
    if (stopped) {
      return;
    }
    stopped = trouble.cause() == Cause.STOPPED;
    String detail = deviceId + ": not known, " + trouble.words();
    Health now = new Health(Status.FAILED, trouble.code(), detail, nowNanos);
    health = now.sameAs(health) ? health : now;
    teller.lose(trouble.cause(), detail);
  }

  /** It settles by looks alone, so nothing is due between them. */
  @Override
  public void due(long nowNanos) {}

  @Override
  public long untilDueNanos(long nowNanos, long longestNanos) {
    return longestNanos;
  }
}
