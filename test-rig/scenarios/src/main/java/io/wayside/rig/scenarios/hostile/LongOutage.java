// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.core.record.RecordId;
import io.wayside.rig.central.CentralPlan;
import io.wayside.rig.central.CentralSubscriber;
import io.wayside.rig.scenarios.hostile.Combination.Behaviour;
import io.wayside.rig.scenarios.hostile.Combination.Latency;
import io.wayside.rig.scenarios.hostile.Combination.Loss;
import io.wayside.rig.scenarios.hostile.Combination.Maker;
import io.wayside.rig.scenarios.hostile.Combination.Wire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A site whose link is down for days, in time that is stepped, with a journal far too small; then
 * the link comes back, in real time, and the site goes on.
 */
final class LongOutage {

  private static final int STEP_MIN = 10;
  private static final int BEFORE_MIN = 60;
  private static final int WINDOW = 200;
  private static final long TICK_MS = 100;
  private static final long LIMIT_MS = 180_000;
  private static final long STABLE_MS = 2_000;
  private static final int ONLY_NEW = 40;
  private static final long JUDGED_FROM_MS = 6_000;

  private final String name;
  private final int minutes;
  private final long quotaBytes;
  private final long seed;
  private final Path folder;
  private final Verdict verdict = new Verdict();
  private final Map<Key, Long> storedAtNanos = new ConcurrentHashMap<>();

  /**
   * @param minutes without a link
   */
  LongOutage(String name, int minutes, long quotaBytes, long seed, Path folder) {
    this.name = name;
    this.minutes = minutes;
    this.quotaBytes = quotaBytes;
    this.seed = seed;
    this.folder = folder;
  }

  OutageOutcome run() throws Exception {
    Files.createDirectories(folder);
    CentreStore store = new CentreStore(folder.resolve("centre.db"));
    OutageTime time = new OutageTime();
    Weather far = new Weather(Latency.RTT_80_MS, Loss.NONE, Behaviour.NONE);
    OutageSite site;
    long waited;
    long drainMs;
    try (TrialBroker broker =
            TrialBroker.of(Maker.MOSQUITTO, Files.createDirectory(folder.resolve("broker")));
        CentralSubscriber central = centre(broker);
        HostileLink link = new HostileLink(broker.port(), far, LIMIT_MS, new Wiretap(), seed);
        GatewayBox gateway =
            GatewayBox.open(
                folder.resolve("journal"),
                link.address(),
                Wire.MQTT_3,
                seed,
                quotaBytes,
                time,
                WINDOW)) {
      await("the centre's connection", central::connected);
      gateway.shareWithFresh();
      site = new OutageSite(seed, time, gateway);
      site.minutes(BEFORE_MIN);
      await("the records before the outage", () -> gateway.backlog() == 0);
      link.shut();
      for (int done = 0; done < minutes; done += STEP_MIN) {
        site.minutes(Math.min(STEP_MIN, minutes - done));
      }
      waited = gateway.backlog();
      drainMs = comeBack(link, site, gateway);
      await("the backlog", () -> gateway.backlog() == 0);
      awaitCentre(store, site);
    }
    List<OutageOutcome.Line> lines =
        new OutageJudge(site, storedAtNanos, verdict).judge(store.rows(), GatewayBox.ID);
    judgeLive(lines, drainMs);
    return new OutageOutcome(name, quotaBytes, verdict, lines, waited, drainMs);
  }

  private CentralSubscriber centre(TrialBroker broker) throws Exception {
    return CentralSubscriber.start(
        CentralPlan.of(
            "tcp://127.0.0.1:" + broker.port(), folder.resolve("centre.db"), GatewayBox.TENANT, 0),
        record -> {
          RecordId id = record.id();
          storedAtNanos.put(new Key(id.stream(), id.sequence()), System.nanoTime());
        });
  }

  /** The link is back; the site goes on, a minute of it in each tenth of a second. */
  private long comeBack(HostileLink link, OutageSite site, GatewayBox gateway) throws Exception {
    site.live();
    link.open();
    long begun = System.nanoTime();
    long spentMs = 0;
    while (gateway.backlog() > ONLY_NEW && spentMs < LIMIT_MS) {
      site.minutes(1);
      TimeUnit.MILLISECONDS.sleep(TICK_MS);
      spentMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
    return spentMs;
  }

  private void await(String what, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        verdict.add(Verdict.Wrong.STUCK, what + " did not come in " + LIMIT_MS + " ms");
        return;
      }
      TimeUnit.MILLISECONDS.sleep(TICK_MS);
    }
  }

  /** Until it has all, or nothing more comes. */
  private void awaitCentre(CentreStore store, OutageSite site) throws Exception {
    int before = -1;
    long sinceNanos = System.nanoTime();
    while (System.nanoTime() - sinceNanos < TimeUnit.MILLISECONDS.toNanos(STABLE_MS)) {
      int now = store.places().size();
      if (now != before) {
        before = now;
        sinceNanos = System.nanoTime();
      }
      if (store.places().containsAll(site.ledger().accepted().keySet())) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(TICK_MS);
    }
  }

  /**
   * What may overtake a backlog did: half of the link is for it. A backlog that is gone in a moment
   * says nothing.
   */
  private void judgeLive(List<OutageOutcome.Line> lines, long drainMs) {
    if (drainMs < JUDGED_FROM_MS) {
      return;
    }
    for (OutageOutcome.Line line : lines) {
      if (line.importance().mayBeDropped() && line.quantileMs(0.95) > drainMs / 2) {
        verdict.add(
            Verdict.Wrong.STUCK,
            line.importance()
                + " that came after the outage waited "
                + line.quantileMs(0.95)
                + " ms behind a backlog of "
                + drainMs
                + " ms");
      }
    }
  }
}
