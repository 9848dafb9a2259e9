// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.core.journal.JournalException;
import io.wayside.rig.central.CentralPlan;
import io.wayside.rig.central.CentralSubscriber;
import io.wayside.rig.central.page.PortTaken;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.scenarios.hostile.Combination.Behaviour;
import io.wayside.rig.scenarios.hostile.Combination.Gateway;
import io.wayside.rig.scenarios.hostile.Combination.HalfOpen;
import io.wayside.rig.scenarios.hostile.Combination.Latency;
import io.wayside.rig.scenarios.hostile.Combination.Loss;
import io.wayside.rig.scenarios.hostile.Combination.Restart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One combination from the first record to the verdict, in a folder of its own. */
final class Trial {

  private static final long TICK_MS = 25;
  private static final long HOSTILE_MS = 3500;
  private static final long HOSTILE_FAR_MS = 6000;
  private static final int MOST_TIMES = 4;
  private static final int MOST_TIMES_LONGER = 10;
  private static final long CENTRE_MS = 20_000;
  private static final long KILL_LAZINESS_MS = 2000;

  private final Combination combination;
  private final Path folder;
  private final Load load;
  private final int records;
  private final Random random;
  private final Ledger ledger = new Ledger();
  private final Wiretap tap = new Wiretap();
  private final Verdict verdict = new Verdict();
  private final List<Deed> deeds = new ArrayList<>();
  private Producer producer;
  private @Nullable GatewayBox gateway;
  private @Nullable DoomedProcess doomed;
  private int repeatsByKill;

  /** Something that is done at a time, as soon as it can be; returns whether it was done. */
  private interface Work {
    boolean done() throws IOException, JournalException, InterruptedException;
  }

  /** A work and its time since the beginning. */
  private record Deed(long atMs, String name, Work work) {}

  private Trial(Combination combination, Path folder, int records, long seed) {
    this.combination = combination;
    this.folder = folder;
    this.records = records;
    this.load = new Load(seed);
    this.random = new Random(seed);
    this.producer = new Producer(load, 0, Producer.Notes.in(ledger));
  }

  static Outcome run(Combination combination, Path folder, int records, long seed)
      throws Exception {
    return new Trial(combination, folder, records, seed).run();
  }

  private Outcome run() throws Exception {
    Path centre = folder.resolve("centre.db");
    Settling settling;
    try (TrialBroker broker =
            TrialBroker.of(combination.maker(), Files.createDirectory(folder.resolve("broker")));
        CentralSubscriber central = centre(broker, centre);
        HostileLink link =
            new HostileLink(
                broker.port(),
                new Weather(combination.latency(), combination.loss(), combination.behaviour()),
                GatewayBox.PATIENCE.toMillis(),
                tap,
                random.nextLong())) {
      try {
        begin(link);
        plan(link, broker);
        beHostile();
        link.heal();
        link.open();
        producer.next((int) Math.max(0, records - producer.lastNumber()), running()::append);
        settling = new Settling(running(), central, new CentreStore(centre), producer, ledger, tap);
        settling.await(verdict);
        judgeTap();
      } finally {
        end();
      }
    }
    long settledMs = settling.spentMs();
    List<CentreStore.Row> rows = new CentreStore(centre).rows();
    new Judge(ledger, load, GatewayBox.ID).judge(rows, Thinned.NOTHING, verdict);
    return outcome(settling, rows.size(), settledMs);
  }

  private CentralSubscriber centre(TrialBroker broker, Path store)
      throws StoreFailed, PortTaken, IOException, InterruptedException {
    CentralSubscriber central =
        CentralSubscriber.start(
            CentralPlan.of("tcp://127.0.0.1:" + broker.port(), store, GatewayBox.TENANT, 0),
            record -> {});
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CENTRE_MS);
    while (!central.connected()) {
      if (System.nanoTime() > deadline) {
        central.close();
        throw new IOException("the centre does not reach its broker");
      }
      TimeUnit.MILLISECONDS.sleep(TICK_MS);
    }
    return central;
  }

  private void begin(HostileLink link) throws IOException, JournalException, InterruptedException {
    if (combination.gateway() == Gateway.KILLED) {
      DoomedProcess process =
          new DoomedProcess(folder, link.address(), combination.wire(), load, records, hostileMs());
      doomed = process;
      process.awaitStart();
    } else {
      gateway = open(link);
    }
  }

  private GatewayBox open(HostileLink link) throws IOException, JournalException {
    return GatewayBox.open(
        folder.resolve("journal"), link.address(), combination.wire(), load.seed());
  }

  private GatewayBox running() throws IOException {
    if (gateway == null) {
      throw new IOException("the gateway is not running");
    }
    return gateway;
  }

  private long hostileMs() {
    return combination.latency() == Latency.RTT_600_MS_WITH_JITTER ? HOSTILE_FAR_MS : HOSTILE_MS;
  }

  private void plan(HostileLink link, TrialBroker broker) {
    if (combination.halfOpen() != HalfOpen.NONE) {
      at(0.25, 0.40, "half-open link", () -> link.goHalfOpen(combination.halfOpen()));
    }
    if (combination.restart() != Restart.NONE) {
      at(0.45, 0.60, "broker restart", () -> restart(broker));
    }
    if (combination.behaviour() == Behaviour.REFUSES_CONNECTIONS) {
      at(0.00, 0.10, "refusal", () -> refuse(link));
      at(0.60, 0.80, "refusal", () -> refuse(link));
    }
    if (combination.behaviour() != Behaviour.NONE) {
      at(0, 0, "behaviour", () -> link.behaviourStruck(combination.behaviour()));
    }
    if (combination.loss() != Loss.NONE) {
      at(0, 0, "loss", tap::hasLossStruck);
    }
    if (combination.gateway() == Gateway.RESTARTED) {
      at(0.60, 0.75, "gateway restart", () -> reopen(link));
    } else if (combination.gateway() == Gateway.KILLED) {
      at(0.40, 0.75, "gateway kill", () -> kill(link));
    }
  }

  private void at(double earliest, double latest, String name, Work work) {
    double moment = earliest + random.nextDouble() * (latest - earliest);
    deeds.add(new Deed((long) (hostileMs() * moment), name, work));
  }

  /** Hands records in, with a silent stretch, while everything happens. */
  private void beHostile() throws IOException, JournalException, InterruptedException {
    long begun = System.nanoTime();
    double silentFrom = random.nextDouble() * 0.8;
    List<Deed> left = new ArrayList<>(deeds);
    // What did not come about in time is waited for, with some records on their way: a connection
    // to swallow, or one that lasts long enough for the fault, may be long in coming.
    for (long spent = 0;
        spent < hostileMs() || (!left.isEmpty() && spent < MOST_TIMES_LONGER * hostileMs());
        spent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)) {
      double part = Math.min(1.0, (double) spent / hostileMs());
      boolean silent = part >= silentFrom && part < silentFrom + 0.2;
      if (gateway != null && !silent) {
        long due = (long) (records * part);
        boolean waiting = spent > hostileMs() && producer.lastNumber() / MOST_TIMES < records;
        long few = waiting ? 1 : Math.max(0, due - producer.lastNumber());
        producer.next((int) few, gateway::append);
      }
      for (Deed deed : List.copyOf(left)) {
        if (spent >= deed.atMs() && deed.work().done()) {
          left.remove(deed);
        }
      }
      TimeUnit.MILLISECONDS.sleep(TICK_MS);
    }
    for (Deed deed : left) {
      verdict.add(
          Verdict.Wrong.VOID,
          String.format(
              "%s never came about in %d connections (%s)",
              deed.name(), tap.carrying(), running().health()));
    }
    if (gateway == null) {
      throw new IOException("the gateway process was never killed");
    }
  }

  private boolean restart(TrialBroker broker) throws IOException, InterruptedException {
    broker.stop(combination.restart());
    TimeUnit.MILLISECONDS.sleep(100 + random.nextInt(400));
    broker.start();
    return true;
  }

  private boolean refuse(HostileLink link) throws IOException, InterruptedException {
    link.shut();
    TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(500));
    link.open();
    return true;
  }

  /** In order, but with the link cut, so that nothing goes out before. */
  private boolean reopen(HostileLink link) throws IOException, JournalException {
    link.shut();
    running().close();
    gateway = open(link);
    link.open();
    return true;
  }

  private boolean kill(HostileLink link)
      throws IOException, JournalException, InterruptedException {
    if (doomed == null) {
      return true;
    }
    doomed.kill();
    repeatsByKill = tap.acknowledgedWithin(KILL_LAZINESS_MS);
    producer = new Producer(load, doomed.tell(ledger, load), Producer.Notes.in(ledger));
    gateway = open(link);
    return true;
  }

  private void end() throws InterruptedException {
    if (gateway != null) {
      gateway.close();
    }
    if (doomed != null) {
      doomed.kill();
    }
  }

  private void judgeTap() {
    tap.disorders().forEach(what -> verdict.add(Verdict.Wrong.DISORDERED, what));
    int repeats = tap.repeats().stream().mapToInt(Integer::intValue).sum();
    if (repeats > repeatsAllowed()) {
      verdict.add(
          Verdict.Wrong.REPEATED, repeats + " repeats, " + repeatsAllowed() + " are allowed");
    }
  }

  private int cuts() {
    return Math.max(0, tap.carrying() - 1);
  }

  private int repeatsAllowed() {
    return cuts() * GatewayBox.WINDOW + repeatsByKill;
  }

  private Outcome outcome(Settling settling, int stored, long settledMs) {
    List<Integer> repeats = tap.repeats();
    return new Outcome(
        combination,
        verdict,
        ledger.acceptedCount(),
        stored,
        cuts(),
        repeats.isEmpty() ? List.of() : repeats.subList(1, repeats.size()),
        repeatsAllowed(),
        settling.lostByBroker(),
        settling.gatewaySettledMs(),
        settledMs);
  }
}
