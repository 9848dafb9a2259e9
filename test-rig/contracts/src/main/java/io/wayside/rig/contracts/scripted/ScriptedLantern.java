// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.health.Health.Status;
import io.wayside.core.water.Lantern;
import io.wayside.core.water.LanternOrder;
import java.time.Duration;
import java.util.Set;

/** A lantern in memory; leases end as the script lets time pass. */
public final class ScriptedLantern extends ScriptedDevice implements Lantern {

  private static final LanternOrder AUTOMATIC = new LanternOrder.Automatic();
  private static final Set<Class<? extends LanternOrder>> KNOWS =
      Set.of(LanternOrder.Automatic.class, LanternOrder.Shine.class, LanternOrder.Dark.class);

  private final Fallback fallback;
  private LanternOrder wanted = AUTOMATIC;
  private LanternOrder does = AUTOMATIC;
  private long leaseEndsNanos;
  private boolean refuses;
  private boolean ignores;

  public ScriptedLantern(String deviceId, Fallback fallback) {
    super(deviceId);
    this.fallback = fallback;
    report(Status.OK, "ok", "in order");
  }

  /** What it does now. */
  public synchronized LanternOrder does() {
    return does;
  }

  public synchronized void takes(boolean refusing, boolean ignoring) {
    refuses = refusing;
    ignores = ignoring;
    settle();
  }

  /** It restarts. */
  public synchronized void forgets() {
    does = AUTOMATIC;
  }

  /** The driver looks, and tells it once more what holds. */
  public synchronized void isToldAgain() {
    settle();
  }

  /** The gateway stops, or another one begins. */
  public synchronized void fallBack() {
    wanted = AUTOMATIC;
    does = AUTOMATIC;
  }

  @Override
  public Set<Class<? extends LanternOrder>> knows() {
    return KNOWS;
  }

  @Override
  public Fallback fallback() {
    return fallback;
  }

  @Override
  public synchronized Answer order(LanternOrder order, Duration lease) throws DeviceException {
    if (!isLinkUp()) {
      throw new LinkDown("no way to " + deviceId() + " in the script; restore its link");
    }
    if (refuses || !KNOWS.contains(order.getClass())) {
      throw new Refused(deviceId() + " does not take " + order + "; the script has it so");
    }
    report(Status.OK, "ok", "in order");
    if (ignores) {
      wanted = AUTOMATIC;
      return Answer.TAKEN;
    }
    wanted = order;
    leaseEndsNanos = monotonicNanos() + lease.toNanos();
    settle();
    return Answer.CONFIRMED;
  }

  @Override
  public Answer release() throws DeviceException {
    return order(AUTOMATIC, Duration.ZERO);
  }

  @Override
  public synchronized void pass(long elapsedNanos) {
    super.pass(elapsedNanos);
    if (monotonicNanos() - leaseEndsNanos >= 0) {
      wanted = AUTOMATIC;
    }
    settle();
  }

  private void settle() {
    if (!ignores) {
      does = wanted;
    }
  }

  @Override
  protected void linkBroke() {
    if (fallback == Fallback.RETURNS_BY_ITSELF) {
      fallBack();
    }
  }

  @Override
  public synchronized void restoreLink() {
    super.restoreLink();
    fallBack();
  }
}
