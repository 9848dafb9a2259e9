// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.rig.central.page.PortTaken;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.scenarios.site.Folders;
import io.wayside.rig.scenarios.site.HealthReport;
import io.wayside.rig.scenarios.site.ReleaseFolder;
import io.wayside.rig.scenarios.site.WeighSite;
import io.wayside.rig.simulators.fault.FaultLedger;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.weighlane.LaneSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** {@code ./wayside rig indicator-faults}: the shipped gateway on a line with every fault. */
public final class IndicatorFaults {

  private static final String HELP =
      """
      ./wayside rig indicator-faults [--frames N] [--seed N] [--faults rough|gentle]

      The shipped gateway weighs vehicles while the line to its scale suffers every fault of the rig.
      Compares each recorded mass with the truth, looks for vehicles missed in silence, and measures
      how soon the scale is heard once the line is well again. Exit code 0 only when nothing is wrong.

        --frames N     so many indicator frames with faults, 20 a second (default 2000)
        --seed N       repeats a run's vehicles and faults (default 1)
        --faults PLAN  rough: every kind of fault; gentle: a tired cable (default rough)
      """;

  private static final String SCALE = "device.scale-1";
  private static final double INTERVAL_KG = 10;
  private static final long LOOK_NANOS = 5_000_000;
  private static final long PATIENCE_S = 60;
  private static final long SETTLE_S = 12;
  private static final int WRONG_USAGE = 2;

  private final PrintStream out;
  private final long frames;
  private final FaultPlan plan;

  private IndicatorFaults(PrintStream out, long frames, FaultPlan plan) {
    this.out = out;
    this.frames = frames;
    this.plan = plan;
  }

  /** Runs it and returns the exit code. */
  public static int run(List<String> arguments, PrintStream out) throws IOException {
    if (arguments.contains("--help")) {
      out.print(HELP);
      return 0;
    }
    try {
      return parse(arguments, out).run();
    } catch (IllegalArgumentException wrong) {
      out.println(wrong.getMessage() + "; --help lists what there is");
      return WRONG_USAGE;
    } catch (StoreFailed | PortTaken failed) {
      throw new IOException("the centre cannot run: " + failed.getMessage(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static IndicatorFaults parse(List<String> arguments, PrintStream out) {
    long frames = 2000;
    long seed = 1;
    FaultPlan plan = FaultPlan.rough();
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String option = rest.remove();
      if (!Set.of("--frames", "--seed", "--faults").contains(option) || rest.isEmpty()) {
        throw new IllegalArgumentException("unknown option or no value after it: " + option);
      }
      String value = rest.remove();
      switch (option) {
        case "--frames" -> frames = Long.parseLong(value);
        case "--seed" -> seed = Long.parseLong(value);
        default -> plan = FaultPlan.preset(value);
      }
    }
    return new IndicatorFaults(out, frames, plan.withSeed(seed));
  }

  private int run() throws IOException, StoreFailed, PortTaken, InterruptedException {
    Path folder = Files.createTempDirectory("wayside-faults-");
    WeighSite.Plan wanted =
        new WeighSite.Plan(
            ReleaseFolder.find(), List.of(), plan.seed(), plan, LaneSettings.orderly());
    try (WeighSite site = new WeighSite(folder, wanted)) {
      site.startGateway();
      site.startLane();
      return verdict(site);
    } finally {
      Folders.delete(folder);
    }
  }

  private int verdict(WeighSite site) throws IOException, InterruptedException {
    FaultLedger ledger = site.lane().pipe().ledger();
    long nanos = frames * 1_000_000_000L / 20;
    out.println(
        "seed " + plan.seed() + ", " + frames + " frames, " + nanos / 1_000_000_000L + " s");
    await(nanos / 1_000_000_000L * 2 + PATIENCE_S, () -> ledger.framesOffered() >= frames);
    boolean survived = site.gateway().running();

    long backNanos = System.nanoTime();
    site.lane().pipe().inject(false);
    boolean heard = await(PATIENCE_S, () -> health(site).code(SCALE).matches("ok|noisy-line"));
    long recoveryMs = (System.nanoTime() - backNanos) / 1_000_000;

    int before = site.stored().size();
    await(PATIENCE_S, () -> site.stored().size() >= before + 2);
    long dueNanos =
        site.truth().get(site.truth().size() - 1).elapsedNanos() - SETTLE_S * 1_000_000_000L;
    site.lane().close();
    boolean stopped = site.gateway().stop(5_000);
    int accepted = site.accepted().size();
    boolean delivered = await(PATIENCE_S, () -> site.stored().size() >= accepted);

    SiteEvidence evidence = new SiteEvidence(site);
    Judgement judged =
        Judgement.of(
            Passed.of(site.truth()), evidence.seen(), evidence.gaps(), dueNanos, INTERVAL_KG);
    out.println(ledger);
    out.println("kinds that never struck: " + ledger.missing(plan));
    out.println(judged);
    judged.faults().forEach(out::println);
    out.println("scale heard again " + recoveryMs + " ms after the line was well");
    out.println("gateway: survived " + survived + ", stopped in order " + stopped);
    out.println("accepted " + accepted + ", delivered " + site.stored().size());
    boolean holds =
        judged.holds()
            && survived
            && heard
            && stopped
            && delivered
            && ledger.missing(plan).isEmpty();
    return holds ? 0 : 1;
  }

  private static HealthReport health(WeighSite site) {
    return site.control().health().orElse(HealthReport.NONE);
  }

  private static boolean await(long seconds, BooleanSupplier condition) {
    long startNanos = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - startNanos > seconds * 1_000_000_000L) {
        return false;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return true;
  }
}
