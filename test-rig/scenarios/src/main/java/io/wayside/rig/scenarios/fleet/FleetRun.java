// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.core.time.TimeSource;
import io.wayside.rig.scenarios.fleet.Arrivals.Line;
import io.wayside.uplink.UplinkPlan;
import io.wayside.uplink.paho.PahoTransport;
import io.wayside.uplink.transport.TlsFiles;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** One run in its phases; what each of them shows goes into the results. */
final class FleetRun {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final FleetOptions options;
  private final String tenant;
  private final List<Gateway> gateways;
  private final FleetBroker broker;
  private final Checker checker;
  private final Arrivals arrivals;
  private final TimeSource time;
  private final Results results;
  private final Turnstile turnstile;
  private final Watch watch;
  private final Duration patience;

  FleetRun(
      FleetOptions options,
      String tenant,
      List<Gateway> gateways,
      FleetBroker broker,
      Checker checker,
      Arrivals arrivals,
      TimeSource time,
      Results results,
      PrintStream progress) {
    this.options = options;
    this.tenant = tenant;
    this.gateways = gateways;
    this.broker = broker;
    this.checker = checker;
    this.arrivals = arrivals;
    this.time = time;
    this.results = results;
    this.turnstile = new Turnstile(new PahoTransport(time), time);
    this.watch = new Watch(time, progress, this::state);
    this.patience = PATIENCE.plus(options.longestPause()).plus(options.firstConnectWithin());
  }

  void run(Footprint bare, Footprint built) throws Exception {
    results.part("The fleet");
    results.add("gateways", "gateways", gateways.size(), "");
    results.add("durable", "  with a journal on disk", options.durable(), "");
    gateways.forEach(this::fill);
    Loader loader = new Loader(gateways, options.rateHz(), time);
    int before = Footprint.uplinkThreads();
    try {
      powerBack();
      new Costs(results).of(bare, built, Footprint.take(), gateways.size(), options.durable());
      loader.start();
      steady();
      if (!options.outage().isZero()) {
        outage();
      }
    } finally {
      loader.stop();
    }
    new Settlement(gateways, arrivals, watch, results, patience).settle();
    totals();
    farewell(before);
  }

  private void fill(Gateway gateway) {
    for (int i = 0; i < options.backlog(); i++) {
      gateway.work();
    }
  }

  /** Everybody starts in one moment. */
  private void powerBack() {
    watch.tell("power is back: all start at once");
    long from = watch.now();
    for (int i = 0; i < gateways.size(); i++) {
      Gateway gateway = gateways.get(i);
      long seed = options.seed() * 7_919 + i;
      gateway.start(plan(gateway.name()), turnstile, new Random(seed));
    }
    results.part(
        "All start at once (first connection within " + options.firstConnectWithin() + ")");
    connected(from, "start");
    caughtUp(from, "start");
  }

  private void steady() {
    watch.tell("steady time");
    checker.delays().clear();
    long from = watch.now();
    long messages = checker.messages();
    Duration cpu = Footprint.cpu();
    Duration brokerCpu = broker.cpu().orElse(Duration.ZERO);
    watch.pass(options.steady());
    double seconds = watch.secondsSince(from);
    results.part("Steady time of " + options.steady());
    results.add(
        "steadyPerSecond", "records", (checker.messages() - messages) / seconds, "a second");
    results.add("messageBytes", "payload of one", checker.bytes() / checker.messages(), "bytes");
    if (checker.delays().size() > 0) {
      results.add(
          "delayP50Ms", "draft to receiver, half within", checker.delays().withinMs(.5), "ms");
      results.add("delayP99Ms", "  99 of 100 within", checker.delays().withinMs(.99), "ms");
    }
    double cores = Footprint.cpu().minus(cpu).toMillis() / 1000.0 / seconds;
    results.add("cores", "processor, fleet and receiver", cores, "cores");
    broker
        .cpu()
        .ifPresent(
            now ->
                results.add(
                    "brokerCores",
                    "processor, broker",
                    now.minus(brokerCpu).toMillis() / 1000.0 / seconds,
                    "cores"));
  }

  private void outage() throws Exception {
    watch.tell("the broker is killed");
    long cut = watch.now();
    long repeated = arrivals.repeated();
    broker.kill();
    watch.pass(options.outage());
    int tried = turnstile.attempts().since(cut).length;
    int busiest = turnstile.attempts().busiestSecond(cut);
    turnstile.whileHeld(
        () -> {
          broker.start();
          checker.listen();
        });
    long back = watch.now();
    watch.tell("the broker is back and remembers nothing");
    results.part("Broker gone for " + options.outage() + ", back without its memory");
    results.add("outageTries", "tries in vain", tried, "");
    results.add("outageBusiest", "  in the busiest second", busiest, "");
    results.add("outageBacklog", "records that wait when it is back", backlog(), "");
    connected(back, "back");
    caughtUp(back, "back");
    results.add("backRepeated", "records that came again", arrivals.repeated() - repeated, "");
    if (arrivals.mostRepeatedByOne() > plan("any").window()) {
      results.fault("one gateway repeated more than its window");
    }
  }

  private void connected(long from, String phase) {
    boolean all = watch.until(() -> turnstile.connectedSince(from) == gateways.size(), patience);
    double took = watch.secondsSince(from);
    List<Integer> perSecond = turnstile.connects().perSecond(from);
    results.add(phase + "Connects", "connections", turnstile.connects().since(from).length, "");
    results.add(
        phase + "Busiest", "  in the busiest second", turnstile.connects().busiestSecond(from), "");
    results.add(phase + "PerSecond", "  spread", perSecond);
    results.add(phase + "AllS", "all connected after", took, "s");
    if (!all) {
      List<String> absent =
          gateways.stream()
              .map(Gateway::name)
              .filter(name -> !turnstile.connectedSince(name, from))
              .toList();
      results.fault(
          String.format(
              Locale.ROOT,
              "%d gateways did not connect within %d s, such as %s",
              absent.size(),
              patience.toSeconds(),
              absent.subList(0, Math.min(5, absent.size()))));
    }
  }

  /** Until no more waits than is made within a second. */
  private void caughtUp(long from, String phase) {
    long enough = (long) Math.ceil(options.rateHz() * gateways.size());
    if (watch.until(() -> backlog() <= enough, patience)) {
      results.add(phase + "CaughtUpS", "backlog sent after", watch.secondsSince(from), "s");
    } else {
      results.fault(backlog() + " records still wait " + patience.toSeconds() + " s later");
    }
  }

  private void totals() {
    results.part("In all");
    long accepted = gateways.stream().mapToLong(Gateway::acceptedRecords).sum();
    results.add("accepted", "records accepted by the journals", accepted, "");
    results.add("refused", "  refused, told to whoever drafted them", refused(), "");
    results.add("arrived", "different records received", arrivals.distinct(), "");
    results.add("repeated", "received again", arrivals.repeated(), "");
    results.add("repeatedByOne", "  most from one gateway", arrivals.mostRepeatedByOne(), "");
    Map<Line, Long> truth = new HashMap<>();
    gateways.forEach(g -> truth.putAll(g.accepted()));
    long missing = arrivals.missing(truth).stream().mapToLong(Arrivals.Span::size).sum();
    results.add("missing", "MISSING", missing, "");
    long wrong = arrivals.conflicting() + arrivals.invented(truth) + arrivals.strangers();
    results.add("wrong", "altered, invented or unreadable", wrong, "");
    if (missing > 0) {
      results.fault(missing + " records missing: " + some(arrivals.missing(truth)));
    }
    if (wrong > 0) {
      results.fault(wrong + " records altered, invented or unreadable");
    }
    if (accepted == 0) {
      results.fault("no record was accepted, so this run proves nothing");
    }
  }

  private static List<Arrivals.Span> some(List<Arrivals.Span> all) {
    return all.subList(0, Math.min(5, all.size()));
  }

  private void farewell(int threadsBefore) {
    watch.tell("all say goodbye");
    long from = watch.now();
    gateways.parallelStream().forEach(Gateway::closeUplink);
    double took = watch.secondsSince(from);
    watch.until(() -> Footprint.uplinkThreads() <= threadsBefore, Duration.ofSeconds(10));
    int left = Math.max(0, Footprint.uplinkThreads() - threadsBefore);
    results.add("closeS", "all uplinks closed within", took, "s");
    results.add("threadsLeft", "their threads left over", left, "");
    Footprint.residentBytes("VmHWM")
        .ifPresent(
            bytes -> results.add("peakMb", "most memory of the process", bytes >> 20, "MiB"));
    if (left > 0) {
      results.fault(left + " threads of the uplinks did not end");
    }
  }

  private long backlog() {
    return gateways.stream().mapToLong(Gateway::backlog).sum();
  }

  private long refused() {
    return gateways.stream().mapToLong(Gateway::refused).sum();
  }

  private String state() {
    return String.format(
        Locale.ROOT,
        "%d of %d connected, %,d of %,d records received, %,d wait",
        gateways.stream().filter(Gateway::isWell).count(),
        gateways.size(),
        arrivals.distinct(),
        gateways.stream().mapToLong(Gateway::acceptedRecords).sum(),
        backlog());
  }

  private UplinkPlan plan(String gateway) {
    UplinkPlan standard = UplinkPlan.standard("centre", tenant, gateway, broker.address());
    return new UplinkPlan(
        standard.uplinkId(),
        tenant,
        gateway,
        "rig",
        standard.profile(),
        standard.brokers(),
        standard.clientId(),
        standard.username(),
        standard.password(),
        standard.window(),
        standard.keepAlive(),
        standard.connectTimeout(),
        standard.patience(),
        options.firstConnectWithin(),
        options.longestPause(),
        TlsFiles.NONE,
        standard.telemetryExpiry());
  }
}
