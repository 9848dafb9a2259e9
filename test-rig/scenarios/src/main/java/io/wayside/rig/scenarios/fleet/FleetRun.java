// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.core.time.TimeSource;
import io.wayside.uplink.UplinkPlan;
import io.wayside.uplink.paho.PahoTransport;
import io.wayside.uplink.transport.TlsFiles;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** One run in its phases; what each of them shows goes into the results. */
final class FleetRun {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration QUIET = Duration.ofSeconds(2);

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
  private final Comeback comeback;

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
    this.comeback = new Comeback(turnstile, gateways, watch, results, patience);
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
    new Settlement(gateways, arrivals, watch, results, patience, QUIET).settle();
    new Totals(gateways, arrivals, results).draw();
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
        "All start at once (first connection within "
            + Results.time(options.firstConnectWithin())
            + ")");
    comeback.connected(from, "start");
    comeback.caughtUp(from, "start", enough());
    long sent = gateways.stream().mapToLong(Gateway::acceptedRecords).sum();
    watch.until(() -> arrivals.distinct() >= sent, patience); // the broker may be behind
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
    results.part("Steady time of " + Results.time(options.steady()));
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
    long waiting = backlog();
    long back = comeBack();
    results.part("Broker gone for " + Results.time(options.outage()) + ", back without its memory");
    results.add("outageTries", "tries in vain", tried, "");
    results.add("outageBusiest", "  in the busiest second", busiest, "");
    results.add("outageBacklog", "records that wait when it is back", waiting, "");
    comeback.connected(back, "back");
    comeback.caughtUp(back, "back", enough());
    results.add("backRepeated", "records that came again", arrivals.repeated() - repeated, "");
    if (arrivals.mostRepeatedByOne() > plan("any").window()) {
      results.fault("one gateway repeated more than its window");
    }
  }

  /** The receiver first, so that nobody's records go nowhere; or late, to see what then. */
  private long comeBack() throws Exception {
    boolean late = !options.receiverLate().isZero();
    turnstile.whileHeld(
        () -> {
          broker.start();
          if (!late) {
            checker.listen();
          }
        });
    long back = watch.now();
    watch.tell("the broker is back and remembers nothing");
    if (late) {
      watch.pass(options.receiverLate());
      checker.listen();
      watch.tell("now its receiver is there too");
    }
    return back;
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
    return comeback.backlog();
  }

  /** What is made within a second. */
  private long enough() {
    return (long) Math.ceil(options.rateHz() * gateways.size());
  }

  private String state() {
    return String.format(
        Locale.ROOT,
        "%d of %d connected, %,d of %,d records received, %,d wait",
        gateways.stream().filter(Gateway::isWell).count(),
        gateways.size(),
        arrivals.distinct(),
        gateways.stream().mapToLong(Gateway::acceptedRecords).sum(),
        gateways.stream().mapToLong(Gateway::backlog).sum());
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
        standard.telemetryExpiry(),
        standard.shaping());
  }
}
