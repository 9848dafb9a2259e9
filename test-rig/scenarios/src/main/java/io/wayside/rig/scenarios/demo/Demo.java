// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.demo;

import io.wayside.rig.central.page.PortTaken;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.scenarios.site.Folders;
import io.wayside.rig.scenarios.site.Ports;
import io.wayside.rig.scenarios.site.ReleaseFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./wayside demo}: a whole site on this machine. */
public final class Demo {

  private static final int WRONG_USAGE = 2;
  private static final int PORT_TAKEN = 4;
  private static final int FAILED = 1;
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration CATCH_UP = Duration.ofSeconds(10);

  private final Screen screen = new Screen(System.out);
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  public static void main(String[] arguments) {
    Demo demo = new Demo();
    Runtime.getRuntime().addShutdownHook(new Thread(demo::stopAndAwaitEnd, "stop"));
    int code = demo.run(List.of(arguments));
    demo.ended.countDown();
    Runtime.getRuntime().halt(code); // Ctrl-C is past; a hook would wait for this very thread
  }

  /** Ctrl-C: the demo ends as with {@code --for}, and the process only after its last line. */
  private void stopAndAwaitEnd() {
    stop.countDown();
    try {
      if (!ended.await(40, TimeUnit.SECONDS)) {
        screen.say("the demo did not end in order within 40 s");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private int run(List<String> arguments) {
    if (arguments.contains("--help")) {
      screen.say(DemoOptions.HELP.stripTrailing());
      return 0;
    }
    try {
      return run(DemoOptions.parse(arguments));
    } catch (IllegalArgumentException wrong) {
      return fail(wrong, WRONG_USAGE);
    } catch (Ports.PortTaken | PortTaken taken) {
      return fail(taken, PORT_TAKEN);
    } catch (IOException | StoreFailed failed) {
      return fail(failed, FAILED);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return fail(interrupted, FAILED);
    }
  }

  private static int fail(Exception reason, int code) {
    System.err.println("wayside demo: " + reason.getMessage());
    return code;
  }

  private int run(DemoOptions options)
      throws IOException, StoreFailed, PortTaken, Ports.PortTaken, InterruptedException {
    Path release = ReleaseFolder.find();
    int brokerPort = Ports.require("--broker-port", options.brokerPort());
    Ports.require("--page-port", options.pagePort());
    Path folder = Files.createTempDirectory("wayside-demo-");
    try (DemoSite site = new DemoSite(options, release, folder, brokerPort, screen)) {
      greet(site, options);
      boolean alive = watch(site, options);
      return alive ? settle(site) : gatewayDied(site);
    } finally {
      if (options.keep()) {
        screen.say("kept    " + folder);
      } else {
        Folders.delete(folder);
      }
    }
  }

  private void greet(DemoSite site, DemoOptions options) {
    screen.say(
        "Wayside demo, seed " + options.seed() + ". Simulated vehicles, real everything else.");
    screen.say("page    http://127.0.0.1:" + site.pagePort() + "/");
    screen.say(
        "broker  " + site.brokerAddress() + "  topics way/v1/demo/" + DemoSite.GATEWAY + "/#");
    screen.say("folder  " + site.folder() + "  (site.json, state/, gateway.log, central.db)");
    screen.say(
        options.time().isPresent()
            ? "ends    by itself after " + options.time().get().toSeconds() + " s, or with Ctrl-C"
            : "ends    with Ctrl-C");
  }

  /** Until the time is up or Ctrl-C; false when the gateway ended by itself. */
  private boolean watch(DemoSite site, DemoOptions options) throws InterruptedException {
    long endNanos =
        System.nanoTime() + options.time().map(Duration::toNanos).orElse(Long.MAX_VALUE / 2);
    while (site.gatewayRuns()) {
      long leftMs = Math.min(LOOK.toMillis(), (endNanos - System.nanoTime()) / 1_000_000);
      if (leftMs <= 0 || stop.await(leftMs, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    // Ctrl-C in a terminal reaches the gateway too, and it may have ended first.
    return stop.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends lane and gateway, lets the centre hear what was under way, and strikes the balance. */
  private int settle(DemoSite site) throws IOException, InterruptedException, StoreFailed {
    long residentMiB = site.residentMiB();
    screen.say("ending  the lane, then the gateway");
    if (!site.stopGateway()) {
      screen.say("gateway did not stop within 10 s");
      return FAILED;
    }
    Account account = site.account();
    long deadline = System.nanoTime() + CATCH_UP.toNanos();
    while (!account.holds() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(200);
      account = site.account();
    }
    screen.say(
        String.format(
            Locale.ROOT,
            "gateway ended with exit code %d; %d MiB resident; %d messages came again and were"
                + " stored once; chain breaks %d",
            site.gatewayExitCode(),
            residentMiB,
            site.counts().repeated(),
            site.counts().chainBreaks()));
    screen.say(account.toString());
    return account.holds() && site.gatewayExitCode() == 0 && site.counts().chainBreaks() == 0
        ? 0
        : FAILED;
  }

  private int gatewayDied(DemoSite site) {
    screen.say("gateway ended by itself with exit code " + site.gatewayExitCode() + "; it said:");
    screen.say(site.gatewayOutput().strip());
    return FAILED;
  }
}
